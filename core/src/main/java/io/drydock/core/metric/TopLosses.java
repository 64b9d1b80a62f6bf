package io.drydock.core.metric;

import io.drydock.core.predict.Probabilities;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The images that a model finds hardest to believe: largest loss first. Safe for use by many threads. */
public final class TopLosses {
    private TopLosses() {}

    /**
     * One image and what was thought of it.
     *
     * @param label given class index
     * @param predicted most probable class index
     * @param pLabel probability of the label
     * @param pPredicted probability of the prediction
     * @param loss negative logarithm of {@code pLabel}, in nats
     */
    public record TopLoss(String image, int label, int predicted, double pLabel, double pPredicted, double loss) {}

    /**
     * The first {@code count} images by loss; equal losses in order of their paths.
     *
     * @param labels class indexes [n]
     */
    public static List<TopLoss> of(int[] labels, Probabilities probabilities, int count) {
        double[] losses = Losses.of(labels, probabilities);
        return IntStream.range(0, labels.length)
                .mapToObj(i -> new TopLoss(
                        probabilities.images().get(i),
                        labels[i],
                        probabilities.predicted(i),
                        probabilities.at(i, labels[i]),
                        probabilities.at(i, probabilities.predicted(i)),
                        losses[i]))
                .sorted(Comparator.comparingDouble(TopLoss::loss).reversed().thenComparing(TopLoss::image))
                .limit(count)
                .toList();
    }
}
