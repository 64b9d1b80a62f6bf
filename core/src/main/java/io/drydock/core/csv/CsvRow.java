package io.drydock.core.csv;

import java.util.List;

/**
 * One row of a CSV.
 *
 * @param line where it starts in the file, from 1
 * @param fields its values without surrounding spaces
 */
public record CsvRow(long line, List<String> fields) {
    public CsvRow {
        fields = List.copyOf(fields);
    }

    /** Value of a column, empty where the row is shorter. */
    public String field(int column) {
        return column < fields.size() ? fields.get(column) : "";
    }
}
