package io.drydock.infer.predict;

import io.drydock.image.decode.Pixels;

/** The mirror image: left and right exchanged. */
final class Mirror {
    private Mirror() {}

    static Pixels of(Pixels picture) {
        byte[] from = picture.rgb();
        byte[] to = new byte[from.length];
        int width = picture.width();
        for (int y = 0; y < picture.height(); y++) {
            int row = y * width * 3;
            for (int x = 0; x < width; x++) {
                System.arraycopy(from, row + x * 3, to, row + (width - 1 - x) * 3, 3);
            }
        }
        return new Pixels(picture.height(), width, to);
    }
}
