package io.drydock.core.data;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What the cells of a label column mean: words for a missing value are no labels, {@code 1.0} is the class {@code 1}. A class
 * that the user names is always a class. Safe for use by many threads.
 */
final class LabelCells {
    private static final Set<String> MISSING =
            Set.of("", "nan", "na", "n/a", "#n/a", "#na", "<na>", "n.a.", "null", "none", "nil", "nat", "\\n");
    private static final Set<String> MISSING_MARKS = Set.of("?", "-", "--");
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,18}(\\.0+)?");
    private static final Pattern ZEROS = Pattern.compile("\\.0+$");

    private final Optional<ClassList> known;
    private final boolean byName;
    private final boolean marksAreMissing;
    private final boolean wholeNumbers;

    /**
     * @param cells all of the column
     * @param known the classes, when they are not derived from the cells
     * @param byName whether a cell may be the name of a class in place of its code
     */
    LabelCells(Collection<String> cells, Optional<ClassList> known, boolean byName) {
        this.known = known;
        this.byName = byName;
        this.marksAreMissing = cells.stream().noneMatch(cell -> cell.equals("+") || cell.equals("++"));
        List<String> labels = cells.stream().filter(cell -> !isMissing(cell)).toList();
        this.wholeNumbers = labels.stream().allMatch(cell -> WHOLE.matcher(cell).matches());
    }

    /** Whether a cell says that the image has no label. */
    boolean isMissing(String cell) {
        if (known.isPresent()
                && (known.get().codes().contains(cell) || known.get().names().contains(cell))) {
            return false;
        }
        return MISSING.contains(cell.toLowerCase(Locale.ROOT)) || (marksAreMissing && MISSING_MARKS.contains(cell));
    }

    /** The class code that a cell means; the cell itself where no other is meant. */
    String code(String cell) {
        if (known.isEmpty()) {
            return wholeNumbers ? ZEROS.matcher(cell).replaceFirst("") : cell;
        }
        int named = byName ? known.get().names().indexOf(cell) : -1;
        if (named >= 0 && known.get().indexOf(cell).isEmpty()) {
            return known.get().get(named).code();
        }
        if (known.get().indexOf(cell).isPresent() || !ClassList.isNumber(cell)) {
            return cell;
        }
        BigDecimal number = new BigDecimal(cell);
        List<String> same = known.get().codes().stream()
                .filter(code -> ClassList.isNumber(code) && new BigDecimal(code).compareTo(number) == 0)
                .toList();
        return same.size() == 1 ? same.get(0) : cell;
    }

    /**
     * What the user should know of the column.
     *
     * @param cells all of the column, once for each row
     * @param classes as they are used
     */
    List<ImportNote> notes(String source, Collection<String> cells, ClassList classes) {
        Map<String, Integer> counts = new TreeMap<>();
        cells.forEach(cell -> counts.merge(cell, 1, Integer::sum));
        List<ImportNote> notes = new ArrayList<>();
        missing(source, counts, classes).ifPresent(notes::add);
        numbers(source, counts).ifPresent(notes::add);
        Map<String, Integer> labels = new TreeMap<>();
        counts.forEach((cell, count) -> {
            if (!isMissing(cell)) {
                labels.merge(code(cell), count, Integer::sum);
            }
        });
        if (known.isEmpty()) {
            similar(source, labels).ifPresent(notes::add);
        } else {
            labels.keySet()
                    .removeIf(label -> known.get().indexOf(label).isPresent()
                            || known.get().names().contains(label));
        }
        SeveralLabels.note(source, labels).ifPresent(notes::add);
        return notes;
    }

    private Optional<ImportNote> missing(String source, Map<String, Integer> counts, ClassList classes) {
        List<String> words = counts.keySet().stream()
                .filter(cell -> isMissing(cell) && !cell.isEmpty())
                .toList();
        if (words.isEmpty()) {
            return Optional.empty();
        }
        int rows = words.stream().mapToInt(counts::get).sum();
        List<String> all = new ArrayList<>();
        classes.classes()
                .forEach(one -> all.add(one.name().equals(one.code()) ? one.code() : one.code() + "=" + one.name()));
        all.addAll(words);
        return Optional.of(new ImportNote(
                "missing_label",
                rows,
                source + ": " + quoted(words) + " in " + rows(rows)
                        + " is read as a missing label. If it is a class, name" + " it: --classes \""
                        + String.join(",", all) + "\".",
                words));
    }

    private Optional<ImportNote> numbers(String source, Map<String, Integer> counts) {
        List<String> cells = counts.keySet().stream()
                .filter(cell -> ClassList.isNumber(cell) && !code(cell).equals(cell))
                .toList();
        if (cells.isEmpty()) {
            return Optional.empty();
        }
        int rows = cells.stream().mapToInt(counts::get).sum();
        String first = cells.get(0);
        return Optional.of(new ImportNote(
                "number_form",
                rows,
                source + ": " + rows(rows) + (rows == 1 ? " writes" : " write")
                        + " a class as another number does, such" + " as " + first + ", which is class " + code(first)
                        + ".",
                cells));
    }

    private static Optional<ImportNote> similar(String source, Map<String, Integer> labels) {
        Map<String, List<String>> alike = new TreeMap<>();
        labels.keySet()
                .forEach(label -> alike.computeIfAbsent(
                                label.toLowerCase(Locale.ROOT).replaceAll("[\\s\\u00A0_]+", ""),
                                any -> new ArrayList<>())
                        .add(label));
        List<String> groups = new ArrayList<>();
        int rows = 0;
        for (List<String> group : alike.values()) {
            if (group.size() > 1) {
                List<String> byCount = group.stream()
                        .sorted((a, b) -> Integer.compare(labels.getOrDefault(b, 0), labels.getOrDefault(a, 0)))
                        .toList();
                groups.add(String.join(
                        " and ",
                        byCount.stream()
                                .map(label -> "\"" + label + "\" (" + labels.get(label) + ")")
                                .toList()));
                rows += byCount.stream().skip(1).mapToInt(labels::get).sum();
            }
        }
        if (groups.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ImportNote(
                "similar_classes",
                rows,
                source + ": classes differ only in case or spaces: "
                        + String.join(
                                "; ", groups.stream().limit(ImportNote.SHOWN).toList())
                        + (groups.size() > ImportNote.SHOWN ? "; ..." : "")
                        + ". They stay separate classes. If they are one, write them alike in the CSV and run init again.",
                groups));
    }

    private static String quoted(List<String> words) {
        return String.join(
                ", ",
                words.stream()
                        .limit(ImportNote.SHOWN)
                        .map(word -> "\"" + word + "\"")
                        .toList());
    }

    private static String rows(int count) {
        return count == 1 ? "1 row" : count + " rows";
    }
}
