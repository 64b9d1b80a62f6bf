package io.drydock.explore.duplicate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Which copy of a group to keep: one criterion after the other, each by a margin, so that a copy a few pixels larger does
 * not win over one that is far less compressed.
 *
 * @param image to keep
 * @param reason why, in words
 */
record KeepChoice(ComparedImage image, String reason) {
    private static final double LARGER = 1.1;
    private static final double LESS_COMPRESSED = 1.25;
    private static final double SHARPER = 1.1;

    /** Of copies in import order, at least one. */
    static KeepChoice of(List<ComparedImage> copies) {
        List<ComparedImage> left = copies.stream()
                .filter(image -> image.copy().label().isPresent())
                .toList();
        if (left.size() == 1 && copies.size() > 1) {
            return new KeepChoice(left.get(0), "the only labelled copy");
        }
        left = left.isEmpty() ? copies : left;
        for (Criterion criterion : criteria()) {
            List<ComparedImage> best = criterion.best(left);
            if (best.size() == 1 && left.size() > 1) {
                return new KeepChoice(best.get(0), criterion.reason(best.get(0), left));
            }
            left = best;
        }
        return new KeepChoice(left.get(0), "first in import order, as good as the others");
    }

    private static List<Criterion> criteria() {
        return List.of(
                new Criterion("largest", "pixels", 0, LARGER, ComparedImage::area),
                new Criterion("least compressed", "bytes a pixel", 2, LESS_COMPRESSED, ComparedImage::bytesPerPixel),
                new Criterion("sharpest", "spread of edges", 1, SHARPER, ComparedImage::sharpness));
    }

    private record Criterion(
            String word, String unit, int decimals, double margin, ToDoubleFunction<ComparedImage> value) {
        /** Those within the margin of the best. */
        List<ComparedImage> best(List<ComparedImage> images) {
            double highest = images.stream().mapToDouble(value).max().orElse(0);
            List<ComparedImage> best = new ArrayList<>();
            for (ComparedImage image : images) {
                if (value.applyAsDouble(image) * margin > highest) {
                    best.add(image);
                }
            }
            return best.isEmpty() ? images : best;
        }

        String reason(ComparedImage kept, List<ComparedImage> among) {
            double next = among.stream()
                    .filter(image -> !image.equals(kept))
                    .mapToDouble(value)
                    .max()
                    .orElse(0);
            return String.format(
                    Locale.ROOT,
                    "%s: %,." + decimals + "f %s against %,." + decimals + "f",
                    word,
                    value.applyAsDouble(kept),
                    unit,
                    next);
        }
    }
}
