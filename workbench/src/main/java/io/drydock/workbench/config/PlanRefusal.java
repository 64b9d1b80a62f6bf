package io.drydock.workbench.config;

import io.drydock.core.error.ConfigException;
import io.drydock.core.error.DrydockException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;

/** Says which value of a plan will not do, where it was given, and what it must be. Safe for use by many threads. */
final class PlanRefusal {
    private static final Pattern CAMEL_KEY = Pattern.compile("\\b[a-z]+\\.[a-z]+(?:[A-Z][a-z0-9]*)+\\b");

    private PlanRefusal() {}

    /** What a failure to read a plan means. */
    static ConfigException of(JacksonException e, String prefix, KeyPlaces places) {
        String key = prefix
                + e.getPath().stream()
                        .map(JacksonException.Reference::getPropertyName)
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining("."));
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof DrydockException || cause instanceof IllegalArgumentException) {
                String message = snakeCase(String.valueOf(cause.getMessage()));
                String place = places.of(key, message);
                boolean unnamed = place.equals(places.otherwise()) && !key.isEmpty() && !message.contains(key);
                return new ConfigException(place + (unnamed ? ": " + key : "") + ": " + message, e);
            }
        }
        String place = places.of(key) + ": " + key;
        if (e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            String wanted = wanted(mismatch.getTargetType());
            boolean found = e instanceof InvalidFormatException format
                    && format.getValue() != null
                    && !format.getValue().equals("");
            return new ConfigException(
                    place
                            + (found
                                    ? " is \"" + ((InvalidFormatException) e).getValue() + "\", which is not " + wanted
                                    : " must be " + wanted)
                            + ".",
                    e);
        }
        return new ConfigException(
                place + ": " + e.getOriginalMessage().lines().findFirst().orElse(""), e);
    }

    /** Refuses an infinite number, which most bounds let through, and what is no number. */
    static void requireFinite(JsonNode read, String path, KeyPlaces places) {
        for (Map.Entry<String, JsonNode> entry : read.properties()) {
            String key = path + entry.getKey();
            requireFinite(entry.getValue(), key + ".", places);
            boolean finite = entry.getValue().isArray()
                    ? entry.getValue().valueStream().allMatch(PlanRefusal::isFinite)
                    : isFinite(entry.getValue());
            if (!finite) {
                throw new ConfigException(places.of(key) + ": " + key + " is \"" + entry.getValue()
                        + "\", which is not a finite number.");
            }
        }
    }

    private static boolean isFinite(JsonNode node) {
        return !node.isFloatingPointNumber() || Double.isFinite(node.doubleValue());
    }

    private static String wanted(Class<?> type) {
        if (type.isEnum()) {
            List<String> names = Arrays.stream(type.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
                    .toList();
            return "one of " + String.join(", ", names);
        }
        if (type == int.class || type == long.class || type == Integer.class) {
            return "a whole number";
        }
        if (type == boolean.class) {
            return "true or false";
        }
        if (type == double.class || type == Double.class) {
            return "a number";
        }
        return List.class.isAssignableFrom(type) ? "a list, such as [0.1, 0.5, 1]" : "a value of the right kind";
    }

    /** The guards name keys as Java does; people write them as files do. */
    private static String snakeCase(String message) {
        return CAMEL_KEY
                .matcher(message)
                .replaceAll(match -> match.group().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT));
    }
}
