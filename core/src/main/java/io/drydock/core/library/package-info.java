/** Native libraries: the folder into which they are unpacked before they are loaded. */
@NullMarked
package io.drydock.core.library;

import org.jspecify.annotations.NullMarked;
