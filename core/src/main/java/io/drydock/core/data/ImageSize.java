package io.drydock.core.data;

import io.drydock.core.error.ConfigException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Height and width in pixels, written HEIGHTxWIDTH ({@code 140x210}). */
public record ImageSize(int height, int width) {
    /** Pixels of the largest size that can be asked for; a batch of larger pictures fits no array. */
    private static final long MOST_PIXELS = 4096L * 4096;

    private static final Pattern TEXT = Pattern.compile("(\\d{1,5})(?:[xX](\\d{1,5}))?");

    public ImageSize {
        if (height < 1 || width < 1) {
            throw new IllegalArgumentException("height and width must be at least 1, were " + height + "x" + width);
        }
    }

    /**
     * Reads {@code 140x210}, or {@code 224} for a square.
     *
     * @throws ConfigException if the text is neither, or the size is beyond any use
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
        ImageSize size = new ImageSize(height, width);
        if (size.area() > MOST_PIXELS) {
            throw new ConfigException("Size " + size
                    + " is too large: at most 4096x4096, or as many pixels in another shape. Choose a smaller one.");
        }
        return size;
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
