package io.drydock.core.data;

import io.drydock.core.csv.CsvRow;
import io.drydock.core.csv.CsvTable;
import io.drydock.core.error.DataException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Labels as one column of 0 and 1 per class, with exactly one 1 in each row. Safe for use by many threads.
 *
 * @param columns positions in the header, whose names are the labels
 */
public record OneHot(List<Integer> columns) {
    private static final Set<String> ONE = Set.of("1", "1.0", "true");
    private static final Set<String> ZERO = Set.of("0", "0.0", "false", "");
    private static final Set<String> NO_CLASS =
            Set.of("isvalid", "valid", "istest", "istrain", "train", "test", "fold", "split");

    public OneHot {
        columns = List.copyOf(columns);
    }

    /**
     * The columns, when the labels are written this way and the columns beside them can hold none.
     *
     * @param others positions of the columns that do not name the images
     * @throws DataException if all of them hold 0 and 1, and some row has several 1s or none
     */
    static Optional<OneHot> find(CsvTable table, List<Integer> others) {
        List<Integer> classes = new ArrayList<>();
        List<Integer> beside = new ArrayList<>();
        for (int column : others) {
            boolean named = !NO_CLASS.contains(
                    table.header().get(column).toLowerCase(Locale.ROOT).replaceAll("[ _.-]", ""));
            if (named && holdsZerosAndOnes(table, column)) {
                classes.add(column);
            } else if (named) {
                beside.add(column);
            }
        }
        if (classes.size() < 2 || !beside.stream().allMatch(column -> holdsNoLabels(table, column))) {
            return Optional.empty();
        }
        List<CsvRow> several = new ArrayList<>();
        List<CsvRow> none = new ArrayList<>();
        for (CsvRow row : table.rows()) {
            long ones = classes.stream().filter(column -> isOne(row, column)).count();
            if (ones != 1) {
                (ones == 0 ? none : several).add(row);
            }
        }
        if (several.isEmpty() && none.isEmpty()) {
            return Optional.of(new OneHot(classes));
        }
        if (!beside.isEmpty()) {
            return Optional.empty();
        }
        throw refusal(table, classes, several, none);
    }

    private static DataException refusal(
            CsvTable table, List<Integer> classes, List<CsvRow> several, List<CsvRow> none) {
        String names = String.join(", ", names(table, classes));
        StringBuilder text = new StringBuilder(
                table.source() + ": the columns " + names + " hold 0 and 1, but not one 1 in each row.");
        if (!several.isEmpty()) {
            text.append(' ')
                    .append(several.size())
                    .append(" of ")
                    .append(table.rows().size())
                    .append(" rows have several (first: line ")
                    .append(several.get(0).line())
                    .append(
                            "). Labels of several classes per image (multi-label) are not supported: keep one 1 in each row,")
                    .append(" or make a set with two classes for each column.");
        }
        if (!none.isEmpty()) {
            text.append(' ')
                    .append(none.size())
                    .append(" of ")
                    .append(table.rows().size())
                    .append(" rows have none (first: line ")
                    .append(none.get(0).line())
                    .append("). Remove them, or add a column for images of no such class.");
        }
        return new DataException(text + " If one column holds the labels, name it with --label-column.");
    }

    private static boolean holdsZerosAndOnes(CsvTable table, int column) {
        boolean some = false;
        for (CsvRow row : table.rows()) {
            String value = row.field(column).toLowerCase(Locale.ROOT);
            if (!ONE.contains(value) && !ZERO.contains(value)) {
                return false;
            }
            some |= !value.isEmpty();
        }
        return some && !table.header().get(column).isEmpty();
    }

    /** Whether a column has numbers alone, or another value in each row. */
    private static boolean holdsNoLabels(CsvTable table, int column) {
        Set<String> values = new HashSet<>();
        boolean numbers = true;
        for (CsvRow row : table.rows()) {
            String value = row.field(column);
            values.add(value);
            numbers &= value.isEmpty() || ClassList.isNumber(value);
        }
        return numbers || values.size() == table.rows().size();
    }

    private static boolean isOne(CsvRow row, int column) {
        return ONE.contains(row.field(column).toLowerCase(Locale.ROOT));
    }

    private static List<String> names(CsvTable table, List<Integer> columns) {
        return columns.stream().map(table.header()::get).toList();
    }

    /** Names of the columns. */
    public List<String> names(CsvTable table) {
        return names(table, columns);
    }

    /** Name of the column with the 1; empty where the row has none. */
    public String label(CsvTable table, CsvRow row) {
        return columns.stream()
                .filter(column -> isOne(row, column))
                .map(table.header()::get)
                .findFirst()
                .orElse("");
    }
}
