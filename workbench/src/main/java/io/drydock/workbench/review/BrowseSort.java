package io.drydock.workbench.review;

import io.drydock.core.error.ConfigException;
import io.drydock.core.finding.FindingKind;
import io.drydock.core.text.Suggestion;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Orders of the grid; images without the value come last whether it rises or falls. */
public enum BrowseSort {
    /** As in the user's file, images to be predicted last. */
    IMPORT,
    PATH,
    /** By class, in class order. */
    LABEL,
    PART,
    /** Most colorful first. */
    GRAYNESS,
    BRIGHTNESS,
    CONTRAST,
    SHARPNESS,
    /** Pixels in all. */
    SIZE,
    /** Width by height. */
    ASPECT,
    /**
     * Most suspect label first, as the audit ranks them; where the filter asks for a kind of finding, the strongest of that
     * kind first. Scores of different kinds measure different things, so they are not put in one order.
     */
    SCORE,
    /** Of the run asked about. */
    LOSS,
    /** Probability of the label by the run asked about; least first. */
    PROBABILITY,
    /** By the last decision about the image. */
    DECIDED;

    /** Lower-case name as addresses and options write it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The order of a key.
     *
     * @throws ConfigException if there is no such order, naming the nearest
     */
    public static BrowseSort of(String key) {
        List<String> keys = Arrays.stream(values()).map(BrowseSort::key).toList();
        return Arrays.stream(values())
                .filter(sort -> sort.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new ConfigException("Images cannot be sorted by \"" + key + "\", only by "
                        + String.join(", ", keys) + "." + Suggestion.didYouMean(key, keys)));
    }

    /** Whether one who asks for this order, and no more, wants the largest value first. */
    public boolean fallsFirst() {
        return this == LOSS || this == DECIDED;
    }

    boolean needsRun() {
        return this == LOSS || this == PROBABILITY;
    }

    /**
     * The order over images, made once for one view of them.
     *
     * @param kind of the findings whose scores are compared, where the order is by score
     */
    Comparator<ImageEntry> order(GridView view, FindingKind kind, boolean descending) {
        Comparator<ImageEntry> byPlace = Comparator.comparingInt(ImageEntry::place);
        return switch (this) {
            case IMPORT -> descending ? byPlace.reversed() : byPlace;
            case PATH ->
                turned(Comparator.comparing(ImageEntry::path), descending).thenComparing(byPlace);
            default -> byValue(view.values(this, kind), descending).thenComparing(byPlace);
        };
    }

    private static Comparator<ImageEntry> byValue(double[] values, boolean descending) {
        return (a, b) -> {
            double x = values[a.place()];
            double y = values[b.place()];
            if (Double.isNaN(x) || Double.isNaN(y)) {
                return Boolean.compare(Double.isNaN(x), Double.isNaN(y));
            }
            return descending ? Double.compare(y, x) : Double.compare(x, y);
        };
    }

    private static Comparator<ImageEntry> turned(Comparator<ImageEntry> order, boolean descending) {
        return descending ? order.reversed() : order;
    }
}
