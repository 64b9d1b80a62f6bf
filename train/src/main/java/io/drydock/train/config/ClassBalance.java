package io.drydock.train.config;

/** What is done about classes of unequal size. */
public enum ClassBalance {
    /** Nothing: every image counts once. */
    NONE,
    /** The loss of an image is weighted by the inverse frequency of its class, mean weight 1. */
    WEIGHTED,
    /** The loss is weighted by the square root of the inverse frequency, mean weight 1. */
    SQRT_WEIGHTED,
    /** An epoch draws images so that classes are equally frequent, its length unchanged. */
    OVERSAMPLED
}
