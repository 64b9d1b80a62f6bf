package io.drydock.workbench.config;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Where each value of a plan was given, for messages: on the command line, in a line of a file, or nowhere, so that it is
 * the recipe's.
 *
 * @param file its keys lie below those of the command line
 * @param typed keys with dots that the command line gives
 * @param otherwise place of a key that neither gives
 */
record KeyPlaces(ConfigDocument file, Set<String> typed, String otherwise) {
    static final String COMMAND_LINE = "Command line";

    private static final Pattern DOTTED = Pattern.compile("\\b[a-z0-9_]+(?:\\.[a-z0-9_]+)+\\b");
    private static final Pattern WORD = Pattern.compile("\\b[a-z_]+\\b");

    KeyPlaces {
        typed = Set.copyOf(typed);
    }

    /** One source of everything. */
    static KeyPlaces all(String source) {
        return new KeyPlaces(none(source), Set.of(), source);
    }

    /** No file: an empty document. */
    static ConfigDocument none(String source) {
        return new ConfigDocument(source, JsonNodeFactory.instance.objectNode(), Map.of(), false);
    }

    /** The place of a key, or of the keys within it. */
    String of(String key) {
        if (typed.stream().anyMatch(one -> one.equals(key) || one.startsWith(key + "."))) {
            return COMMAND_LINE;
        }
        return !key.isEmpty() && file.has(key) ? file.at(key) : otherwise;
    }

    /** The place of what a message is about: a key that it names, else the key where reading ended. */
    String of(String key, String message) {
        return DOTTED.matcher(message)
                .results()
                .map(MatchResult::group)
                .filter(this::given)
                .findFirst()
                .or(() -> Optional.of(key).filter(this::given))
                .or(() -> WORD.matcher(message)
                        .results()
                        .map(MatchResult::group)
                        .filter(this::given)
                        .findFirst())
                .map(this::of)
                .orElse(otherwise);
    }

    private boolean given(String key) {
        return !key.isEmpty() && (typed.contains(key) || file.has(key));
    }
}
