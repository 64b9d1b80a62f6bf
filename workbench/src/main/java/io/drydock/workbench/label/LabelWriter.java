package io.drydock.workbench.label;

import io.drydock.core.csv.CsvEdit;
import io.drydock.core.csv.CsvRow;
import io.drydock.core.csv.CsvTable;
import io.drydock.core.data.CsvColumns;
import io.drydock.core.data.ImportOptions;
import io.drydock.core.data.NameMatcher;
import io.drydock.core.data.OneHot;
import io.drydock.core.error.DataException;
import io.drydock.core.label.LabelState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes labels as a CSV writes them: a code as the cell that the file has for it, such as {@code 1.0} for {@code 1}; or a 1 in
 * the column of the class. For one thread at a time.
 */
final class LabelWriter {
    private final CsvTable table;
    private final CsvColumns columns;
    private final LabelState labels;
    private final Map<String, String> cellByCode = new HashMap<>();

    private LabelWriter(CsvTable table, CsvColumns columns, LabelState labels, NameMatcher names) {
        this.table = table;
        this.columns = columns;
        this.labels = labels;
        Map<String, Map<String, Integer>> counts = new HashMap<>();
        for (CsvRow row : table.rows()) {
            names.match(row.field(columns.image()))
                    .image()
                    .flatMap(labels::imported)
                    .flatMap(image -> image.code())
                    .ifPresent(code -> counts.computeIfAbsent(code, any -> new TreeMap<>())
                            .merge(columns.label(table, row), 1, Integer::sum));
        }
        counts.forEach((code, cells) -> cellByCode.put(code, mostFrequent(code, cells)));
    }

    /** The cell on most rows; the code itself where it is one of them. */
    private static String mostFrequent(String code, Map<String, Integer> cells) {
        String best = code;
        for (Map.Entry<String, Integer> cell : cells.entrySet()) {
            if (cell.getValue() > cells.getOrDefault(best, 0)) {
                best = cell.getKey();
            }
        }
        return best;
    }

    /**
     * For a table whose column of labels has this name.
     *
     * @param labelColumn empty where the labels are one-hot
     * @param names finds the image that a row means
     */
    static LabelWriter of(CsvTable table, int imageColumn, String labelColumn, LabelState labels, NameMatcher names) {
        ImportOptions options =
                ImportOptions.automatic().withImageColumn(table.header().get(imageColumn));
        return new LabelWriter(
                table,
                CsvColumns.labelled(table, labelColumn.isEmpty() ? options : options.withLabelColumn(labelColumn)),
                labels,
                names);
    }

    /** Writes a label into a row, and says whether it is another one than the file has. */
    boolean write(CsvEdit edit, CsvRow row, String image, String code) {
        boolean same = labels.imported(image)
                .flatMap(imported -> imported.code())
                .filter(code::equals)
                .isPresent();
        if (same) {
            return false;
        }
        String cell = cellByCode.getOrDefault(code, code);
        if (columns.oneHot().isEmpty()) {
            edit.replace(row, columns.label(), cell);
            return true;
        }
        int one = column(columns.oneHot().get(), cell);
        int before = columns.oneHot().get().columns().stream()
                .filter(column -> table.header().get(column).equals(columns.label(table, row)))
                .findFirst()
                .orElse(one);
        String written = row.field(before);
        edit.replace(row, before, row.field(one));
        edit.replace(row, one, written);
        return true;
    }

    /** Adds a row at the end, for an image that the file does not name. */
    void add(CsvEdit edit, String image, String code) {
        List<String> fields = new ArrayList<>(Collections.nCopies(table.header().size(), ""));
        fields.set(columns.image(), image);
        String cell = cellByCode.getOrDefault(code, code);
        if (columns.oneHot().isEmpty()) {
            fields.set(columns.label(), cell);
        } else {
            int one = column(columns.oneHot().get(), cell);
            CsvRow like = table.rows().get(0);
            String label = columns.label(table, like);
            String zero = "";
            for (int column : columns.oneHot().get().columns()) {
                if (table.header().get(column).equals(label)) {
                    fields.set(one, like.field(column));
                } else {
                    zero = like.field(column);
                }
            }
            for (int column : columns.oneHot().get().columns()) {
                if (column != one) {
                    fields.set(column, zero);
                }
            }
        }
        edit.add(fields);
    }

    private int column(OneHot oneHot, String cell) {
        return oneHot.columns().stream()
                .filter(column -> table.header().get(column).equals(cell))
                .findFirst()
                .orElseThrow(() -> new DataException(table.source() + " has no column for class " + cell
                        + ". Export without its format: drydock labels export --plain."));
    }
}
