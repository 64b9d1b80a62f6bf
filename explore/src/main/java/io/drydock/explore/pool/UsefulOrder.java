package io.drydock.explore.pool;

import io.drydock.core.random.RandomStream;
import io.drydock.explore.linear.Rows;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * An order in which unlabeled rows teach a model most: uncertain ones that differ from each other first. The head is drawn as
 * in BADGE (Ash et al., "Deep Batch Active Learning by Diverse, Uncertain Gradient Lower Bounds", ICLR 2020,
 * arXiv:1906.03671): each row has the gradient that its most probable class as a label would give the last layer, long where
 * the model is uncertain, and rows are drawn by k-means++ on these gradients (Arthur and Vassilvitskii, 2007), from far from
 * those drawn before. The rest follows by uncertainty alone. The same input and seed give the same order.
 *
 * @param head most rows that are drawn one by one, at least 1
 * @param seed of the draws
 */
public record UsefulOrder(int head, long seed) {
    /** As many as a person labels in a sitting. */
    public static final UsefulOrder STANDARD = new UsefulOrder(200, 42);

    /**
     * The rows, the most useful first.
     *
     * @param probabilities [n][classes] by the model as it is now
     * @param features [n][d] of the same rows
     * @return [n] row indices
     */
    public int[] of(double[][] probabilities, float[][] features) {
        if (probabilities.length != features.length) {
            throw new IllegalArgumentException(
                    probabilities.length + " rows of probabilities for " + features.length + " of features");
        }
        int n = features.length;
        Gradients gradients = Gradients.of(probabilities, features);
        boolean[] taken = new boolean[n];
        int[] order = new int[n];
        int drawn = 0;
        double[] distances = gradients.lengths().clone();
        RandomStream random = RandomStream.of(seed, "useful order");
        while (drawn < Math.min(head, n)) {
            int next = drawn == 0 ? longest(distances) : drawn(distances, random);
            if (next < 0) {
                break;
            }
            order[drawn++] = next;
            taken[next] = true;
            int chosen = next;
            boolean first = drawn == 1;
            IntStream.range(0, n).parallel().forEach(i -> {
                double distance = taken[i] ? 0 : gradients.distance(i, chosen);
                distances[i] = first ? distance : Math.min(distances[i], distance);
            });
        }
        int[] rest = IntStream.range(0, n)
                .filter(i -> !taken[i])
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> margin(probabilities[i]))
                        .thenComparing(i -> i))
                .mapToInt(Integer::intValue)
                .toArray();
        System.arraycopy(rest, 0, order, drawn, rest.length);
        return order;
    }

    /** The most probable class's lead over the next, in [0, 1]: small where the model is uncertain. */
    public static double margin(double[] probabilities) {
        double best = 0;
        double next = 0;
        for (double p : probabilities) {
            if (p > best) {
                next = best;
                best = p;
            } else if (p > next) {
                next = p;
            }
        }
        return Math.min(1, best - next);
    }

    private static int longest(double[] lengths) {
        int best = -1;
        for (int i = 0; i < lengths.length; i++) {
            if (lengths[i] > 0 && (best < 0 || lengths[i] > lengths[best])) {
                best = i;
            }
        }
        return best;
    }

    /** A row in proportion to its squared distance; -1 where all are 0. */
    private static int drawn(double[] distances, RandomStream random) {
        double sum = Arrays.stream(distances).sum();
        if (!(sum > 0)) {
            return -1;
        }
        double at = random.nextDouble() * sum;
        int last = -1;
        for (int i = 0; i < distances.length; i++) {
            if (distances[i] > 0) {
                last = i;
                at -= distances[i];
                if (at < 0) {
                    break;
                }
            }
        }
        return last;
    }

    /**
     * The gradients, as products of two short vectors: they need not be written out.
     *
     * @param residuals [n][classes] probabilities, less 1 at the most probable class
     * @param rows [n][d] features of length 1 around their mean
     * @param lengths [n] squared lengths of the gradients
     */
    private record Gradients(double[][] residuals, float[][] rows, double[] lengths) {
        static Gradients of(double[][] probabilities, float[][] features) {
            float[][] rows = unit(features);
            double[][] residuals = new double[rows.length][];
            double[] lengths = new double[rows.length];
            for (int i = 0; i < rows.length; i++) {
                residuals[i] = probabilities[i].clone();
                int best = 0;
                for (int c = 1; c < residuals[i].length; c++) {
                    best = residuals[i][c] > residuals[i][best] ? c : best;
                }
                residuals[i][best] -= 1;
                lengths[i] = dot(residuals[i], residuals[i]) * Rows.dot(rows[i], rows[i]);
            }
            return new Gradients(residuals, rows, lengths);
        }

        /** Squared distance of two gradients. */
        double distance(int i, int j) {
            double product = dot(residuals[i], residuals[j]) * Rows.dot(rows[i], rows[j]);
            return Math.max(0, lengths[i] + lengths[j] - 2 * product);
        }

        private static float[][] unit(float[][] features) {
            if (features.length == 0) {
                return features;
            }
            float[] mean = Rows.mean(features);
            float[][] rows = new float[features.length][];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = features[i].clone();
                Rows.add(rows[i], -1, mean);
                float length = (float) Math.sqrt(Rows.dot(rows[i], rows[i]));
                for (int d = 0; d < rows[i].length; d++) {
                    rows[i][d] /= Math.max(length, 1e-12f);
                }
            }
            return rows;
        }

        private static double dot(double[] a, double[] b) {
            double sum = 0;
            for (int c = 0; c < a.length; c++) {
                sum += a[c] * b[c];
            }
            return sum;
        }
    }
}
