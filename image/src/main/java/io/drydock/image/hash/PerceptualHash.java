package io.drydock.image.hash;

import java.util.Arrays;

/**
 * What a picture looks like from afar: its lowest frequencies, by a cosine transform of its {@link GrayTile}. Unlike
 * the usual 64-bit hash (Zauner, 2010) the coefficients keep their values, and because mirroring changes only their
 * signs and turning only their places, one hash serves all eight orientations.
 *
 * @param coefficients [{@link #SIDE}][{@link #SIDE}] by vertical, then horizontal frequency; the first is always 0, so
 *     that brightness does not matter
 */
public record PerceptualHash(float[] coefficients) {
    /** Frequencies a side. */
    public static final int SIDE = 8;

    private static final int SAMPLES = 32;
    private static final float[][] COSINES = cosines();

    /** Of a tile. */
    public static PerceptualHash of(GrayTile tile) {
        float[] gray = tile.turned(Orientation.UPRIGHT, SAMPLES);
        float[] across = new float[SAMPLES * SIDE];
        for (int row = 0; row < SAMPLES; row++) {
            for (int v = 0; v < SIDE; v++) {
                float sum = 0;
                for (int x = 0; x < SAMPLES; x++) {
                    sum += gray[row * SAMPLES + x] * COSINES[v][x];
                }
                across[row * SIDE + v] = sum;
            }
        }
        float[] coefficients = new float[SIDE * SIDE];
        for (int u = 0; u < SIDE; u++) {
            for (int v = 0; v < SIDE; v++) {
                float sum = 0;
                for (int y = 0; y < SAMPLES; y++) {
                    sum += across[y * SIDE + v] * COSINES[u][y];
                }
                coefficients[u * SIDE + v] = sum;
            }
        }
        coefficients[0] = 0;
        return new PerceptualHash(coefficients);
    }

    private static float[][] cosines() {
        float[][] cosines = new float[SIDE][SAMPLES];
        for (int u = 0; u < SIDE; u++) {
            double scale = Math.sqrt((u == 0 ? 1.0 : 2.0) / SAMPLES);
            for (int x = 0; x < SAMPLES; x++) {
                cosines[u][x] = (float) (scale * Math.cos(Math.PI * u * (2 * x + 1) / (2 * SAMPLES)));
            }
        }
        return cosines;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PerceptualHash that && Arrays.equals(coefficients, that.coefficients);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(coefficients);
    }

    @Override
    public String toString() {
        return "PerceptualHash " + Arrays.toString(coefficients);
    }
}
