package io.drydock.image.compose;

import io.drydock.core.data.ImageSize;
import io.drydock.core.random.RandomStream;
import io.drydock.image.decode.Pixels;

/**
 * Pictures of two subjects by construction, each with a counterpart put together in the same way that has only one, so that
 * what tells the two apart is the subject and not the seams. All have the size of the first picture. Safe for use by many threads.
 */
public enum Composite {
    /** Two pictures on one sheet: side by side, one above the other, or a small one in a large one. */
    SEVERAL {
        @Override
        public Pixels of(Pixels picture, Pixels other, RandomStream random) {
            return together(picture, other, random);
        }
    },
    /** One picture with only the surroundings of another, laid out likewise. */
    NOT_SEVERAL {
        @Override
        public Pixels of(Pixels picture, Pixels other, RandomStream random) {
            return together(picture, Backdrop.emptied(other), random);
        }
    };

    private static final double FADE = 0.12;
    private static final double WATERLINE = 0.6;

    /**
     * Puts a picture together.
     *
     * @param picture whose subject is shown in both
     * @param other the second picture, of the same size
     * @param random draws layout, scale and grain
     */
    public abstract Pixels of(Pixels picture, Pixels other, RandomStream random);

    private static Pixels together(Pixels picture, Pixels other, RandomStream random) {
        ImageSize size = picture.size();
        double horizon = size.height() * random.uniform(0.35, 0.7);
        int layout = random.nextInt(3);
        if (layout == 2) {
            Sheet sheet = Sheet.of(picture);
            Pixels small = scaled(other, random.uniform(0.25, 0.5));
            int free = size.width() - small.width();
            int left = clamp((random.chance(0.5) ? 0 : free) + 10 * random.nextGaussian(), free);
            sheet.lay(small, standing(small, horizon, size), left, FADE);
            return sheet.developed(random);
        }
        Sheet sheet = Backdrop.drawnOut(picture, size, (int) horizon);
        Pixels first = scaled(picture, random.uniform(0.45, 0.58));
        Pixels second = scaled(other, random.uniform(0.45, 0.58));
        if (layout == 0) {
            double jitter = 8 * random.nextGaussian();
            sheet.lay(first, standing(first, horizon + jitter, size), 0, FADE);
            sheet.lay(second, standing(second, horizon - jitter, size), size.width() - second.width(), FADE);
        } else {
            sheet.lay(first, 0, random.nextInt(size.width() - first.width() + 1), FADE);
            sheet.lay(second, size.height() - second.height(), random.nextInt(size.width() - second.width() + 1), FADE);
        }
        return sheet.developed(random);
    }

    /** Row at which a picture starts so that its waterline lies on the horizon, as far as it fits. */
    private static int standing(Pixels small, double horizon, ImageSize size) {
        return clamp(horizon - WATERLINE * small.height(), size.height() - small.height());
    }

    private static int clamp(double value, int most) {
        return (int) Math.max(0, Math.min(most, Math.round(value)));
    }

    private static Pixels scaled(Pixels picture, double scale) {
        return Sheet.resized(
                picture, (int) Math.round(scale * picture.height()), (int) Math.round(scale * picture.width()));
    }
}
