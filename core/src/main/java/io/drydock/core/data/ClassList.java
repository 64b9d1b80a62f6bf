package io.drydock.core.data;

import io.drydock.core.error.ConfigException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The classes of a data set in init order; a class index is a position in this list. */
public record ClassList(List<ClassLabel> classes) {
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,18}(\\.\\d{1,18})?");

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

    /** With one more class, after the others. */
    public ClassList with(ClassLabel added) {
        List<ClassLabel> more = new ArrayList<>(classes);
        more.add(added);
        return new ClassList(more);
    }

    /** Whether a code is a plain decimal number. */
    static boolean isNumber(String code) {
        return NUMBER.matcher(code).matches();
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

    /** A class as people read it: {@code Cargo (1)}, or the code alone where that is its name or no class has it. */
    public String shown(String code) {
        OptionalInt index = indexOf(code);
        return index.isEmpty() || get(index.getAsInt()).name().equals(code)
                ? code
                : get(index.getAsInt()).name() + " (" + code + ")";
    }

    /**
     * Reads {@code 1=Cargo,2=Military} or {@code cargo,military}.
     *
     * @throws ConfigException if a code is blank or stands twice
     */
    public static ClassList parse(String text) {
        List<ClassLabel> labels = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String part : text.split(",", -1)) {
            int equals = part.indexOf('=');
            String code = (equals < 0 ? part : part.substring(0, equals)).strip();
            String name = equals < 0 ? code : part.substring(equals + 1).strip();
            if (code.isEmpty() || name.isEmpty()) {
                throw new ConfigException("\"" + text + "\" is not a list of classes: \"" + part.strip()
                        + "\" lacks a code or a name. Write \"1=Cargo,2=Military\" or \"cargo,military\".");
            }
            if (!seen.add(code)) {
                throw new ConfigException(
                        "Class code \"" + code + "\" stands twice in \"" + text + "\". Each code names one class.");
            }
            labels.add(new ClassLabel(code, name));
        }
        return new ClassList(labels);
    }

    /** The distinct labels as classes: in numeric order when all are numbers, else in order of their text. */
    public static ClassList derivedFrom(Collection<String> labels) {
        List<String> codes = new ArrayList<>(new TreeSet<>(labels));
        if (codes.stream().allMatch(ClassList::isNumber)) {
            codes.sort(Comparator.comparing((String code) -> new BigDecimal(code))
                    .thenComparing(Comparator.naturalOrder()));
        }
        return ofCodes(codes);
    }
}
