package io.drydock.core.metric;

import io.drydock.core.predict.Probabilities;
import io.drydock.core.random.RandomStream;
import java.util.Arrays;

/**
 * The mean loss with its interval, by a smoothed Bayesian bootstrap (Rubin, Annals of Statistics 9, 1981): every draw weighs the
 * images anew and adds one that was not seen, an image whose label is another class than the given one, as likely as the
 * probabilities say. Without it a few images that are all right would promise that none is ever wrong. Safe for use by many
 * threads.
 */
final class LossDraws {
    private LossDraws() {}

    static Measured mean(int[] labels, Probabilities probabilities, long seed, int draws) {
        double[] losses = Losses.of(labels, probabilities);
        double value = Arrays.stream(losses).sum() / losses.length;
        RandomStream random = RandomStream.of(seed, "loss draws");
        double[] drawn = new double[draws];
        for (int draw = 0; draw < draws; draw++) {
            double sum = 0;
            double weights = 0;
            for (double loss : losses) {
                double weight = GammaDraw.exponential(random);
                sum += weight * loss;
                weights += weight;
            }
            int image = random.nextInt(losses.length);
            double weight = GammaDraw.exponential(random);
            sum += weight * Losses.of(probabilities.at(image, otherClass(probabilities, image, labels[image], random)));
            drawn[draw] = sum / (weights + weight);
        }
        Arrays.sort(drawn);
        return new Measured(
                value,
                Math.min(value, Bootstrap.percentile(drawn, 0.025)),
                Math.max(value, Bootstrap.percentile(drawn, 0.975)));
    }

    private static int otherClass(Probabilities probabilities, int image, int label, RandomStream random) {
        int classes = probabilities.codes().size();
        double at = random.nextDouble() * (1 - probabilities.at(image, label));
        int likely = label;
        for (int c = 0; c < classes; c++) {
            if (c != label) {
                likely = c;
                at -= probabilities.at(image, c);
                if (at < 0) {
                    return c;
                }
            }
        }
        return likely;
    }
}
