package io.drydock.train.plan;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** Tensors that train at one learning rate, by name. */
public record ParameterGroup(String name, Set<String> tensors) {
    public ParameterGroup {
        tensors = Collections.unmodifiableSet(new LinkedHashSet<>(tensors));
    }
}
