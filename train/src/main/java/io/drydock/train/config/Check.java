package io.drydock.train.config;

import io.drydock.core.error.ConfigException;
import java.util.Locale;

/** Guards of configuration values: a refusal names the key, the range and the value found. Safe for use by many threads. */
final class Check {
    private Check() {}

    static void require(boolean condition, String message, Object... values) {
        if (!condition) {
            throw new ConfigException(String.format(Locale.ROOT, message, values));
        }
    }

    static void share(String key, double value) {
        require(value >= 0 && value <= 1, "%s must lie in 0..1, was %s.", key, value);
    }

    static void below1(String key, double value) {
        require(value >= 0 && value < 1, "%s must lie in [0, 1), was %s.", key, value);
    }

    static void positive(String key, double value) {
        require(value > 0 && Double.isFinite(value), "%s must be above 0, was %s.", key, value);
    }

    static void notNegative(String key, double value) {
        require(value >= 0 && Double.isFinite(value), "%s must not be below 0, was %s.", key, value);
    }

    static void range(String key, int value, int low, int high) {
        require(value >= low && value <= high, "%s must lie in %s..%s, was %s.", key, low, high, value);
    }
}
