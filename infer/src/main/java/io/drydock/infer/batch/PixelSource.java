package io.drydock.infer.batch;

import io.drydock.image.decode.Pixels;

/** Where the pictures of a job come from: a pixel store, or files decoded on the way. Must be safe for use by many threads. */
@FunctionalInterface
public interface PixelSource {
    /**
     * The picture at an index of the job, of the job's size.
     *
     * @throws io.drydock.core.error.ImageException if the picture cannot be had; it is then skipped and listed
     */
    Pixels pixels(int index);
}
