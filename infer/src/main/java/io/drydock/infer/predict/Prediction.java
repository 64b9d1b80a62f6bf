package io.drydock.infer.predict;

import io.drydock.core.predict.Probabilities;
import java.util.List;

/**
 * What a classifier makes of a list of images.
 *
 * @param probabilities of the images that could be read, in their order
 * @param skipped the others, each with its reason
 */
public record Prediction(Probabilities probabilities, List<Skipped> skipped) {
    public Prediction {
        skipped = List.copyOf(skipped);
    }

    /**
     * An image without a prediction.
     *
     * @param message why, in words for the user
     */
    public record Skipped(String image, String message) {}
}
