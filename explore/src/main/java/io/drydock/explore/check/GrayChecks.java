package io.drydock.explore.check;

import io.drydock.core.finding.FindingKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Pictures without color, however they are stored, and pictures of one color. Safe for use by many threads. */
final class GrayChecks {
    /** 99th percentile of the spread between channels up to which a picture looks gray. */
    static final double GRAY_SPREAD = 10;

    /** Spread of color at equal brightness up to which a picture has one color only, in levels. */
    static final double TINT_SPREAD = 2;

    private GrayChecks() {}

    static CheckResult gray(List<MeasuredPicture> pictures) {
        double[] spreads = pictures.stream()
                .mapToDouble(picture -> picture.check("channel_spread"))
                .toArray();
        List<Flag> flags = new ArrayList<>();
        for (int i = 0; i < spreads.length; i++) {
            if (spreads[i] <= GRAY_SPREAD) {
                MeasuredPicture picture = pictures.get(i);
                String how = picture.storedGray() ? "stored" : picture.check("exactly_gray") > 0 ? "exact" : "near";
                flags.add(new Flag(i, spreads[i], 0.5 * spreads[i] / GRAY_SPREAD, Map.of("gray", how)));
            }
        }
        return result(
                FindingKind.GRAY, "spread between channels, 99th percentile, 0..255", GRAY_SPREAD, spreads, flags);
    }

    static CheckResult tinted(List<MeasuredPicture> pictures) {
        double[] tints = new double[pictures.size()];
        List<Flag> flags = new ArrayList<>();
        for (int i = 0; i < tints.length; i++) {
            MeasuredPicture picture = pictures.get(i);
            tints[i] = picture.check("tint");
            double spread = picture.check("channel_spread");
            if (tints[i] <= TINT_SPREAD && spread > GRAY_SPREAD) {
                flags.add(new Flag(i, tints[i], 0.5 * tints[i] / TINT_SPREAD, Map.of("channel_spread", spread)));
            }
        }
        return result(
                FindingKind.TINTED,
                "spread of color at equal brightness, in levels of 0..255",
                TINT_SPREAD,
                tints,
                flags);
    }

    private static CheckResult result(
            FindingKind kind, String measure, double threshold, double[] values, List<Flag> flags) {
        flags.sort(Comparator.comparingDouble(Flag::score).thenComparingInt(Flag::row));
        return new CheckResult(kind, measure, threshold, true, values, flags);
    }
}
