package io.drydock.infer.predict;

import io.drydock.image.decode.Pixels;
import io.drydock.infer.batch.PixelSource;

/**
 * The views of pictures, numbered picture by picture: view v of picture p is p * views + v. A thread that asks for the
 * views of one picture after another has it decoded once. Safe for use by many threads.
 */
final class ViewSource implements PixelSource {
    private final PixelSource pictures;
    private final TestTimeAugmentation augmentation;
    private final ThreadLocal<Held> held = ThreadLocal.withInitial(() -> new Held(-1, new Pixels(1, 1, new byte[3])));

    ViewSource(PixelSource pictures, TestTimeAugmentation augmentation) {
        this.pictures = pictures;
        this.augmentation = augmentation;
    }

    @Override
    public Pixels pixels(int index) {
        int picture = index / augmentation.views();
        Held last = held.get();
        if (last.picture() != picture) {
            last = new Held(picture, pictures.pixels(picture));
            held.set(last);
        }
        return augmentation.view(last.pixels(), index % augmentation.views());
    }

    /** The picture that a thread decoded last. */
    private record Held(int picture, Pixels pixels) {}
}
