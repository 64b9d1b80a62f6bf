package io.drydock.infer.batch;

import io.drydock.image.decode.Pixels;
import io.drydock.image.store.PixelStore;
import java.util.List;

/** Where the pictures of a job come from: a pixel store, or files decoded on the way. Must be safe for use by many threads. */
@FunctionalInterface
public interface PixelSource {
    /**
     * The picture at an index of the job, of the job's size.
     *
     * @throws io.drydock.core.error.ImageException if the picture cannot be had; it is then skipped and listed
     */
    Pixels pixels(int index);

    /**
     * The stored pictures of these images.
     *
     * @param images relative paths in the order of the job
     */
    static PixelSource of(PixelStore store, List<String> images) {
        List<String> order = List.copyOf(images);
        return index -> store.pixels(order.get(index));
    }
}
