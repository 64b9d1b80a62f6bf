package io.drydock.explore.check;

import io.drydock.core.finding.FindingKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Odd sizes and shapes. Sizes come in clusters (downloads, cameras, crops), so a spread tells nothing: a value is odd
 * when it is far, by a factor, from every value that a notable share of the set has.
 */
final class CommonShapes {
    /** Share of the set around a value that makes it common. */
    private static final double COMMON = 0.01;
    /** Ratio up to which two values count as one. */
    private static final double WITHIN = 1.1;

    private static final double BINS_PER_UNIT = 1 / Math.log(1.02);

    private CommonShapes() {}

    /** @param factor distance to the nearest common value from which a value is odd, above 1 */
    static CheckResult of(
            FindingKind kind,
            String measure,
            String nearest,
            List<MeasuredPicture> pictures,
            ToDoubleFunction<MeasuredPicture> value,
            double factor) {
        double[] values = pictures.stream().mapToDouble(value).toArray();
        List<Double> common = common(values);
        double[] distances = new double[values.length];
        List<Flag> flags = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            double closest = Double.NaN;
            double distance = Double.POSITIVE_INFINITY;
            for (double each : common) {
                double ratio = Math.max(values[i] / each, each / values[i]);
                if (ratio < distance) {
                    distance = ratio;
                    closest = each;
                }
            }
            distances[i] = distance;
            if (distance > factor && Double.isFinite(distance)) {
                flags.add(new Flag(i, distance, 0.5 * factor / distance, Map.of(nearest, closest)));
            }
        }
        flags.sort(Comparator.comparingDouble(Flag::score).thenComparingInt(Flag::row));
        return new CheckResult(kind, measure, factor, false, distances, flags);
    }

    /** Values around which a notable share of the set lies, one for every 2 %. */
    private static List<Double> common(double[] values) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (double value : values) {
            counts.merge(bin(value), 1, Integer::sum);
        }
        int reach = (int) Math.round(Math.log(WITHIN) * BINS_PER_UNIT);
        double needed = Math.max(2, COMMON * values.length);
        List<Double> common = new ArrayList<>();
        for (int bin : counts.keySet()) {
            int around = 0;
            for (int other = bin - reach; other <= bin + reach; other++) {
                around += counts.getOrDefault(other, 0);
            }
            if (around >= needed) {
                common.add(Math.exp(bin / BINS_PER_UNIT));
            }
        }
        return common;
    }

    private static int bin(double value) {
        return (int) Math.round(Math.log(Math.max(1e-9, value)) * BINS_PER_UNIT);
    }
}
