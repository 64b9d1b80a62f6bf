package io.drydock.infer.batch;

import io.drydock.core.data.ImageSize;
import io.drydock.core.data.Normalization;

/**
 * The shape of a batched job.
 *
 * @param size height and width that every picture comes in
 * @param normalization how pixels become the network's input
 * @param rowWidth numbers that the forward pass gives a picture
 * @param batchSize pictures in a forward pass
 * @param lanes forward passes that may run at once
 * @param workers threads that prepare pictures and start forward passes; with more workers than lanes the preparation
 *     of one batch overlaps with the forward pass of another
 */
public record BatchPlan(
        ImageSize size, Normalization normalization, int rowWidth, int batchSize, int lanes, int workers) {
    public BatchPlan {
        if (rowWidth < 1 || batchSize < 1 || lanes < 1 || workers < lanes) {
            throw new IllegalArgumentException(
                    "need a row width, a batch and lanes of at least 1, and as many workers as lanes;" + " were "
                            + rowWidth + ", " + batchSize + ", " + lanes + ", " + workers);
        }
    }

    /**
     * The plan that measured best: small batches that stay in a core's cache and one worker a lane, which prepares its
     * own pictures; with a single lane (one device, or one batch over all cores) larger batches, prepared ahead.
     */
    public static BatchPlan of(ImageSize size, Normalization normalization, int rowWidth, int lanes) {
        return lanes == 1
                ? new BatchPlan(size, normalization, rowWidth, 32, 1, 3)
                : new BatchPlan(size, normalization, rowWidth, 8, lanes, lanes);
    }
}
