package io.drydock.workspace.image;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

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
    /** Share of the picture of which the file holds nothing, in 0..1. */
    public static final String MISSING_AREA = "missing_area";

    /** Share of the picture's detail that the file does not hold, in 0..1. */
    public static final String MISSING_DETAIL = "missing_detail";

    /** Whether the file's data is damaged: a yes is 1, a no 0. */
    public static final String DAMAGED = "damaged";

    public Picture {
        checks = Map.copyOf(checks);
    }

    /** What is wrong with a file of which a picture could be decoded; empty where nothing is, or nobody looked for it. */
    public Optional<String> damage() {
        double area = checks.getOrDefault(MISSING_AREA, 0.0);
        double detail = checks.getOrDefault(MISSING_DETAIL, 0.0);
        if (area > 0) {
            return Optional.of(
                    String.format(Locale.ROOT, "cut off: %s of the picture is missing and shows gray", share(area)));
        }
        if (detail > 0) {
            return Optional.of(String.format(Locale.ROOT, "cut off: %s of its detail is missing", share(detail)));
        }
        return checks.getOrDefault(DAMAGED, 0.0) > 0 ? Optional.of("damaged: parts may look wrong") : Optional.empty();
    }

    private static String share(double value) {
        return value < 0.01 ? "less than 1 %" : Math.round(100 * value) + " %";
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
