package io.drydock.network.graph;

/** Shape of one image's activation: channels x height x width; a vector of features is channels x 1 x 1. */
public record Shape(int channels, int height, int width) {
    public Shape {
        if (channels < 1 || height < 1 || width < 1) {
            throw new IllegalArgumentException(
                    "an activation of " + channels + "x" + height + "x" + width + " is empty: the image is too small");
        }
    }

    /** A vector of features. */
    public static Shape vector(int channels) {
        return new Shape(channels, 1, 1);
    }

    /** Number of values. */
    public long size() {
        return (long) channels * height * width;
    }

    /** The same height and width with another number of channels. */
    public Shape withChannels(int newChannels) {
        return new Shape(newChannels, height, width);
    }
}
