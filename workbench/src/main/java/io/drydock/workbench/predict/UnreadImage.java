package io.drydock.workbench.predict;

import io.drydock.infer.predict.Prediction;

/**
 * An image that was left out of a prediction.
 *
 * @param message why, in words for the user
 */
public record UnreadImage(String image, String message) {
    /** What a prediction skipped. */
    public static UnreadImage of(Prediction.Skipped skipped) {
        return new UnreadImage(skipped.image(), skipped.message());
    }
}
