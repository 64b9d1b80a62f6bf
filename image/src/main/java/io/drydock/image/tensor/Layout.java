package io.drydock.image.tensor;

/** Order of a batch's values in memory. */
public enum Layout {
    /** [image][channel][row][column]. */
    NCHW,
    /** [image][row][column][channel], also called channels-last. */
    NHWC
}
