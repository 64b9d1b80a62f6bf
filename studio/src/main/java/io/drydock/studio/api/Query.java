package io.drydock.studio.api;

import io.drydock.core.error.ConfigException;
import io.drydock.core.text.Suggestion;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of an address. One that nobody knows, one given twice and a value that does not suit are refused by a
 * {@link ConfigException} that names the parameter. Safe for use by many threads.
 */
final class Query {
    private static final int MOST_ROWS = 1000;

    private Query() {}

    /** Parameters of a stretch of a list. */
    private static final List<String> STRETCH = List.of("offset", "limit");

    /** Some parameters, and those of a stretch of a list. */
    static Set<String> withStretch(Set<String> names) {
        Set<String> all = new TreeSet<>(names);
        all.addAll(STRETCH);
        return all;
    }

    /** Refuses a parameter that a route does not know, and one that is given twice. */
    static void allow(Context request, Set<String> known) {
        for (Map.Entry<String, List<String>> one : request.queryParamMap().entrySet()) {
            String name = one.getKey();
            if (!known.contains(name)) {
                String all = known.isEmpty()
                        ? "There are none here."
                        : "Known are " + String.join(", ", new TreeSet<>(known)) + "."
                                + Suggestion.didYouMean(name, known);
                throw new ConfigException("The address has the parameter \"" + name + "\". " + all);
            }
            if (one.getValue().size() > 1) {
                throw new ConfigException("The address has the parameter \"" + name + "\" "
                        + one.getValue().size() + " times. Give it once.");
            }
        }
    }

    /** A value; empty where it is absent or blank. */
    static Optional<String> text(Context request, String name) {
        @Nullable String value = request.queryParam(name);
        return value == null || value.isBlank() ? Optional.empty() : Optional.of(value);
    }

    /** Several values, set apart by commas. */
    static List<String> list(Context request, String name) {
        return text(request, name).map(value -> List.of(value.split(",", -1))).orElse(List.of());
    }

    /** One of a few words; empty where it is absent. */
    static Optional<String> word(Context request, String name, List<String> words) {
        Optional<String> word = text(request, name);
        word.ifPresent(given -> requireWord(name, given, words));
        return word;
    }

    /** Refuses a word that is none of a few. */
    static void requireWord(String name, String word, List<String> words) {
        if (!words.contains(word)) {
            throw new ConfigException("\"" + name + "\" must be one of " + String.join(", ", words) + ", was \"" + word
                    + "\"." + Suggestion.didYouMean(word, words));
        }
    }

    /** A whole number of at least 0. */
    static int count(Context request, String name, int otherwise) {
        return text(request, name)
                .map(value -> (int) whole(name, value, Integer.MAX_VALUE))
                .orElse(otherwise);
    }

    /** How many rows to send: at most a thousand at once. */
    static int limit(Context request) {
        return Math.min(MOST_ROWS, count(request, "limit", 100));
    }

    /** A number in 0..1; empty where it is absent. */
    static Optional<Double> share(Context request, String name) {
        return text(request, name).map(value -> share(name, value));
    }

    private static double share(String name, String value) {
        try {
            double number = Double.parseDouble(value);
            if (number >= 0 && number <= 1) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new ConfigException("\"" + name + "\" must be a number in 0..1, was \"" + value + "\".", e);
        }
        throw new ConfigException("\"" + name + "\" must be a number in 0..1, was \"" + value + "\".");
    }

    /** Number of the image that the path of the address names. */
    static long image(Context request) {
        return whole("image", request.pathParam("id"), Long.MAX_VALUE);
    }

    private static long whole(String name, String value, long most) {
        try {
            long number = Long.parseLong(value);
            if (number >= 0 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new ConfigException(wanted(name, value, most), e);
        }
        throw new ConfigException(wanted(name, value, most));
    }

    private static String wanted(String name, String value, long most) {
        return "\"" + name + "\" must be a whole number in 0.." + most + ", was \"" + value + "\".";
    }
}
