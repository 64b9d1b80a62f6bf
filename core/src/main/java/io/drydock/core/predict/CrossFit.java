package io.drydock.core.predict;

import io.drydock.core.random.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Weights of models, and an honest answer to the images that they were fitted on: each image is mixed with weights fitted
 * without it and without its copies. Weights are drawn toward equal ones by as much as lowers the loss on images left out.
 *
 * @param weights fitted on all images, for others
 * @param probabilities of the images, each by weights that it had no part in
 * @param shrinkage how far the weights lie on the way to equal ones, in [0, 1]
 * @param folds how often weights were fitted without some images
 */
public record CrossFit(Mix.Weights weights, Probabilities probabilities, double shrinkage, int folds) {
    private static final int MOST_FOLDS = 5;
    private static final long SEED = 42;
    private static final double[] SHRINKAGES = {1, 0.75, 0.5, 0.25, 0.1, 0};
    private static final double NOTABLE = 1e-9;

    /**
     * Fits.
     *
     * @param labels class indexes, one a row of the first model
     * @param groups content of each image; images of one content share a fold
     * @param on what the images are, such as {@code 797 images of the valid part}
     * @throws io.drydock.core.error.DataException if the models are not about the same images and classes
     */
    static CrossFit of(List<Probabilities> models, int[] labels, List<String> groups, String on) {
        List<Probabilities> aligned = Blend.aligned(models);
        Work work = new Work(SimplexFit.given(aligned, labels), folds(groups));
        Probabilities first = aligned.get(0);
        double[][] rows = new double[first.size()][];
        List<double[]> fitted = new ArrayList<>();
        for (int fold = 0; fold < work.folds; fold++) {
            double[] without = work.fit(fold, fold);
            fitted.add(without);
            double[] weights = shrunk(without, work.shrinkage(fold));
            for (int i = 0; i < rows.length; i++) {
                if (work.foldOf[i] == fold) {
                    rows[i] = mixed(aligned, i, weights);
                }
            }
        }
        double shrinkage = work.shrinkage(fitted);
        List<Double> weights = new ArrayList<>();
        for (double weight : shrunk(work.fit(-1, -1), shrinkage)) {
            weights.add(weight);
        }
        String how = String.format(
                Locale.ROOT,
                "%s, drawn %.0f %% of the way to equal; the score is cross-fitted in %d folds",
                on,
                100 * shrinkage,
                work.folds);
        return new CrossFit(
                new Mix.Weights(weights, Optional.of(how)),
                new Probabilities(first.images(), first.codes(), rows),
                shrinkage,
                work.folds);
    }

    /** Fold of each image: groups in random order, each to the fold with the fewest images. */
    private static int[] folds(List<String> groups) {
        Map<String, List<Integer>> members = new LinkedHashMap<>();
        for (int i = 0; i < groups.size(); i++) {
            members.computeIfAbsent(groups.get(i), group -> new ArrayList<>(1)).add(i);
        }
        List<List<Integer>> all = new ArrayList<>(members.values());
        int count = Math.max(1, Math.min(MOST_FOLDS, all.size()));
        int[] sizes = new int[count];
        int[] folds = new int[groups.size()];
        for (int g : RandomStream.of(SEED, "cross-fit").permutation(all.size())) {
            int smallest = 0;
            for (int fold = 1; fold < count; fold++) {
                smallest = sizes[fold] < sizes[smallest] ? fold : smallest;
            }
            sizes[smallest] += all.get(g).size();
            for (int i : all.get(g)) {
                folds[i] = smallest;
            }
        }
        return folds;
    }

    private static double[] shrunk(double[] weights, double shrinkage) {
        return Arrays.stream(weights)
                .map(weight -> (1 - shrinkage) * weight + shrinkage / weights.length)
                .toArray();
    }

    private static double[] mixed(List<Probabilities> models, int row, double[] weights) {
        double[] mixed = new double[models.get(0).codes().size()];
        for (int m = 0; m < weights.length; m++) {
            for (int c = 0; c < mixed.length; c++) {
                mixed[c] += weights[m] * models.get(m).at(row, c);
            }
        }
        return mixed;
    }

    /**
     * The fits of one set of images.
     *
     * @param given probability of the label, [n][models]
     */
    private record Work(double[][] given, int[] foldOf, int folds) {
        Work(double[][] given, int[] foldOf) {
            this(given, foldOf, Arrays.stream(foldOf).max().orElse(0) + 1);
        }

        /** Weights by the images outside two folds; equal ones where none is left. */
        double[] fit(int one, int other) {
            double[][] rows = new double[given.length][];
            int count = 0;
            for (int i = 0; i < rows.length; i++) {
                if (foldOf[i] != one && foldOf[i] != other) {
                    rows[count++] = given[i];
                }
            }
            return SimplexFit.quick(Arrays.copyOf(rows, count), given[0].length);
        }

        /** The shrinkage that is best for weights fitted without a fold, found without that fold. */
        double shrinkage(int without) {
            List<double[]> fitted = new ArrayList<>();
            for (int fold = 0; fold < folds; fold++) {
                fitted.add(fold == without ? new double[0] : fit(without, fold));
            }
            return shrinkage(fitted);
        }

        /** @param fitted weights for the images of each fold; empty ones where they do not count */
        double shrinkage(List<double[]> fitted) {
            double best = 1;
            double least = Double.POSITIVE_INFINITY;
            for (double shrinkage : SHRINKAGES) {
                double loss = 0;
                for (int i = 0; i < given.length; i++) {
                    double[] weights = fitted.get(foldOf[i]);
                    if (weights.length > 0) {
                        loss -= Math.log(dot(shrunk(weights, shrinkage), given[i]));
                    }
                }
                if (loss < least - NOTABLE) {
                    least = loss;
                    best = shrinkage;
                }
            }
            return best;
        }

        private static double dot(double[] a, double[] b) {
            double sum = 0;
            for (int k = 0; k < a.length; k++) {
                sum += a[k] * b[k];
            }
            return sum;
        }
    }
}
