package io.drydock.core.metric;

import io.drydock.core.metric.ConfusionDraws.Sums;
import io.drydock.core.random.RandomStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The difference of two runs' weighted F1 by a smoothed bootstrap of the counts of (label, first answer, second answer), as
 * {@link ConfusionDraws} does it for one: the image that was not seen is one that only the first run has right for the lower end,
 * and only the second for the upper. For one thread at a time.
 */
final class PairedDraws {
    private final int classes;
    private final int[][] cells;
    private final int[] counts;
    private final int[] labels;

    /**
     * @param first [n] cell of the first run's confusion matrix that each image counts in
     * @param second the same of the second run
     */
    PairedDraws(int[] first, int[] second, int classes) {
        this.classes = classes;
        Map<Long, Integer> joint = new HashMap<>();
        labels = new int[first.length];
        for (int i = 0; i < first.length; i++) {
            joint.merge((long) first[i] * classes + second[i] % classes, 1, Integer::sum);
            labels[i] = first[i] / classes;
        }
        cells = new int[joint.size()][];
        counts = new int[joint.size()];
        int k = 0;
        for (Map.Entry<Long, Integer> cell :
                joint.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList()) {
            int one = (int) (cell.getKey() / classes);
            cells[k] = new int[] {one / classes, one % classes, (int) (cell.getKey() % classes)};
            counts[k++] = cell.getValue();
        }
    }

    /**
     * The difference with its interval.
     *
     * @param pValue two-sided: twice the smaller share of draws on the other side of no difference, at most 1
     */
    record Difference(Measured measured, double pValue) {}

    Difference difference(double value, long seed, int draws) {
        RandomStream random = RandomStream.of(seed, "paired draws");
        double[] low = new double[draws];
        double[] high = new double[draws];
        double[] centers = new double[2];
        for (int draw = 0; draw < draws; draw++) {
            Sums[] runs = {new Sums(classes), new Sums(classes)};
            for (int k = 0; k < cells.length; k++) {
                add(runs, cells[k][0], cells[k][1], cells[k][2], GammaDraw.next(random, counts[k]));
            }
            int label = labels[random.nextInt(labels.length)];
            int wrong = otherThan(label, random);
            double weight = GammaDraw.exponential(random);
            low[draw] = difference(runs, label, label, wrong, weight);
            high[draw] = difference(runs, label, wrong, label, weight);
            Sums[] seen = seen();
            centers[0] += difference(seen, label, label, wrong, 1) / draws;
            centers[1] += difference(seen, label, wrong, label, 1) / draws;
        }
        double below = centers[0] - Arrays.stream(low).average().orElse(0);
        double above = centers[1] - Arrays.stream(high).average().orElse(0);
        Arrays.sort(low);
        Arrays.sort(high);
        Measured measured = new Measured(
                value,
                Math.max(-1, Math.min(value, Bootstrap.percentile(low, 0.025) + below)),
                Math.min(1, Math.max(value, Bootstrap.percentile(high, 0.975) + above)));
        long negative = Arrays.stream(low).filter(d -> d + below <= 0).count();
        long positive = Arrays.stream(high).filter(d -> d + above >= 0).count();
        return new Difference(measured, Math.min(1, 2.0 * (Math.min(negative, positive) + 1) / (draws + 1)));
    }

    private Sums[] seen() {
        Sums[] runs = {new Sums(classes), new Sums(classes)};
        for (int k = 0; k < cells.length; k++) {
            add(runs, cells[k][0], cells[k][1], cells[k][2], counts[k]);
        }
        return runs;
    }

    private static void add(Sums[] runs, int label, int first, int second, double weight) {
        runs[0].add(label, first, weight);
        runs[1].add(label, second, weight);
    }

    /** Second minus first with one more image. */
    private static double difference(Sums[] runs, int label, int first, int second, double weight) {
        Sums one = new Sums(runs[0]);
        Sums other = new Sums(runs[1]);
        one.add(label, first, weight);
        other.add(label, second, weight);
        return other.weightedF1() - one.weightedF1();
    }

    private int otherThan(int label, RandomStream random) {
        if (classes == 1) {
            return label;
        }
        for (int tries = 0; tries < classes; tries++) {
            int other = labels[random.nextInt(labels.length)];
            if (other != label) {
                return other;
            }
        }
        int other = random.nextInt(classes - 1);
        return other < label ? other : other + 1;
    }
}
