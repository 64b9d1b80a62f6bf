/** Errors that a caller may want to treat differently; a message says what was asked, what was found and what to do. */
@NullMarked
package io.drydock.core.error;

import org.jspecify.annotations.NullMarked;
