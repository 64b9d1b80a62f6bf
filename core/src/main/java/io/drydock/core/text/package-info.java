/** Tables and bars for a terminal. */
@NullMarked
package io.drydock.core.text;

import org.jspecify.annotations.NullMarked;
