package io.drydock.core.submission;

import io.drydock.core.csv.CsvRow;
import io.drydock.core.csv.CsvTable;
import io.drydock.core.data.ClassList;
import io.drydock.core.data.CsvColumns;
import io.drydock.core.error.DataException;
import io.drydock.core.predict.ProbabilitiesCsv;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Recognizes which form of answer a sample submission shows. */
final class AnswerForms {
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d+(\\.0+)");
    private static final int SHOWN = 3;

    private AnswerForms() {}

    /**
     * The form of a sample.
     *
     * @throws DataException if its columns or its answers are not of these classes
     */
    static AnswerForm of(CsvTable table, int idColumn, ClassList classes) {
        List<Integer> others = IntStream.range(0, table.header().size())
                .filter(column -> column != idColumn)
                .boxed()
                .toList();
        Optional<AnswerForm> columns =
                table.layout().header() ? classColumns(table, others, classes) : Optional.empty();
        if (columns.isPresent()) {
            return columns.get();
        }
        List<Integer> named = others.size() == 1
                ? others
                : others.stream()
                        .filter(column -> CsvColumns.isLabelName(table.header().get(column)))
                        .toList();
        if (named.size() != 1) {
            throw new DataException(table.source() + " has " + table.header().size() + " columns ("
                    + String.join(", ", table.header())
                    + "). A sample submission has an id and one answer, or an id and one column for each class ("
                    + String.join(", ", classes.codes()) + ").");
        }
        return label(table, named.get(0), classes);
    }

    private static Optional<AnswerForm> classColumns(CsvTable table, List<Integer> others, ClassList classes) {
        Integer[] columns = new Integer[classes.size()];
        Arrays.fill(columns, -1);
        List<String> strange = new ArrayList<>();
        for (int column : others) {
            String name = table.header().get(column);
            int index = ProbabilitiesCsv.classIndex(name, classes);
            if (index < 0 || columns[index] >= 0) {
                strange.add(name);
            } else {
                columns[index] = column;
            }
        }
        int found = others.size() - strange.size();
        boolean oneOfTwo = others.size() == 1 && classes.size() == 2;
        boolean labelBeside = strange.stream().filter(CsvColumns::isLabelName).count() == 1;
        if (found == 0 || (others.size() == 1 && !oneOfTwo && classes.size() > 1) || (found == 1 && labelBeside)) {
            return Optional.empty();
        }
        if (!oneOfTwo && found < classes.size()) {
            int missing = Arrays.asList(columns).indexOf(-1);
            throw new DataException(table.source() + " has no column for class "
                    + classes.get(missing).code() + ". Its columns are " + String.join(", ", table.header())
                    + "; the classes are " + String.join(", ", classes.codes())
                    + ". Give the sample's classes with --classes at init.");
        }
        if (!strange.isEmpty()) {
            throw new DataException(table.source() + ": column \"" + strange.get(0)
                    + "\" is no class beside a column for each of the classes (" + String.join(", ", classes.codes())
                    + "). Remove it from the sample, or give all classes with --classes at init.");
        }
        return Optional.of(new AnswerForm.ClassColumns(classes, Arrays.asList(columns)));
    }

    private static AnswerForm label(CsvTable table, int column, ClassList classes) {
        TreeSet<String> values = new TreeSet<>();
        for (CsvRow row : table.rows()) {
            if (!row.field(column).isEmpty()) {
                values.add(row.field(column));
            }
        }
        List<String> codes = classes.codes();
        List<String> names = classes.names();
        boolean areNames = !values.isEmpty() && !codes.containsAll(values) && names.containsAll(values);
        String zeros = codes.containsAll(values) ? "" : zeros(values, codes);
        Map<String, String> cells = new LinkedHashMap<>();
        for (int c = 0; c < codes.size(); c++) {
            cells.put(codes.get(c), areNames ? names.get(c) : codes.get(c) + zeros);
        }
        List<String> foreign = values.stream()
                .filter(value -> !codes.contains(value) && !names.contains(value) && !cells.containsValue(value))
                .toList();
        if (foreign.isEmpty()) {
            return new AnswerForm.Label(column, cells, Optional.empty());
        }
        String shown =
                String.join(", ", foreign.stream().limit(SHOWN).toList()) + (foreign.size() > SHOWN ? ", ..." : "");
        if (values.size() > 1) {
            throw new DataException(table.source() + " answers with " + shown + ", and the classes here are "
                    + String.join(", ", codes) + ". Give the sample's codes with --classes at init. If these answers"
                    + " are placeholders, put one and the same value in each row and run init again.");
        }
        return new AnswerForm.Label(
                column,
                cells,
                Optional.of(table.source() + " answers with " + shown
                        + " in each row, which is no class. It is taken as a placeholder: answers are written as "
                        + String.join(", ", codes.stream().limit(SHOWN).toList())
                        + (codes.size() > SHOWN ? ", ..." : "")
                        + "."));
    }

    /** The zeros that the sample writes after whole numbers, such as {@code .0}, when without them all are classes. */
    private static String zeros(SortedSet<String> values, List<String> codes) {
        String zeros = "";
        for (String value : values) {
            Matcher matcher = WHOLE.matcher(value);
            if (!matcher.matches()
                    || !codes.contains(value.substring(0, matcher.start(1)))
                    || (!zeros.isEmpty() && !zeros.equals(matcher.group(1)))) {
                return "";
            }
            zeros = matcher.group(1);
        }
        return zeros;
    }
}
