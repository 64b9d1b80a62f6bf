package io.drydock.infer.predict;

import io.drydock.core.error.ConfigException;
import io.drydock.image.decode.Pixels;

/**
 * How many views of a picture are predicted and averaged. View 0 is the picture, view 1 its mirror image; the others are
 * mild zooms of 1.06 to 1.18 at fixed places along a golden spiral around the center, every second one mirrored. All are
 * the same on every run.
 *
 * @param views 1 to 32
 */
public record TestTimeAugmentation(int views) {
    /** The picture alone. */
    public static final TestTimeAugmentation NONE = new TestTimeAugmentation(1);

    private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

    public TestTimeAugmentation {
        if (views < 1 || views > 32) {
            throw new ConfigException(
                    "--tta " + views + " is out of range: it is the number of views of each image, 1 (plain),"
                            + " 2 (with the mirror image) and up to 32.");
        }
    }

    /**
     * A view of a picture, of the picture's own size.
     *
     * @param view 0 to {@link #views()} - 1
     */
    public Pixels view(Pixels picture, int view) {
        if (view < 0 || view >= views) {
            throw new IllegalArgumentException("view " + view + " is outside 0.." + (views - 1));
        }
        Pixels framed = view < 2 ? picture : zoomed(picture, view - 2);
        return view % 2 == 1 ? Mirror.of(framed) : framed;
    }

    private static Pixels zoomed(Pixels picture, int step) {
        double zoom = 1.06 + 0.04 * (step % 4);
        double radius = Math.sqrt((step % 8 + 0.5) / 8);
        double angle = step * GOLDEN_ANGLE;
        return Zoom.of(picture, zoom, radius * Math.cos(angle), radius * Math.sin(angle));
    }
}
