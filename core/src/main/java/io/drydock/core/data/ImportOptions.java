package io.drydock.core.data;

import io.drydock.core.csv.CsvOptions;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What the user says about a CSV.
 *
 * @param imageColumn column that names the images, when it is not to be recognized
 * @param labelColumn column that holds the class codes, when it is not to be recognized
 * @param classes the classes in order, when they are not to be derived from the labels
 * @param strict whether a row that cannot be used is an error rather than left out
 * @param csv how files are written, as the user says now
 * @param csvBefore how files were written that were imported before, by absolute path
 */
public record ImportOptions(
        Optional<String> imageColumn,
        Optional<String> labelColumn,
        Optional<ClassList> classes,
        boolean strict,
        CsvOptions csv,
        Map<Path, CsvOptions> csvBefore) {
    public ImportOptions {
        csvBefore = Map.copyOf(csvBefore);
    }

    /** For files whose form is recognized. */
    public ImportOptions(
            Optional<String> imageColumn, Optional<String> labelColumn, Optional<ClassList> classes, boolean strict) {
        this(imageColumn, labelColumn, classes, strict, CsvOptions.automatic(), Map.of());
    }

    /** Everything recognized, unusable rows left out. */
    public static ImportOptions automatic() {
        return new ImportOptions(Optional.empty(), Optional.empty(), Optional.empty(), false);
    }

    /** How a file is written: as the user says now, else as it was imported before, else recognized. */
    public CsvOptions csv(Path file) {
        return csv.isAutomatic()
                ? csvBefore.getOrDefault(file.toAbsolutePath().normalize(), CsvOptions.automatic())
                : csv;
    }

    public ImportOptions withImageColumn(String column) {
        return new ImportOptions(Optional.of(column), labelColumn, classes, strict, csv, csvBefore);
    }

    public ImportOptions withLabelColumn(String column) {
        return new ImportOptions(imageColumn, Optional.of(column), classes, strict, csv, csvBefore);
    }

    public ImportOptions withClasses(ClassList known) {
        return new ImportOptions(imageColumn, labelColumn, Optional.of(known), strict, csv, csvBefore);
    }

    /** With classes derived from the labels. */
    public ImportOptions withoutClasses() {
        return new ImportOptions(imageColumn, labelColumn, Optional.empty(), strict, csv, csvBefore);
    }

    public ImportOptions withStrict(boolean refuse) {
        return new ImportOptions(imageColumn, labelColumn, classes, refuse, csv, csvBefore);
    }

    public ImportOptions withCsv(CsvOptions written) {
        return new ImportOptions(imageColumn, labelColumn, classes, strict, written, csvBefore);
    }

    public ImportOptions withCsvBefore(Map<Path, CsvOptions> known) {
        return new ImportOptions(imageColumn, labelColumn, classes, strict, csv, known);
    }
}
