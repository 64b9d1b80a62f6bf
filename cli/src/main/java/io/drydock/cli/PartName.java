package io.drydock.cli;

import io.drydock.core.error.ConfigException;
import io.drydock.core.split.Part;
import io.drydock.core.text.Suggestion;
import java.util.Arrays;
import java.util.List;

/** Parts as they are typed. Safe for use by many threads. */
final class PartName {
    private PartName() {}

    /** @throws ConfigException if there is no such part, naming the nearest */
    static Part parse(String text) {
        List<String> keys = Arrays.stream(Part.values()).map(Part::key).toList();
        return Arrays.stream(Part.values())
                .filter(part -> part.key().equals(text))
                .findFirst()
                .orElseThrow(() -> new ConfigException("--part " + text + " is none of " + String.join(", ", keys) + "."
                        + Suggestion.didYouMean(text, keys)));
    }
}
