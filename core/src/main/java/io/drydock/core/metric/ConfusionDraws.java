package io.drydock.core.metric;

import io.drydock.core.random.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Intervals of F1 by a smoothed bootstrap of the confusion matrix: every draw gives each cell a gamma weight of its count (a
 * draw of the Dirichlet distribution; Rubin, Annals of Statistics 9, 1981) and adds one image that was not seen. For the lower
 * ends that image is an error, for the upper ends it is right, so that an interval never shrinks to a point. In macro F1, where a
 * class with two images weighs as much as any other, each class gets one more unseen image, right as often as all classes
 * together, give or take what a draw common to all classes says. F1 of a draw is on average lower than F1 of the cells it was
 * drawn from; the ends are moved by that. For a few images they are widened. For one thread at a time.
 */
final class ConfusionDraws {
    /** Images that make the interval wider by a half of their share, as Student's distribution does. */
    private static final double FEW = 3;

    /** Strength of the guess that a class with few images is as good as all together. */
    private static final double KIND = 2;

    private static final double LEAST = 1e-3;

    private final ConfusionMatrix counts;
    private final int classes;
    private final int[] cells;
    private final double[] shares;
    private final boolean[] present;
    private final double quality;

    ConfusionDraws(ConfusionMatrix counts) {
        this.counts = counts;
        this.classes = counts.classes();
        List<Integer> filled = new ArrayList<>();
        shares = new double[classes];
        present = new boolean[classes];
        double n = Math.max(1, counts.n());
        for (int i = 0; i < classes; i++) {
            shares[i] = (counts.support(i) + counts.predictions(i)) / (2 * n);
            present[i] = shares[i] > 0;
            for (int j = 0; j < classes; j++) {
                if (counts.count(i, j) > 0) {
                    filled.add(i * classes + j);
                }
            }
        }
        cells = filled.stream().mapToInt(Integer::intValue).toArray();
        int right = 0;
        for (int c = 0; c < classes; c++) {
            right += counts.count(c, c);
        }
        quality = (right + 0.5) / (2 * n - right + 1);
    }

    /** Weighted and macro F1, each with its interval. */
    record Both(Measured weighted, Measured macro) {}

    Both intervals(long seed, int draws) {
        RandomStream random = RandomStream.of(seed, "confusion draws");
        double[][] low = new double[2][draws];
        double[][] high = new double[2][draws];
        for (int draw = 0; draw < draws; draw++) {
            Sums seen = new Sums(classes);
            for (int cell : cells) {
                int label = cell / classes;
                int predicted = cell % classes;
                seen.add(label, predicted, GammaDraw.next(random, counts.count(label, predicted)));
            }
            double weight = GammaDraw.exponential(random);
            int label = drawn(random);
            int other = otherThan(label, random);
            int right = drawn(random);
            Sums worse = new Sums(seen);
            worse.add(label, other, weight);
            seen.add(right, right, weight);
            low[0][draw] = worse.weightedF1();
            high[0][draw] = seen.weightedF1();
            double ones = GammaDraw.next(random, KIND * quality);
            double share = ones / (ones + GammaDraw.next(random, KIND * (1 - quality)));
            for (int c = 0; c < classes; c++) {
                if (present[c]) {
                    double hit = GammaDraw.next(random, Math.max(share, LEAST));
                    double error = GammaDraw.next(random, Math.max(1 - share, LEAST));
                    worse.add(c, c, hit);
                    worse.addError(c, error / 2);
                    seen.add(c, c, hit);
                    seen.addError(c, error / 2);
                }
            }
            low[1][draw] = worse.macroF1(present);
            high[1][draw] = seen.macroF1(present);
        }
        Sums worse = seen();
        Sums better = new Sums(worse);
        double apart = 1 - Arrays.stream(shares).map(share -> share * share).sum();
        for (int c = 0; c < classes; c++) {
            better.add(c, c, shares[c]);
            if (apart > 0) {
                worse.addError(c, shares[c] * (1 - shares[c]) / apart);
            }
        }
        Measured weighted = interval(counts.weightedF1(), 2, low[0], worse.weightedF1(), high[0], better.weightedF1());
        for (int c = 0; c < classes; c++) {
            if (present[c]) {
                worse.add(c, c, quality);
                worse.addError(c, (1 - quality) / 2);
                better.add(c, c, quality);
                better.addError(c, (1 - quality) / 2);
            }
        }
        return new Both(
                weighted,
                interval(counts.macroF1(), 1, low[1], worse.macroF1(present), high[1], better.macroF1(present)));
    }

    /** Class that the unseen image is of: as likely as it was given or predicted. */
    private int drawn(RandomStream random) {
        double at = random.nextDouble();
        for (int c = 0; c < classes; c++) {
            at -= shares[c];
            if (at < 0 && present[c]) {
                return c;
            }
        }
        return counts.count(0, 0) > 0 || classes == 1 ? 0 : lastPresent();
    }

    private int lastPresent() {
        for (int c = classes - 1; c > 0; c--) {
            if (present[c]) {
                return c;
            }
        }
        return 0;
    }

    /** Another class, as likely as it was given or predicted; any where no other was. */
    private int otherThan(int label, RandomStream random) {
        if (classes == 1) {
            return label;
        }
        if (shares[label] >= 1) {
            int other = random.nextInt(classes - 1);
            return other < label ? other : other + 1;
        }
        int other = drawn(random);
        while (other == label) {
            other = drawn(random);
        }
        return other;
    }

    private Sums seen() {
        Sums sums = new Sums(classes);
        for (int cell : cells) {
            sums.add(cell / classes, cell % classes, counts.count(cell / classes, cell % classes));
        }
        return sums;
    }

    /**
     * The value between percentiles of draws.
     *
     * @param times how often they are moved by what drawing did to them on average: once for the draws, and once more where the
     *     value itself suffered from it and the draws do not make up for that
     */
    private Measured interval(
            double value, int times, double[] low, double lowCenter, double[] high, double highCenter) {
        double below = times * (lowCenter - Arrays.stream(low).average().orElse(0));
        double above = times * (highCenter - Arrays.stream(high).average().orElse(0));
        Arrays.sort(low);
        Arrays.sort(high);
        double wider = Math.sqrt(1 + FEW / counts.n());
        double lower = value - wider * (value - Bootstrap.percentile(low, 0.025) - below);
        double upper = value + wider * (Bootstrap.percentile(high, 0.975) + above - value);
        return new Measured(value, Math.max(0, Math.min(value, lower)), Math.min(1, Math.max(value, upper)));
    }

    /** What F1 needs of a matrix of weights: sums of rows and columns, and the diagonal. */
    static final class Sums {
        private final double[] given;
        private final double[] predicted;
        private final double[] right;

        Sums(int classes) {
            given = new double[classes];
            predicted = new double[classes];
            right = new double[classes];
        }

        Sums(Sums other) {
            given = other.given.clone();
            predicted = other.predicted.clone();
            right = other.right.clone();
        }

        void add(int label, int guess, double weight) {
            given[label] += weight;
            predicted[guess] += weight;
            right[label] += label == guess ? weight : 0;
        }

        /** Adds errors about a class: as many given as it that are not, as predicted as it that are not. */
        void addError(int label, double weight) {
            given[label] += weight;
            predicted[label] += weight;
        }

        private double f1(int c) {
            double both = given[c] + predicted[c];
            return both == 0 ? 0 : 2 * right[c] / both;
        }

        double weightedF1() {
            double sum = 0;
            double n = 0;
            for (int c = 0; c < given.length; c++) {
                sum += given[c] * f1(c);
                n += given[c];
            }
            return n == 0 ? 0 : sum / n;
        }

        double macroF1(boolean[] counted) {
            double sum = 0;
            int n = 0;
            for (int c = 0; c < given.length; c++) {
                if (counted[c]) {
                    sum += f1(c);
                    n++;
                }
            }
            return n == 0 ? 0 : sum / n;
        }
    }
}
