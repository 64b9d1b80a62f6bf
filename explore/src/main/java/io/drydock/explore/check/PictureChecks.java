package io.drydock.explore.check;

import io.drydock.core.finding.FindingKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * All checks of single pictures against their set: gray, tinted, dark, light, low contrast, blurred, little information,
 * odd size, odd aspect, borders. Safe for use by many threads.
 */
public final class PictureChecks {
    /** Raised when a check's results mean something else. */
    public static final int VERSION = 1;

    /** Names of the measures that a picture needs. */
    public static final Set<String> MEASURES = Set.of(
            "dark", "light", "contrast", "sharpness", "entropy", "channel_spread", "exactly_gray", "tint", "border");

    private static final double SIZE_FACTOR = 2;
    private static final double ASPECT_FACTOR = 1.5;
    private static final double LEAST_BORDER = 0.01;

    private static final List<TailCheck> TAILS = List.of(
            new TailCheck(
                    FindingKind.DARK,
                    "dark",
                    "99th percentile of brightness, 0..1",
                    true,
                    TailCheck.PLAIN,
                    TailCheck.PLAIN,
                    3.5,
                    0.6,
                    0.05),
            new TailCheck(
                    FindingKind.LIGHT,
                    "light",
                    "5th percentile of brightness, 0..1",
                    false,
                    TailCheck.PLAIN,
                    TailCheck.PLAIN,
                    3.5,
                    0.6,
                    0.05),
            new TailCheck(
                    FindingKind.LOW_CONTRAST,
                    "contrast",
                    "standard deviation of luma, 0..0.5",
                    true,
                    TailCheck.LOG,
                    TailCheck.EXP,
                    3.5,
                    0.12,
                    0.1),
            new TailCheck(
                    FindingKind.BLURRY,
                    "sharpness",
                    "spread of edges at 64 pixels",
                    true,
                    TailCheck.LOG,
                    TailCheck.EXP,
                    3.5,
                    60,
                    0.1),
            new TailCheck(
                    FindingKind.LOW_INFORMATION,
                    "entropy",
                    "entropy of luma, bits",
                    true,
                    TailCheck.PLAIN,
                    TailCheck.PLAIN,
                    3.5,
                    6,
                    0.2));

    private PictureChecks() {}

    /**
     * Runs every check.
     *
     * @param pictures the whole set, [n]; flags name rows of it
     * @return one result a check, also where nothing is flagged
     */
    public static List<CheckResult> of(List<MeasuredPicture> pictures) {
        ArrayList<CheckResult> results = new ArrayList<>();
        results.add(GrayChecks.gray(pictures));
        results.add(GrayChecks.tinted(pictures));
        TAILS.forEach(check -> results.add(check.of(pictures)));
        results.add(CommonShapes.of(
                FindingKind.ODD_SIZE,
                "area over the nearest common area, or under it, as a factor",
                "common_area",
                pictures,
                picture -> (double) picture.heightPx() * picture.widthPx(),
                SIZE_FACTOR));
        results.add(CommonShapes.of(
                FindingKind.ODD_ASPECT,
                "width over height against the nearest common one, as a factor",
                "common_aspect",
                pictures,
                MeasuredPicture::aspect,
                ASPECT_FACTOR));
        results.add(border(pictures));
        return List.copyOf(results);
    }

    private static CheckResult border(List<MeasuredPicture> pictures) {
        double[] shares = pictures.stream()
                .mapToDouble(picture -> picture.check("border"))
                .toArray();
        ArrayList<Flag> flags = new ArrayList<>();
        for (int i = 0; i < shares.length; i++) {
            if (shares[i] >= LEAST_BORDER) {
                flags.add(new Flag(i, shares[i], 0.5 * LEAST_BORDER / shares[i]));
            }
        }
        flags.sort(Comparator.comparingDouble(Flag::score).thenComparingInt(Flag::row));
        return new CheckResult(
                FindingKind.BORDER, "share that bars of one color take, 0..1", LEAST_BORDER, false, shares, flags);
    }
}
