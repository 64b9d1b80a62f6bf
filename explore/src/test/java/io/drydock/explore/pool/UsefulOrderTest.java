package io.drydock.explore.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.drydock.core.random.RandomStream;
import io.drydock.explore.linear.LogisticRegression;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UsefulOrderTest {
    private static final int CLASSES = 5;
    private static final int WIDTH = 12;
    private static final int POOL = 600;
    private static final int TEST = 500;
    private static final int BATCH = 10;
    private static final int MOST = 300;
    private static final int REPETITIONS = 24;
    private static final double WANTED = 0.9;

    @Test
    void anUncertainRowComesBeforeACertainOne() {
        double[][] probabilities = {{0.99, 0.01}, {0.5, 0.5}, {0.98, 0.02}};
        float[][] features = {{1, 0}, {0, 1}, {-1, 0}};

        assertThat(UsefulOrder.STANDARD.of(probabilities, features)[0]).isEqualTo(1);
    }

    @Test
    void theSecondDrawIsNoCopyOfTheFirst() {
        double[][] probabilities = {{0.5, 0.5}, {0.5, 0.5}, {0.6, 0.4}};
        float[][] features = {{1, 0}, {1, 0}, {-1, 3}};

        int[] order = UsefulOrder.STANDARD.of(probabilities, features);

        assertThat(order[0]).isZero();
        assertThat(order[1]).isEqualTo(2);
    }

    @Test
    void everyRowComesOnceAndTheOrderIsTheSameAgain() {
        Drawn drawn = new Drawn(3);
        double[][] probabilities = drawn.model(IntStream.range(0, 20).boxed().toList());

        int[] order = new UsefulOrder(50, 7).of(probabilities, drawn.pool);

        assertThat(IntStream.of(order).sorted().toArray())
                .isEqualTo(IntStream.range(0, POOL).toArray());
        assertThat(new UsefulOrder(50, 7).of(probabilities, drawn.pool)).isEqualTo(order);
    }

    @Test
    void nothingToOrderIsNoError() {
        assertThat(UsefulOrder.STANDARD.of(new double[0][], new float[0][])).isEmpty();
    }

    @Test
    void itReachesAnAccuracyWithFewerLabelsThanChance() {
        double useful = 0;
        double random = 0;
        for (int repetition = 0; repetition < REPETITIONS; repetition++) {
            Drawn drawn = new Drawn(repetition);
            useful += (double) drawn.labelsFor(true) / REPETITIONS;
            random += (double) drawn.labelsFor(false) / REPETITIONS;
        }

        assertThat(useful)
                .as("labels to reach %s: %s by use, %s at random", WANTED, useful, random)
                .isLessThan(0.8 * random);
    }

    /** Classes of unlike size, each of two clusters: what a pool of photographs looks like to a linear model. */
    private static final class Drawn {
        private final long seed;
        private final float[][] centers = new float[2 * CLASSES][];
        private final float[][] pool;
        private final int[] poolLabels = new int[POOL];
        private final float[][] test;
        private final int[] testLabels = new int[TEST];

        Drawn(long seed) {
            this.seed = seed;
            RandomStream random = RandomStream.of(seed, "set");
            for (int k = 0; k < centers.length; k++) {
                centers[k] = row(new float[WIDTH], 1.1, random);
            }
            pool = rows(POOL, poolLabels, random);
            test = rows(TEST, testLabels, random);
        }

        private float[][] rows(int n, int[] labels, RandomStream random) {
            float[][] rows = new float[n][];
            for (int i = 0; i < n; i++) {
                double at = random.nextDouble();
                labels[i] = at < 0.5 ? 0 : at < 0.75 ? 1 : at < 0.88 ? 2 : at < 0.95 ? 3 : 4;
                int cluster = 2 * labels[i] + (random.chance(0.8) ? 0 : 1);
                rows[i] = row(centers[cluster], 0.6, random);
            }
            return rows;
        }

        private static float[] row(float[] center, double spread, RandomStream random) {
            float[] row = center.clone();
            for (int d = 0; d < row.length; d++) {
                row[d] += (float) (spread * random.nextGaussian());
            }
            return row;
        }

        private LogisticRegression fit(List<Integer> labeled) {
            return LogisticRegression.fit(
                    labeled.stream().map(i -> pool[i]).toArray(float[][]::new),
                    labeled.stream().mapToInt(i -> poolLabels[i]).toArray(),
                    CLASSES,
                    1e-2);
        }

        double[][] model(List<Integer> labeled) {
            LogisticRegression model = fit(labeled);
            return Arrays.stream(pool).map(model::probabilities).toArray(double[][]::new);
        }

        private double accuracy(LogisticRegression model) {
            int right = 0;
            for (int i = 0; i < TEST; i++) {
                double[] row = model.probabilities(test[i]);
                int best = 0;
                for (int c = 1; c < row.length; c++) {
                    best = row[c] > row[best] ? c : best;
                }
                right += best == testLabels[i] ? 1 : 0;
            }
            return (double) right / TEST;
        }

        int labelsFor(boolean useful) {
            int[] shuffled = RandomStream.of(seed, "order").permutation(POOL);
            List<Integer> labeled =
                    new ArrayList<>(Arrays.stream(shuffled).limit(BATCH).boxed().toList());
            while (labeled.size() < MOST && accuracy(fit(labeled)) < WANTED) {
                List<Integer> left = Arrays.stream(shuffled)
                        .boxed()
                        .filter(i -> !labeled.contains(i))
                        .toList();
                labeled.addAll(useful ? next(left, labeled) : left.subList(0, BATCH));
            }
            return labeled.size();
        }

        private List<Integer> next(List<Integer> left, List<Integer> labeled) {
            LogisticRegression model = fit(labeled);
            double[][] probabilities =
                    left.stream().map(i -> model.probabilities(pool[i])).toArray(double[][]::new);
            float[][] features = left.stream().map(i -> pool[i]).toArray(float[][]::new);
            return Arrays.stream(new UsefulOrder(BATCH, seed).of(probabilities, features))
                    .limit(BATCH)
                    .mapToObj(left::get)
                    .toList();
        }
    }
}
