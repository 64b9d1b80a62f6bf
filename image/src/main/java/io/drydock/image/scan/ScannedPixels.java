package io.drydock.image.scan;

import io.drydock.image.check.PixelChecks;
import io.drydock.image.decode.ImageHeader;
import io.drydock.image.jpeg.JpegCondition;

/**
 * What a readable picture holds.
 *
 * @param pixelSha256 hash of the upright decoded pixels with their shape
 * @param condition what the file's data lacks
 */
public record ScannedPixels(ImageHeader header, String pixelSha256, PixelChecks checks, JpegCondition condition) {}
