package io.drydock.sample.scene;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/** What a camera does to a scene: soft focus, exposure, a cast of color and grain. */
final class Film {
    private Film() {}

    static BufferedImage develop(BufferedImage scene, Random random) {
        int height = scene.getHeight();
        int width = scene.getWidth();
        BufferedImage picture = scene;
        if (random.nextInt(6) == 0) {
            double softness = 1.2 + 0.7 * random.nextDouble();
            BufferedImage small = scaled(scene, (int) (height / softness), (int) (width / softness));
            picture = scaled(small, height, width);
        }
        int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
        double exposure = 0.82 + 0.36 * random.nextDouble();
        double contrast = 0.82 + 0.36 * random.nextDouble();
        double[] cast = {1 + 0.05 * random.nextGaussian(), 1, 1 + 0.05 * random.nextGaussian()};
        int[][] curves = new int[3][256];
        for (int channel = 0; channel < 3; channel++) {
            for (int value = 0; value < 256; value++) {
                curves[channel][value] = (int) Math.round(((value * cast[channel] - 128) * contrast + 128) * exposure);
            }
        }
        int grain = random.nextInt(9);
        long state = random.nextLong() | 1;
        for (int i = 0; i < pixels.length; i++) {
            state ^= state << 13;
            state ^= state >>> 7;
            state ^= state << 17;
            int noise = (int) (((state >>> 40 & 0xFFFF) + (state >>> 20 & 0xFFFF)) * grain / 65536) - grain;
            int pixel = pixels[i];
            pixels[i] = level(curves[0][pixel >> 16 & 0xFF] + noise) << 16
                    | level(curves[1][pixel >> 8 & 0xFF] + noise) << 8
                    | level(curves[2][pixel & 0xFF] + noise);
        }
        picture.setRGB(0, 0, width, height, pixels, 0, width);
        return picture;
    }

    private static BufferedImage scaled(BufferedImage source, int height, int width) {
        BufferedImage target = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = Scene.graphics(target);
        graphics.drawImage(source, 0, 0, width, height, null);
        graphics.dispose();
        return target;
    }

    private static int level(int value) {
        return Math.max(0, Math.min(255, value));
    }
}
