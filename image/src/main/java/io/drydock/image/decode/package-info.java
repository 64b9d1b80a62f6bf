/** Picture files to upright RGB pixels: the header first, then limits, then pixels, EXIF rotation once. */
@NullMarked
package io.drydock.image.decode;

import org.jspecify.annotations.NullMarked;
