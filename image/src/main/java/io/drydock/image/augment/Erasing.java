package io.drydock.image.augment;

import io.drydock.core.random.RandomStream;

/**
 * Covers one rectangle with mid-grey (Zhong et al., arXiv:1708.04896).
 *
 * @param min smallest side as a share of the picture's, in [0, 1]
 * @param max largest side as a share of the picture's, in [0, 1]
 */
public record Erasing(double probability, double min, double max) {
    public static final Erasing NONE = new Erasing(0, 0, 0);

    private static final byte MID_GRAY = 127;

    public Erasing {
        Ranges.requireShare("erasing probability", probability);
        Ranges.requireShare("erasing min", min);
        Ranges.requireShare("erasing max", max);
        Ranges.requireOrdered("erasing", min, max);
    }

    void apply(byte[] rgb, int height, int width, RandomStream random) {
        boolean applied = random.chance(probability);
        int rows = (int) (height * random.uniform(min, max));
        int columns = (int) (width * random.uniform(min, max));
        int top = random.nextInt(height - rows + 1);
        int left = random.nextInt(width - columns + 1);
        if (applied) {
            for (int row = top; row < top + rows; row++) {
                int start = (row * width + left) * 3;
                java.util.Arrays.fill(rgb, start, start + columns * 3, MID_GRAY);
            }
        }
    }
}
