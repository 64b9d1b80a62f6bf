package io.drydock.bench.remaining;

import io.drydock.core.random.RandomStream;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Where wrong labels are planted. */
enum Errors {
    /** On any image, any other class. */
    EVEN {
        @Override
        int[] plant(int[] truth, double[][] probabilities, int count, RandomStream random) {
            int[] order = random.permutation(truth.length);
            int[] labels = truth.clone();
            int classes = probabilities[0].length;
            for (int k = 0; k < count; k++) {
                labels[order[k]] = (truth[order[k]] + 1 + random.nextInt(classes - 1)) % classes;
            }
            return labels;
        }
    },
    /** On any image, the next class. */
    PAIRED {
        @Override
        int[] plant(int[] truth, double[][] probabilities, int count, RandomStream random) {
            int[] order = random.permutation(truth.length);
            int[] labels = truth.clone();
            for (int k = 0; k < count; k++) {
                labels[order[k]] = (truth[order[k]] + 1) % probabilities[0].length;
            }
            return labels;
        }
    },
    /** On the images that are hardest to tell from another class, which their label then says. */
    BORDER {
        @Override
        int[] plant(int[] truth, double[][] probabilities, int count, RandomStream random) {
            int[] other = IntStream.range(0, truth.length)
                    .map(i -> other(probabilities[i], truth[i]))
                    .toArray();
            int[] labels = truth.clone();
            IntStream.range(0, truth.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(
                            i -> Math.abs(probabilities[i][truth[i]] - probabilities[i][other[i]])))
                    .limit(count)
                    .forEach(i -> labels[i] = other[i]);
            return labels;
        }
    };

    /**
     * Labels with errors.
     *
     * @param probabilities [n][classes] of a model that tells which images are hard
     * @param count labels to make wrong
     */
    abstract int[] plant(int[] truth, double[][] probabilities, int count, RandomStream random);

    private static int other(double[] row, int truth) {
        return IntStream.range(0, row.length)
                .filter(c -> c != truth)
                .boxed()
                .max(Comparator.comparingDouble(c -> row[c]))
                .orElseThrow();
    }
}
