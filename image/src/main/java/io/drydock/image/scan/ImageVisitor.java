package io.drydock.image.scan;

import io.drydock.image.decode.DecodedImage;

/** Sees every decoded picture of a scan once, so that thumbnails and hashes need no second decoding. */
@FunctionalInterface
public interface ImageVisitor {
    /**
     * Called from any of the scanning threads, for pictures that could be read.
     *
     * @param index position in the scan
     */
    void visit(int index, DecodedImage image);
}
