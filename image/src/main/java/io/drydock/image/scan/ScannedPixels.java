package io.drydock.image.scan;

import io.drydock.image.check.PixelChecks;
import io.drydock.image.decode.ImageHeader;

/**
 * What a readable picture holds.
 *
 * @param pixelSha256 hash of the upright decoded pixels with their shape
 */
public record ScannedPixels(ImageHeader header, String pixelSha256, PixelChecks checks) {}
