package io.drydock.workspace.image;

import java.util.Map;

/**
 * What is known of an image that decodes.
 *
 * @param height pixels, after turning by EXIF
 * @param width pixels, after turning by EXIF
 * @param format such as {@code jpeg}
 * @param mode as stored: {@code rgb}, {@code gray}, {@code cmyk}, {@code palette}, ...
 * @param orientation EXIF orientation, 1 to 8; 1 when there is none
 * @param pixelSha256 hash of the decoded pixels with their shape
 * @param checks named measures of the pixels, such as {@code brightness} in 0..1; a yes is 1, a no 0
 */
public record Picture(
        int height,
        int width,
        String format,
        String mode,
        int orientation,
        String pixelSha256,
        Map<String, Double> checks) {
    public Picture {
        checks = Map.copyOf(checks);
    }

    /**
     * One measure.
     *
     * @throws IllegalArgumentException if it was not measured, naming those that were
     */
    public double check(String name) {
        Double value = checks.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no check " + name + " among " + checks.keySet());
        }
        return value;
    }
}
