package io.drydock.core.data;

import io.drydock.core.error.ConfigException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Height and width in pixels, written HEIGHTxWIDTH ({@code 140x210}). */
public record ImageSize(int height, int width) {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,5})(?:[xX](\\d{1,5}))?");

    public ImageSize {
        if (height < 1 || width < 1) {
            throw new IllegalArgumentException("height and width must be at least 1, were " + height + "x" + width);
        }
    }

    /**
     * Reads {@code 140x210}, or {@code 224} for a square.
     *
     * @throws ConfigException if the text is neither
     */
    public static ImageSize parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            throw new ConfigException(
                    "\"" + text + "\" is not a size. Write HEIGHTxWIDTH, such as 140x210, or one number for a square.");
        }
        int height = Integer.parseInt(matcher.group(1));
        int width = matcher.group(2) == null ? height : Integer.parseInt(matcher.group(2));
        if (height < 1 || width < 1) {
            throw new ConfigException("Size " + text + " has a side of 0 pixels. Both sides must be at least 1.");
        }
        return new ImageSize(height, width);
    }

    /** Number of pixels. */
    public long area() {
        return (long) height * width;
    }

    @Override
    public String toString() {
        return height + "x" + width;
    }
}
