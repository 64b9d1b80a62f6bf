package io.drydock.image.augment;

import io.drydock.core.data.ImageSize;
import io.drydock.core.random.RandomStream;
import io.drydock.image.decode.Pixels;
import io.drydock.image.resize.ResizeMode;
import io.drydock.image.resize.Resizer;

/**
 * Draws random views of pictures. A view depends on the picture and the stream only, so threads and order do not
 * matter. Safe for use by many threads.
 */
public final class Augmenter {
    /** A picture larger than the view by this factor is shrunk by area means first, so that nothing aliases. */
    private static final double ALIASING = 1.5;

    private final Augmentation augmentation;
    private final ImageSize size;
    private final Resizer resizer;
    private final ThreadLocal<WarpBuffers> buffers = ThreadLocal.withInitial(WarpBuffers::new);

    public Augmenter(Augmentation augmentation, ImageSize size) {
        this.augmentation = augmentation;
        this.size = size;
        this.resizer = new Resizer(ResizeMode.SQUISH, size);
    }

    public Augmentation augmentation() {
        return augmentation;
    }

    public ImageSize size() {
        return size;
    }

    /**
     * One view of the augmenter's size. The stream is read in a fixed order and number of draws; hand in one of its own
     * for every (epoch, image).
     */
    public Pixels view(Pixels pixels, RandomStream random) {
        double aspect = (double) size.width() / size.height();
        Homography flip = augmentation.flip().draw(random);
        Homography warp = augmentation.warp().draw(random);
        Homography rotation = augmentation.rotation().draw(random, aspect);
        Homography zoom = augmentation.zoom().draw(random);
        Homography stretch = augmentation.aspect().draw(random);
        ToneCurve logit = augmentation.logit().draw(random);
        ToneCurve linear = augmentation.linear().draw(random);
        boolean gray = random.chance(augmentation.grayscale());

        Homography viewToPicture =
                stretch.after(rotation).after(zoom).after(warp).after(flip);
        Pixels source = tooLarge(pixels) ? resizer.apply(pixels) : pixels;
        byte[] rgb = warped(source, viewToPicture);
        boolean toned = logit != ToneCurve.IDENTITY || linear != ToneCurve.IDENTITY;
        Tones.apply(rgb, toned ? logit.table(linear) : new byte[0], gray);
        augmentation.erasing().apply(rgb, size.height(), size.width(), random);
        return new Pixels(size.height(), size.width(), rgb);
    }

    private boolean tooLarge(Pixels pixels) {
        return pixels.height() > ALIASING * size.height() || pixels.width() > ALIASING * size.width();
    }

    private byte[] warped(Pixels source, Homography viewToPicture) {
        boolean unmoved = viewToPicture.equals(Homography.IDENTITY);
        if (unmoved) {
            Pixels resized = resizer.apply(source);
            return source.size().equals(size) ? resized.rgb().clone() : resized.rgb();
        }
        return buffers.get()
                .warp(
                        source,
                        viewToPicture.inPixels(size.height(), size.width(), source.height(), source.width()),
                        size);
    }
}
