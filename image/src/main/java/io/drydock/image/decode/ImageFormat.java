package io.drydock.image.decode;

import java.util.Locale;

/** File formats that are read. */
public enum ImageFormat {
    JPEG,
    PNG,
    GIF,
    BMP,
    TIFF,
    WEBP;

    /** Lower-case name. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
