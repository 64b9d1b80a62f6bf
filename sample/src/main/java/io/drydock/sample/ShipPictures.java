package io.drydock.sample;

import io.drydock.sample.scene.Composition;
import io.drydock.sample.scene.Scene;
import java.awt.image.BufferedImage;
import java.util.Random;

/** Draws single ship pictures; the same type, seed and size give the same picture. Safe for use by many threads. */
public final class ShipPictures {
    private ShipPictures() {}

    /** A picture of a size drawn from the seed, mostly 140x210. */
    public static BufferedImage draw(ShipType type, long seed) {
        return draw(type, Composition.USUAL, seed);
    }

    /** The same with its ships placed otherwise. */
    public static BufferedImage draw(ShipType type, Composition composition, long seed) {
        Random random = random(seed);
        int kind = random.nextInt(20);
        int width = kind == 19 ? 420 : kind == 18 ? 180 : 210;
        int height = kind < 11 ? 140 : kind == 19 ? 280 : 96 + random.nextInt(63);
        return Scene.draw(type.ship(), composition, height, width, random);
    }

    /** A picture of a given size. */
    public static BufferedImage draw(ShipType type, long seed, int height, int width) {
        return Scene.draw(type.ship(), Composition.USUAL, height, width, random(seed));
    }

    /** A JPEG file of {@link #draw(ShipType, long)}, its quality drawn from the seed too. */
    public static byte[] jpeg(ShipType type, long seed) {
        return jpeg(type, Composition.USUAL, seed);
    }

    /** The same with its ships placed otherwise. */
    public static byte[] jpeg(ShipType type, Composition composition, long seed) {
        return PictureFiles.jpeg(
                draw(type, composition, seed),
                0.7f + (float) (0.22 * random(~seed).nextDouble()));
    }

    private static Random random(long seed) {
        long mixed = (seed + 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
        return new Random(mixed ^ mixed >>> 31);
    }
}
