package io.drydock.core.predict;

import io.drydock.core.csv.CsvRow;
import io.drydock.core.csv.CsvTable;
import io.drydock.core.csv.CsvText;
import io.drydock.core.data.ClassList;
import io.drydock.core.data.ImagePath;
import io.drydock.core.error.DataException;
import io.drydock.core.text.Suggestion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Probabilities as CSV: {@code image,predicted,<one column a class code>}. Reading accepts files of other tools: columns in
 * any order, headed by class code or name, {@code p1} or {@code prob_1}. Safe for use by many threads.
 */
public final class ProbabilitiesCsv {
    private static final Set<String> IMAGE_COLUMNS = Set.of("image", "file", "filename", "path", "id");
    private static final Set<String> PASSED_OVER =
            Set.of("predicted", "prediction", "pred", "label", "given", "part", "fold", "split", "loss");
    private static final List<String> PREFIXES = List.of("", "p", "p_", "prob_", "proba_", "probability_");

    private ProbabilitiesCsv() {}

    /** The text of the file; numbers are written so that they are read back bit by bit. */
    public static String text(Probabilities probabilities) {
        CsvText csv = new CsvText();
        List<String> header = new ArrayList<>(List.of("image", "predicted"));
        header.addAll(probabilities.codes());
        csv.row(header);
        for (int i = 0; i < probabilities.size(); i++) {
            List<String> fields = new ArrayList<>(header.size());
            fields.add(probabilities.images().get(i));
            fields.add(probabilities.predictedCode(i));
            for (double p : probabilities.row(i)) {
                fields.add(Double.toString(p));
            }
            csv.row(fields);
        }
        return csv.toString();
    }

    /**
     * Reads a file, ours or another tool's; columns come out in class order.
     *
     * @throws DataException if a class has no column, a column belongs to no class, a value is no number, or a row is not a
     *     distribution over the classes
     */
    public static Probabilities read(Path file, ClassList classes) {
        return parse(CsvTable.read(file), classes);
    }

    /** Reads a table already in memory. */
    public static Probabilities parse(CsvTable table, ClassList classes) {
        int imageColumn = imageColumn(table);
        int[] columns = classColumns(table, classes, imageColumn);
        List<String> images = new ArrayList<>();
        List<double[]> rows = new ArrayList<>();
        for (CsvRow row : table.rows()) {
            String name = row.field(imageColumn);
            images.add(ImagePath.relative(name).orElse(name));
            double[] values = new double[columns.length];
            for (int c = 0; c < columns.length; c++) {
                values[c] = number(table, row, columns[c]);
            }
            rows.add(values);
        }
        try {
            return new Probabilities(images, classes.codes(), rows.toArray(double[][]::new));
        } catch (DataException e) {
            throw new DataException(table.source() + ": " + e.getMessage(), e);
        }
    }

    private static int imageColumn(CsvTable table) {
        List<String> found = table.header().stream()
                .filter(column -> IMAGE_COLUMNS.contains(column.toLowerCase(Locale.ROOT)))
                .toList();
        if (found.size() != 1) {
            throw new DataException(table.source() + " needs one column \"image\" beside the classes; its columns are "
                    + String.join(", ", table.header()) + ".");
        }
        return table.header().indexOf(found.get(0));
    }

    private static int[] classColumns(CsvTable table, ClassList classes, int imageColumn) {
        int[] columns = new int[classes.size()];
        Arrays.fill(columns, -1);
        List<String> strange = new ArrayList<>();
        for (int column = 0; column < table.header().size(); column++) {
            String name = table.header().get(column);
            int index = classIndex(name, classes);
            if (index >= 0 && columns[index] >= 0) {
                throw new DataException(table.source() + " has two columns for class "
                        + classes.get(index).code() + ": \"" + table.header().get(columns[index]) + "\" and \"" + name
                        + "\". Remove one.");
            }
            if (index >= 0) {
                columns[index] = column;
            } else if (column != imageColumn && !PASSED_OVER.contains(name.toLowerCase(Locale.ROOT))) {
                strange.add(name);
            }
        }
        for (int c = 0; c < columns.length; c++) {
            if (columns[c] < 0) {
                throw new DataException(table.source() + " has no column for class "
                        + classes.get(c).code()
                        + ". Its columns are " + String.join(", ", table.header()) + "; the classes are "
                        + String.join(", ", classes.codes()) + ".");
            }
        }
        if (!strange.isEmpty()) {
            throw new DataException(table.source() + ": column \"" + strange.get(0)
                    + "\" is neither image, prediction nor one of the classes (" + String.join(", ", classes.codes())
                    + "). Remove it." + Suggestion.didYouMean(strange.get(0), classes.codes()));
        }
        return columns;
    }

    /** Index of the class that a column is for, by its code or name, perhaps behind {@code p} or {@code prob_}; else -1. */
    public static int classIndex(String column, ClassList classes) {
        for (String prefix : PREFIXES) {
            for (int c = 0; c < classes.size(); c++) {
                if (column.equals(prefix + classes.get(c).code())
                        || column.equals(prefix + classes.get(c).name())) {
                    return c;
                }
            }
        }
        return -1;
    }

    private static double number(CsvTable table, CsvRow row, int column) {
        String text = row.field(column);
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new DataException(
                    table.at(
                            row, "\"" + text + "\" in column " + table.header().get(column) + " is not a probability."),
                    e);
        }
    }
}
