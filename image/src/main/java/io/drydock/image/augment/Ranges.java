package io.drydock.image.augment;

import io.drydock.core.error.ConfigException;

/** Guards of the ranges a user may set. */
final class Ranges {
    private Ranges() {}

    static void requireShare(String key, double value) {
        requireWithin(key, value, 0, 1);
    }

    static void requireWithin(String key, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new ConfigException(
                    "augmentation " + key + " must lie in " + low + ".." + high + ", was " + value + ".");
        }
    }

    static void requireOrdered(String key, double min, double max) {
        if (!(min <= max)) {
            throw new ConfigException(
                    "augmentation " + key + " min must not exceed max, were " + min + " and " + max + ".");
        }
    }
}
