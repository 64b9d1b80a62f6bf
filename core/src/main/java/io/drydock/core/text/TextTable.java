package io.drydock.core.text;

import java.util.ArrayList;
import java.util.List;

/** Rows in aligned columns for a terminal: headers, a rule, numbers to the right. For one thread at a time. */
public final class TextTable {
    private static final String GAP = "  ";

    private final List<String> header;
    private final List<List<String>> rows = new ArrayList<>();

    public TextTable(String... header) {
        this.header = List.of(header);
    }

    /**
     * Adds a row; a value that is missing at the end is empty.
     *
     * @throws IllegalArgumentException if it has more values than columns
     */
    public TextTable row(Object... values) {
        if (values.length > header.size()) {
            throw new IllegalArgumentException(values.length + " values for " + header.size() + " columns");
        }
        List<String> row = new ArrayList<>();
        for (Object value : values) {
            row.add(VisibleText.of(String.valueOf(value)));
        }
        while (row.size() < header.size()) {
            row.add("");
        }
        rows.add(row);
        return this;
    }

    @Override
    public String toString() {
        int columns = header.size();
        int[] widths = new int[columns];
        boolean[] right = new boolean[columns];
        for (int c = 0; c < columns; c++) {
            widths[c] = TextWidth.of(header.get(c));
            right[c] = !rows.isEmpty();
            for (List<String> row : rows) {
                widths[c] = Math.max(widths[c], TextWidth.of(row.get(c)));
                right[c] &= isNumeric(row.get(c));
            }
        }
        StringBuilder text = new StringBuilder();
        append(text, header, widths, right);
        List<String> rule = new ArrayList<>();
        for (int width : widths) {
            rule.add("\u2500".repeat(width));
        }
        append(text, rule, widths, right);
        rows.forEach(row -> append(text, row, widths, right));
        return text.toString();
    }

    private static void append(StringBuilder text, List<String> row, int[] widths, boolean[] right) {
        StringBuilder line = new StringBuilder();
        for (int c = 0; c < widths.length; c++) {
            String padding = " ".repeat(widths[c] - TextWidth.of(row.get(c)));
            line.append(c == 0 ? "" : GAP).append(right[c] ? padding + row.get(c) : row.get(c) + padding);
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }

    private static boolean isNumeric(String text) {
        return text.isEmpty()
                || text.equals("-")
                || text.matches("[+-]?[\\d.,]+( ?(%|x|s|ms|MB|KB|GB|M|k))?( \\[-?[\\d.]+, -?[\\d.]+\\])?");
    }
}
