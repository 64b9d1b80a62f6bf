package io.drydock.image.decode;

import io.drydock.image.jpeg.JpegCondition;

/**
 * Upright RGB pixels with the header they were declared by.
 *
 * @param condition what the file's data lacks; of a JPEG, else nothing, because other formats are refused then
 */
public record DecodedImage(Pixels pixels, ImageHeader header, JpegCondition condition) {}
