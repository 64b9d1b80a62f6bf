package io.drydock.train.loop;

import org.bytedeco.pytorch.Tensor;

/** Inputs of a stage's batches: pictures, or features of a frozen body. For one thread at a time. */
interface BatchSource extends AutoCloseable {
    /**
     * Prepares for an epoch.
     *
     * @param epoch of the whole training, from 0
     * @param fromStep first step that will be asked for
     */
    void begin(int epoch, EpochOrder order, int fromStep);

    /**
     * The inputs of the next batch, freed with the scope of the caller; valid until the next call.
     *
     * @param step within the epoch, one more each time
     * @return [images, ...] on the CPU
     */
    Tensor next(int step);

    /** Inputs of some validation images on the CPU, freed with the scope of the caller; valid until the next call. */
    Tensor validation(int from, int to);

    @Override
    void close();
}
