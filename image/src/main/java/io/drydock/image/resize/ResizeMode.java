package io.drydock.image.resize;

import io.drydock.core.error.ConfigException;
import java.util.Locale;

/** How a picture of another shape comes to the wanted size. */
public enum ResizeMode {
    /** Both sides are scaled on their own; shapes change, nothing is lost. */
    SQUISH,
    /** Scaled until the size is covered, then the centre is cut out; shapes stay, margins are lost. */
    CROP,
    /** Scaled until it fits, then the rest is filled by reflection; shapes stay, nothing is lost. */
    PAD;

    /** Lower-case name as options and files write it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads a mode's name.
     *
     * @throws ConfigException if the text is none of the three
     */
    public static ResizeMode parse(String text) {
        for (ResizeMode mode : values()) {
            if (mode.key().equals(text.strip().toLowerCase(Locale.ROOT))) {
                return mode;
            }
        }
        throw new ConfigException("Resize mode \"" + text + "\" is none of squish, crop, pad.");
    }
}
