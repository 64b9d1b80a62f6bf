/** The coded data of JPEG files, walked without computing pixels, to learn what a file lacks before a decoder reads it. */
@NullMarked
package io.drydock.image.jpeg;

import org.jspecify.annotations.NullMarked;
