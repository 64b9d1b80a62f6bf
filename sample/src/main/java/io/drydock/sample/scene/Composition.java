package io.drydock.sample.scene;

import java.util.List;
import java.util.Random;

/** How much of a picture its ships take. */
public enum Composition {
    /** One ship that fills a good part of the picture, seldom a small one. */
    USUAL {
        @Override
        List<Placement> places(int width, int height, int horizon, Random random) {
            return List.of(Placement.draw(width, height, horizon, random));
        }
    },
    /** Two ships side by side, each a third to a half of the picture's width. */
    SEVERAL {
        @Override
        List<Placement> places(int width, int height, int horizon, Random random) {
            double left = 0.33 + 0.13 * random.nextDouble();
            double right = 0.33 + 0.13 * random.nextDouble();
            return List.of(
                    Placement.at(0.26 + 0.03 * random.nextGaussian(), left, width, height, horizon, random),
                    Placement.at(0.74 + 0.03 * random.nextGaussian(), right, width, height, horizon, random));
        }
    };

    /** Where the ships stand, in the order to paint them. */
    abstract List<Placement> places(int width, int height, int horizon, Random random);
}
