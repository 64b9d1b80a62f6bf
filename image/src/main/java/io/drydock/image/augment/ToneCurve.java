package io.drydock.image.augment;

/** A map of one pixel value in [0, 1]; values outside are cut off. */
@FunctionalInterface
interface ToneCurve {
    ToneCurve IDENTITY = value -> value;

    double of(double value);

    /** The curve over all 256 pixel values, this one first and then {@code next}. */
    default byte[] table(ToneCurve next) {
        byte[] table = new byte[256];
        for (int i = 0; i < 256; i++) {
            double value = next.of(clamp(of(i / 255.0)));
            table[i] = (byte) Math.round(clamp(value) * 255);
        }
        return table;
    }

    private static double clamp(double value) {
        return Math.max(0, Math.min(1, value));
    }
}
