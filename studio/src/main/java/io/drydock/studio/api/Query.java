package io.drydock.studio.api;

import io.drydock.core.error.ConfigException;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What stands behind the question mark of an address. Safe for use by many threads. */
final class Query {
    private static final int MOST_ROWS = 1000;

    private Query() {}

    /** A value; empty where it is absent or blank. */
    static Optional<String> text(Context request, String name) {
        @Nullable String value = request.queryParam(name);
        return value == null || value.isBlank() ? Optional.empty() : Optional.of(value);
    }

    /** Several values, set apart by commas. */
    static List<String> list(Context request, String name) {
        return text(request, name).map(value -> List.of(value.split(","))).orElse(List.of());
    }

    /**
     * A whole number of at least 0.
     *
     * @throws ConfigException if it is none
     */
    static int count(Context request, String name, int otherwise) {
        return text(request, name).map(value -> whole(name, value)).orElse(otherwise);
    }

    /** How many rows to send: at most a thousand at once. */
    static int limit(Context request) {
        return Math.min(MOST_ROWS, count(request, "limit", 100));
    }

    /** A number; empty where it is absent. */
    static Optional<Double> number(Context request, String name) {
        return text(request, name).map(value -> {
            try {
                return Double.parseDouble(value);
            } catch (NumberFormatException e) {
                throw new ConfigException("\"" + name + "\" must be a number, was \"" + value + "\".", e);
            }
        });
    }

    /** Number of the image that the path of the address names. */
    static long image(Context request) {
        return whole("image", request.pathParam("id"));
    }

    private static int whole(String name, String value) {
        try {
            int number = Integer.parseInt(value);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new ConfigException("\"" + name + "\" must be a whole number, was \"" + value + "\".", e);
        }
        throw new ConfigException("\"" + name + "\" must be at least 0, was " + value + ".");
    }
}
