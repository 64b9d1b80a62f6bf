package io.drydock.image.augment;

/** Pointwise changes of a view in place: a table of 256 values, and the mean of the channels for grey. */
final class Tones {
    private Tones() {}

    /** @param table 256 values, or none to leave values as they are */
    static void apply(byte[] rgb, byte[] table, boolean gray) {
        if (table.length > 0) {
            for (int i = 0; i < rgb.length; i++) {
                rgb[i] = table[rgb[i] & 0xFF];
            }
        }
        if (gray) {
            for (int i = 0; i < rgb.length; i += 3) {
                byte mean = (byte) (((rgb[i] & 0xFF) + (rgb[i + 1] & 0xFF) + (rgb[i + 2] & 0xFF) + 1) / 3);
                rgb[i] = mean;
                rgb[i + 1] = mean;
                rgb[i + 2] = mean;
            }
        }
    }
}
