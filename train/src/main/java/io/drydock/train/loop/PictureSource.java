package io.drydock.train.loop;

import io.drydock.core.data.ImageSize;
import io.drydock.image.decode.Pixels;

/** Where a training finds its pictures, decoded and resized: a pixel store for each size. */
@FunctionalInterface
public interface PictureSource {
    /** Pictures at one size, found by image. Must be safe for use by many threads. */
    @FunctionalInterface
    interface Pictures {
        /**
         * The picture of an image.
         *
         * @throws io.drydock.core.error.ImageException if it cannot be had
         */
        Pixels pixels(String image);
    }

    /** All pictures of the training at a size; called once for each size, before its first epoch. */
    Pictures at(ImageSize size);
}
