/** A map of importance laid over a picture. */
@NullMarked
package io.drydock.image.heatmap;

import org.jspecify.annotations.NullMarked;
