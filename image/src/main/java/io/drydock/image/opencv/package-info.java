/** The bridge between pixels on the heap and OpenCV's native matrices. */
@NullMarked
package io.drydock.image.opencv;

import org.jspecify.annotations.NullMarked;
