/** Random views of a picture: ranges as values, one warp an image, every draw from a given stream. */
@NullMarked
package io.drydock.image.augment;

import org.jspecify.annotations.NullMarked;
