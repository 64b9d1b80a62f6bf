package io.drydock.workbench.inspect;

import io.drydock.core.data.ClassLabel;
import io.drydock.core.split.Part;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Images of one class.
 *
 * @param count labelled images of the class
 * @param share of all labelled images, in [0, 1]
 * @param parts images of the class in each part of the current split; empty when nothing was split yet
 * @param exactlyGray how many of them have no color at all
 */
public record ClassCount(ClassLabel label, int count, double share, Map<Part, Integer> parts, int exactlyGray) {
    public ClassCount {
        Map<Part, Integer> ordered = new EnumMap<>(Part.class);
        ordered.putAll(parts);
        parts = Collections.unmodifiableMap(ordered);
    }
}
