package io.drydock.infer.heatmap;

/**
 * How much each place of the last feature map spoke for a class, [height, width] row-major, each at least 0; all 0 where
 * nothing did.
 *
 * @param values in the units of logit times activation; {@link #scaled()} brings them to 0..1
 */
public record HeatMap(int height, int width, float[] values) {
    public HeatMap {
        if (values.length != height * width) {
            throw new IllegalArgumentException(values.length + " values for a heat map of " + height + "x" + width);
        }
    }

    /** The same map divided by its largest value, so that it fills 0..1. */
    public HeatMap scaled() {
        float max = 0;
        for (float value : values) {
            max = Math.max(max, value);
        }
        float[] scaled = values.clone();
        for (int i = 0; i < scaled.length && max > 0; i++) {
            scaled[i] /= max;
        }
        return new HeatMap(height, width, scaled);
    }

    /** Whether nothing spoke for the class: each value is 0. */
    public boolean isEmpty() {
        for (float value : values) {
            if (value > 0) {
                return false;
            }
        }
        return true;
    }

    /** Value of a place. */
    public float at(int y, int x) {
        return values[y * width + x];
    }
}
