package io.drydock.core.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Recognizes label columns whose cells look like several labels, such as {@code a|b}. Safe for use by many threads. */
final class SeveralLabels {
    private static final List<String> SEPARATORS = List.of(",", ";", "|", "/", "+", "&", " ");

    private SeveralLabels() {}

    /**
     * A note, when most of the tokens between some separator are labels of their own, or are in several such cells.
     *
     * @param labels rows by label
     */
    static Optional<ImportNote> note(String source, Map<String, Integer> labels) {
        for (String separator : SEPARATORS) {
            List<String> joined = joined(labels, separator);
            if (!joined.isEmpty()) {
                int rows = joined.stream().mapToInt(labels::get).sum();
                return Optional.of(new ImportNote(
                        "several_labels",
                        rows,
                        source + ": " + (rows == 1 ? "1 row looks" : rows + " rows look")
                                + " like several labels in one cell, such as \"" + joined.get(0)
                                + "\". Each such cell is taken as one class of its own. Several labels per image"
                                + " (multi-label) are not supported: if the cells are lists, keep one label in each.",
                        joined));
            }
        }
        return Optional.empty();
    }

    private static List<String> joined(Map<String, Integer> labels, String separator) {
        List<String> cells = new ArrayList<>();
        Set<String> alone = new HashSet<>();
        Map<String, Integer> combinations = new HashMap<>();
        for (String label : labels.keySet()) {
            Set<String> tokens = tokens(label, separator);
            if (tokens.size() > 1) {
                cells.add(label);
                tokens.forEach(token -> combinations.merge(token, 1, Integer::sum));
            } else {
                alone.add(label);
            }
        }
        long usual = combinations.entrySet().stream()
                .filter(token -> alone.contains(token.getKey()) || token.getValue() > 1)
                .count();
        return usual * 2 > combinations.size() ? cells : List.of();
    }

    private static Set<String> tokens(String label, String separator) {
        Set<String> tokens = new LinkedHashSet<>();
        for (String token : label.split(Pattern.quote(separator), -1)) {
            String word = token.strip();
            if (!word.isEmpty()) {
                tokens.add(word);
            }
        }
        return tokens;
    }
}
