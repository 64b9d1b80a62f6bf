package io.drydock.sample;

import java.awt.image.BufferedImage;

/** How a copy differs from its original. */
public enum CopyKind {
    /** Byte for byte, same part, same label. */
    EXACT,
    /** Byte for byte, same part, another label. */
    CONFLICT,
    /** Byte for byte, the copy among the test images. */
    LEAK,
    /** Compressed again at JPEG quality 40. */
    REENCODED,
    /** Half as high and wide. */
    RESIZED,
    /** Mirrored left to right. */
    FLIPPED;

    byte[] copy(byte[] original) {
        if (this == EXACT || this == CONFLICT || this == LEAK) {
            return original;
        }
        BufferedImage picture = PictureFiles.read(original);
        if (this == REENCODED) {
            return PictureFiles.jpeg(picture, 0.4f);
        }
        int share = this == RESIZED ? 2 : 1;
        BufferedImage redrawn = PictureFiles.redrawn(
                picture,
                picture.getHeight() / share,
                picture.getWidth() / share,
                this == FLIPPED,
                BufferedImage.TYPE_INT_RGB);
        return PictureFiles.jpeg(redrawn, 0.9f);
    }
}
