package io.drydock.core.split;

import io.drydock.core.csv.CsvRow;
import io.drydock.core.csv.CsvTable;
import io.drydock.core.csv.CsvText;
import io.drydock.core.error.DataException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The file of a split: {@code image,label,part,fold}, a row an image in path order. Safe for use by many threads. */
public final class SplitCsv {
    private SplitCsv() {}

    /** Parts and folds as a file has them. */
    public record Rows(Map<String, Part> parts, Map<String, Integer> folds) {}

    /**
     * The text of the file.
     *
     * @param labels class code of each image when the split was drawn
     */
    public static String text(Split split, Map<String, String> labels) {
        CsvText csv = new CsvText().row("image", "label", "part", "fold");
        split.parts()
                .forEach((image, part) -> csv.row(
                        image,
                        labels.getOrDefault(image, ""),
                        part.key(),
                        split.fold(image).stream()
                                .mapToObj(String::valueOf)
                                .findFirst()
                                .orElse("")));
        return csv.toString();
    }

    /**
     * Reads a file that {@link #text} wrote.
     *
     * @throws DataException if a part or fold is not one, an image stands twice, or only some rows have a fold
     */
    public static Rows read(Path file) {
        CsvTable table = CsvTable.read(file);
        int image = table.column("image");
        int part = table.column("part");
        Map<String, Part> parts = new TreeMap<>();
        Map<String, Integer> folds = new TreeMap<>();
        int fold = table.header().indexOf("fold");
        for (CsvRow row : table.rows()) {
            String name = row.field(image);
            if (parts.put(name, part(table, row, row.field(part))) != null) {
                throw new DataException(table.at(row, name + " stands twice."));
            }
            if (fold >= 0) {
                fold(table, row, row.field(fold)).ifPresent(number -> folds.put(name, number));
            }
        }
        return new Rows(parts, folds);
    }

    static Part part(CsvTable table, CsvRow row, String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "train", "training" -> Part.TRAIN;
            case "valid", "val", "validation" -> Part.VALID;
            case "test" -> Part.TEST;
            default ->
                throw new DataException(table.at(
                        row,
                        "\"" + text + "\" is not a part. Write one of "
                                + String.join(
                                        ", ",
                                        Stream.of(Part.TRAIN, Part.VALID, Part.TEST)
                                                .map(Part::key)
                                                .toList())
                                + "."));
        };
    }

    static Optional<Integer> fold(CsvTable table, CsvRow row, String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!text.matches("\\d{1,4}")) {
            throw new DataException(table.at(row, "\"" + text + "\" is not a fold. Write a number from 0."));
        }
        return Optional.of(Integer.valueOf(text));
    }
}
