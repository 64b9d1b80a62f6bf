package io.drydock.core.data;

import io.drydock.core.csv.CsvRow;
import io.drydock.core.csv.CsvTable;
import io.drydock.core.error.DataException;
import io.drydock.core.text.Suggestion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The CSV rules: columns are recognized when unambiguous; a row that cannot be used is left out with file, line and reason;
 * an image named twice counts once, with two labels not at all. Safe for use by many threads when its file check is.
 */
public final class CsvImport {
    private final ImportOptions options;
    private final FileCheck files;
    private final NamedImages names;
    private final boolean pool;

    /** Every name is the path of its image. */
    public CsvImport(ImportOptions options, FileCheck files) {
        this(options, files, NamedImages.paths(), false);
    }

    /**
     * With names in other forms.
     *
     * @param names which image each name means
     * @param pool whether images of rows without a label have a use: {@code strict} does not refuse them then
     */
    public CsvImport(ImportOptions options, FileCheck files, NamedImages names, boolean pool) {
        this.options = options;
        this.files = files;
        this.names = names;
        this.pool = pool;
    }

    /**
     * Reads labelled images.
     *
     * @throws DataException if the file or its columns cannot be used, no row can, or any row cannot and the options are strict
     */
    public ImportedLabels labels(Path csv) {
        return labels(CsvTable.read(csv, options.csv(csv)));
    }

    /** Reads labelled images from a table already in memory. */
    public ImportedLabels labels(CsvTable table) {
        CsvColumns columns = CsvColumns.labelled(table, options);
        List<UnusableRow> unusable = new ArrayList<>();
        List<Candidate> rows = new ArrayList<>();
        for (CsvRow row : table.rows()) {
            named(table, row, columns.image(), unusable)
                    .map(image -> new Candidate(row.line(), image, columns.label(table, row)))
                    .ifPresent(rows::add);
        }
        List<String> cells = rows.stream().map(Candidate::label).toList();
        LabelCells reading =
                new LabelCells(cells, options.classes(), columns.oneHot().isPresent());
        List<Candidate> labeled = new ArrayList<>(rows.size());
        for (Candidate row : rows) {
            if (reading.isMissing(row.label())) {
                unusable.add(new UnusableRow(
                        table.source(), row.line(), row.image(), Reason.MISSING_LABEL, missing(row.label())));
            } else {
                labeled.add(new Candidate(row.line(), row.image(), reading.code(row.label())));
            }
        }
        List<Candidate> distinct = withoutRepetitions(table.source(), labeled, unusable);
        ClassList classes = options.classes()
                .orElseGet(() -> ClassList.derivedFrom(
                        distinct.stream().map(Candidate::label).toList()));
        List<ImportedImage> images = usable(table.source(), distinct, classes, unusable);
        unusable.sort(Comparator.comparingLong(UnusableRow::line));
        requireUsable(table, images.size(), unusable);
        List<ImportNote> notes = new ArrayList<>(CsvNotes.of(table));
        columns.oneHot().ifPresent(oneHot -> notes.add(CsvNotes.oneHot(table, oneHot)));
        notes.addAll(reading.notes(table.source(), cells, classes));
        return new ImportedLabels(classes, images, unusable, notes);
    }

    /**
     * Reads images to predict, without labels.
     *
     * @throws DataException as {@link #labels(Path)}
     */
    public ImportedTest test(Path csv) {
        return test(CsvTable.read(csv, options.csv(csv)));
    }

    /** Reads images to predict from a table already in memory. */
    public ImportedTest test(CsvTable table) {
        int column = CsvColumns.imagesOnly(table, options);
        List<UnusableRow> unusable = new ArrayList<>();
        Map<String, Long> lines = new LinkedHashMap<>();
        for (CsvRow row : table.rows()) {
            named(table, row, column, unusable).ifPresent(image -> {
                Long first = lines.putIfAbsent(image, row.line());
                if (first != null) {
                    unusable.add(repeated(table.source(), row.line(), image, first));
                }
            });
        }
        List<String> images = new ArrayList<>();
        lines.forEach((image, line) -> files.problem(image)
                .ifPresentOrElse(
                        problem -> unusable.add(
                                new UnusableRow(table.source(), line, image, problem.reason(), problem.message())),
                        () -> images.add(image)));
        unusable.sort(Comparator.comparingLong(UnusableRow::line));
        requireUsable(table, images.size(), unusable);
        return new ImportedTest(images, unusable, CsvNotes.of(table));
    }

    private record Candidate(long line, String image, String label) {}

    private Optional<String> named(CsvTable table, CsvRow row, int column, List<UnusableRow> unusable) {
        String name = row.field(column);
        if (row.fields().size() > table.header().size()) {
            unusable.add(new UnusableRow(
                    table.source(),
                    row.line(),
                    name,
                    Reason.UNREADABLE,
                    "the row has " + row.fields().size() + " values for "
                            + table.header().size() + " columns. Put a value that holds the separator in quotes."));
            return Optional.empty();
        }
        if (name.isEmpty()) {
            unusable.add(
                    new UnusableRow(table.source(), row.line(), name, Reason.MISSING_FILE, "the row names no image."));
            return Optional.empty();
        }
        Optional<String> image = names.image(name);
        if (image.isEmpty()) {
            FileProblem problem = names.problem(name);
            unusable.add(new UnusableRow(table.source(), row.line(), name, problem.reason(), problem.message()));
        }
        return image;
    }

    private static List<Candidate> withoutRepetitions(
            String source, List<Candidate> candidates, List<UnusableRow> unusable) {
        Map<String, List<Candidate>> byImage = new LinkedHashMap<>(candidates.size() * 2);
        for (Candidate candidate : candidates) {
            byImage.computeIfAbsent(candidate.image(), image -> new ArrayList<>(1))
                    .add(candidate);
        }
        List<Candidate> distinct = new ArrayList<>(byImage.size());
        byImage.forEach((image, rows) -> {
            Candidate first = rows.get(0);
            List<String> labels = rows.stream().map(Candidate::label).distinct().toList();
            if (labels.size() > 1) {
                String where = rows.stream()
                        .map(row -> "\"" + row.label() + "\" on line " + row.line())
                        .reduce((a, b) -> a + ", " + b)
                        .orElse("");
                rows.forEach(row -> unusable.add(new UnusableRow(
                        source,
                        row.line(),
                        image,
                        Reason.CONFLICTING_LABEL,
                        image + " is labelled " + where + ". All of these rows are left out; keep the right one.")));
            } else {
                distinct.add(first);
                rows.stream().skip(1).forEach(row -> unusable.add(repeated(source, row.line(), image, first.line())));
            }
        });
        return distinct;
    }

    private static UnusableRow repeated(String source, long line, String image, long first) {
        return new UnusableRow(
                source, line, image, Reason.DUPLICATE_ROW, image + " already stands on line " + first + ".");
    }

    private List<ImportedImage> usable(
            String source, List<Candidate> distinct, ClassList classes, List<UnusableRow> unusable) {
        Map<String, Integer> indexes = new HashMap<>();
        for (int i = 0; i < classes.size(); i++) {
            indexes.put(classes.get(i).code(), i);
        }
        List<ImportedImage> images = new ArrayList<>(distinct.size());
        for (Candidate row : distinct) {
            Integer index = indexes.get(row.label());
            Optional<FileProblem> problem = index == null
                    ? Optional.of(new FileProblem(Reason.UNKNOWN_CLASS, unknown(row.label(), classes)))
                    : files.problem(row.image());
            if (index == null || problem.isPresent()) {
                problem.ifPresent(found -> unusable.add(
                        new UnusableRow(source, row.line(), row.image(), found.reason(), found.message())));
            } else {
                images.add(new ImportedImage(row.image(), index, row.line()));
            }
        }
        return images;
    }

    private static String missing(String cell) {
        return cell.isEmpty() ? "the row has no label." : "\"" + cell + "\" is read as a missing label.";
    }

    private static String unknown(String label, ClassList classes) {
        int byName = classes.names().indexOf(label);
        String hint = byName >= 0
                ? " \"" + label + "\" is the name of class "
                        + classes.get(byName).code() + "; a CSV holds codes."
                : Suggestion.didYouMean(label, classes.codes());
        return "label \"" + label + "\" is not one of the " + classes.size() + " classes ("
                + String.join(", ", classes.codes()) + ")." + hint;
    }

    private void requireUsable(CsvTable table, int usable, List<UnusableRow> leftOut) {
        List<UnusableRow> unusable = leftOut.stream()
                .filter(row -> !pool || row.reason() != Reason.MISSING_LABEL)
                .toList();
        if (usable == 0 && unusable.size() == leftOut.size()) {
            throw new DataException(table.source() + " has no usable row among "
                    + table.rows().size() + "." + UnusableRows.examples(unusable));
        }
        if (options.strict() && !unusable.isEmpty()) {
            throw new DataException(table.source() + ": " + unusable.size() + " of "
                    + table.rows().size() + " rows cannot be used, and --strict was asked for."
                    + UnusableRows.examples(unusable));
        }
    }
}
