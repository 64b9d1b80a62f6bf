package io.drydock.image.decode;

import java.util.Locale;

/** How a file stores its colors; decoding turns every one into RGB. */
public enum ColorMode {
    /** One component: what "stored grey" means. */
    GRAY(1),
    GRAY_ALPHA(2),
    PALETTE(1),
    RGB(3),
    RGBA(4),
    CMYK(4);

    private final int channels;

    ColorMode(int channels) {
        this.channels = channels;
    }

    /** Values stored for a pixel. */
    public int channels() {
        return channels;
    }

    /** Lower-case name as {@code --json} writes it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
