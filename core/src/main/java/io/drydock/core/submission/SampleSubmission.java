package io.drydock.core.submission;

import io.drydock.core.csv.CsvRow;
import io.drydock.core.csv.CsvTable;
import io.drydock.core.error.DataException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What an answer must look like: two columns, and an id a row in order.
 *
 * @param source file name for messages
 * @param ids exactly as the sample writes them
 * @param values the distinct answers that the sample shows
 */
public record SampleSubmission(
        String source, String idColumn, String answerColumn, List<String> ids, List<String> values) {
    public SampleSubmission {
        ids = List.copyOf(ids);
        values = List.copyOf(values);
    }

    /**
     * Reads a sample submission.
     *
     * @throws DataException if it has not two columns, no row, or an id twice
     */
    public static SampleSubmission read(Path file) {
        return of(CsvTable.read(file));
    }

    /**
     * Takes a table already in memory.
     *
     * @throws DataException as {@link #read}
     */
    public static SampleSubmission of(CsvTable table) {
        if (table.header().size() != 2) {
            throw new DataException(table.source() + " has " + table.header().size() + " columns ("
                    + String.join(", ", table.header()) + "). A sample submission has two: id and answer.");
        }
        Map<String, Long> ids = new LinkedHashMap<>();
        TreeSet<String> values = new TreeSet<>();
        for (CsvRow row : table.rows()) {
            Long first = ids.putIfAbsent(row.field(0), row.line());
            if (first != null) {
                throw new DataException(
                        table.at(row, "id \"" + row.field(0) + "\" already stands on line " + first + "."));
            }
            if (!row.field(1).isEmpty()) {
                values.add(row.field(1));
            }
        }
        if (ids.isEmpty()) {
            throw new DataException(table.source() + " has no row below its header.");
        }
        return new SampleSubmission(
                table.source(),
                table.header().get(0),
                table.header().get(1),
                List.copyOf(ids.keySet()),
                List.copyOf(values));
    }

    /** A stand-in where the competition gives no sample: these images, under the columns image and label. */
    public static SampleSubmission ofImages(List<String> images) {
        return new SampleSubmission("test images", "image", "label", images, List.of());
    }
}
