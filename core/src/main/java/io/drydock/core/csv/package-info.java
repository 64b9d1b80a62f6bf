/** CSV as people really write it, read into rows with their lines and written so that every tool reads it. */
@NullMarked
package io.drydock.core.csv;

import org.jspecify.annotations.NullMarked;
