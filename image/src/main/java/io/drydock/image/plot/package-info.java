/** Plots as pictures, for where SVG is not wanted. */
@NullMarked
package io.drydock.image.plot;

import org.jspecify.annotations.NullMarked;
