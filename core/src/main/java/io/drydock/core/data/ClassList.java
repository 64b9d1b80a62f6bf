package io.drydock.core.data;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** The classes of a data set in init order; a class index is a position in this list. */
public record ClassList(List<ClassLabel> classes) {
    public ClassList {
        classes = List.copyOf(classes);
        Map<String, Integer> seen = new HashMap<>();
        for (ClassLabel label : classes) {
            if (seen.put(label.code(), 0) != null) {
                throw new IllegalArgumentException("class code " + label.code() + " stands twice");
            }
        }
    }

    /** Classes whose names are their codes. */
    public static ClassList ofCodes(List<String> codes) {
        return new ClassList(
                codes.stream().map(code -> new ClassLabel(code, code)).toList());
    }

    public int size() {
        return classes.size();
    }

    public ClassLabel get(int index) {
        return classes.get(index);
    }

    public List<String> codes() {
        return classes.stream().map(ClassLabel::code).toList();
    }

    public List<String> names() {
        return classes.stream().map(ClassLabel::name).toList();
    }

    /** Index of the class with this code. */
    public OptionalInt indexOf(String code) {
        for (int i = 0; i < classes.size(); i++) {
            if (classes.get(i).code().equals(code)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }
}
