package io.drydock.explore.duplicate;

import io.drydock.core.finding.Copy;

/**
 * An image as the choice among copies sees it.
 *
 * @param copy its path, content, part and label
 * @param pixelSha256 hash of its decoded pixels; equal for exact copies
 * @param heightPx upright
 * @param widthPx upright
 * @param sizeBytes size of its file
 * @param sharpness spread of edges, as the pixel checks measure it
 */
public record ComparedImage(
        Copy copy, String pixelSha256, int heightPx, int widthPx, long sizeBytes, double sharpness) {
    long area() {
        return (long) heightPx * widthPx;
    }

    /** File bytes a pixel; little of it means strong compression. */
    double bytesPerPixel() {
        return (double) sizeBytes / area();
    }
}
