package io.drydock.explore.check;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A picture beyond a check's threshold, or at the head of its ranking.
 *
 * @param row of the picture
 * @param value that was measured, in the check's unit
 * @param score in [0, 1], low = suspect; .5 at the threshold where there is one
 * @param evidence what a person needs besides the value, by {@code snake_case} key, in the order to show it
 */
public record Flag(int row, double value, double score, Map<String, Object> evidence) {
    public Flag {
        evidence = Collections.unmodifiableMap(new LinkedHashMap<>(evidence));
    }

    Flag(int row, double value, double score) {
        this(row, value, score, Map.of());
    }
}
