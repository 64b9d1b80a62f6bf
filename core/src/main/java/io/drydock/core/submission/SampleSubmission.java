package io.drydock.core.submission;

import io.drydock.core.csv.CsvBytes;
import io.drydock.core.csv.CsvOptions;
import io.drydock.core.csv.CsvRow;
import io.drydock.core.csv.CsvTable;
import io.drydock.core.csv.CsvText;
import io.drydock.core.data.ClassList;
import io.drydock.core.data.CsvColumns;
import io.drydock.core.data.ImagePath;
import io.drydock.core.error.DataException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * What an answer must look like: its columns, an id for each row in order, and how the file is written.
 *
 * @param written how the bytes of the sample are written, with its text
 * @param table the same text as rows
 * @param idPosition column of the ids
 * @param ids exactly as the sample writes them
 */
public record SampleSubmission(CsvBytes written, CsvTable table, int idPosition, List<String> ids) {
    private static final int ROWS_LOOKED_AT = 1000;

    public SampleSubmission {
        ids = List.copyOf(ids);
    }

    /**
     * Reads a sample submission.
     *
     * @throws DataException if it has fewer than two columns, no row, or an id twice
     */
    public static SampleSubmission read(Path file) {
        return read(file, CsvOptions.automatic());
    }

    /** Reads a sample submission that is written as the options say. */
    public static SampleSubmission read(Path file, CsvOptions options) {
        return parse(String.valueOf(file.getFileName()), CsvBytes.ofFile(file), options);
    }

    /**
     * Takes the bytes of a file. Whether it has a header is seen from its ids, since the other lists may differ in that.
     *
     * @param source file name for messages
     * @throws DataException as {@link #read(Path)}
     */
    public static SampleSubmission parse(String source, byte[] bytes, CsvOptions options) {
        CsvBytes written = CsvBytes.decode(source, bytes, options);
        CsvOptions withHeader = new CsvOptions(options.encoding(), options.separator(), true);
        CsvTable table = CsvTable.parse(source, written.text(), withHeader);
        int id = idColumn(table);
        String first = table.header().get(id);
        boolean header = options.header()
                ? !ImagePath.looksLikeImage(first)
                : table.rows().isEmpty() || !alike(first, table.rows().get(0).field(id));
        return of(written, header ? table : CsvTable.parse(source, written.text(), withHeader.withoutHeader()), id);
    }

    private static SampleSubmission of(CsvBytes written, CsvTable table, int idColumn) {
        if (table.header().size() < 2) {
            throw new DataException(table.source() + " has " + table.header().size() + " columns ("
                    + String.join(", ", table.header())
                    + "). A sample submission has an id and an answer, or an id and a column for each class.");
        }
        Map<String, Long> ids = new LinkedHashMap<>();
        for (CsvRow row : table.rows()) {
            String id = row.field(idColumn);
            Long first = ids.putIfAbsent(id, row.line());
            if (first != null) {
                throw new DataException(table.at(row, "id \"" + id + "\" is already on line " + first + "."));
            }
        }
        if (ids.isEmpty()) {
            throw new DataException(table.source() + " has no row below its header.");
        }
        return new SampleSubmission(written, table, idColumn, List.copyOf(ids.keySet()));
    }

    /** A stand-in where the competition gives no sample: these images, under the columns image and label. */
    public static SampleSubmission ofImages(List<String> images) {
        CsvText csv = new CsvText().row("image", "label");
        images.forEach(image -> csv.row(image, ""));
        CsvOptions comma = CsvOptions.automatic().withSeparator(",");
        String text = csv.toString();
        return of(new CsvBytes(StandardCharsets.UTF_8, false, text), CsvTable.parse("test images", text, comma), 0);
    }

    /** File name for messages. */
    public String source() {
        return table.source();
    }

    public String idColumn() {
        return table.header().get(idPosition);
    }

    /** Names of the columns beside the ids. */
    public List<String> answerColumns() {
        return table.header().stream()
                .filter(column -> !column.equals(idColumn()))
                .toList();
    }

    /**
     * The form of the answers.
     *
     * @throws DataException if columns or answers are not of these classes
     */
    public AnswerForm form(ClassList classes) {
        return AnswerForms.of(table, idPosition, classes);
    }

    /** The only column with image files, else the only one that is named as such columns are, else the first. */
    private static int idColumn(CsvTable table) {
        Optional<Integer> images = only(
                table,
                column -> table.rows().stream()
                                        .limit(ROWS_LOOKED_AT)
                                        .filter(row -> ImagePath.looksLikeImage(row.field(column)))
                                        .count()
                                * 2
                        > Math.min(ROWS_LOOKED_AT, table.rows().size()));
        return images.or(() -> only(
                        table, column -> CsvColumns.isImageName(table.header().get(column))))
                .orElse(0);
    }

    private static Optional<Integer> only(CsvTable table, IntPredicate wanted) {
        int[] found = IntStream.range(0, table.header().size()).filter(wanted).toArray();
        return found.length == 1 ? Optional.of(found[0]) : Optional.empty();
    }

    private static boolean alike(String first, String second) {
        return ImagePath.looksLikeImage(first) == ImagePath.looksLikeImage(second)
                && first.chars().anyMatch(Character::isDigit) == second.chars().anyMatch(Character::isDigit);
    }
}
