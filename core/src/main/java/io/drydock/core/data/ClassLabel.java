package io.drydock.core.data;

/** A class: its code is what the CSV says (any text), its name what people read. */
public record ClassLabel(String code, String name) {
    public ClassLabel {
        if (code.isBlank()) {
            throw new IllegalArgumentException("a class code must not be blank");
        }
    }
}
