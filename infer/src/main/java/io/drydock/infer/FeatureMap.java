package io.drydock.infer;

/**
 * The last feature map of one picture, [channels, height, width], row-major.
 *
 * @param values channels * height * width floats; not copied, treat as read-only
 */
public record FeatureMap(int channels, int height, int width, float[] values) {
    public FeatureMap {
        if (channels < 1 || height < 1 || width < 1 || values.length != channels * height * width) {
            throw new IllegalArgumentException("a feature map of " + channels + "x" + height + "x" + width
                    + " cannot hold " + values.length + " values");
        }
    }

    /** Value of a channel at a place. */
    public float at(int channel, int y, int x) {
        return values[(channel * height + y) * width + x];
    }

    /** Places in one channel. */
    public int area() {
        return height * width;
    }
}
