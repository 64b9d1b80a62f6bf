package io.drydock.workbench.init;

import io.drydock.core.csv.CsvTable;
import io.drydock.core.data.ClassList;
import io.drydock.core.data.CsvColumns;
import io.drydock.core.data.CsvImport;
import io.drydock.core.data.FileCheck;
import io.drydock.core.data.ImportNote;
import io.drydock.core.data.ImportOptions;
import io.drydock.core.data.ImportedImage;
import io.drydock.core.data.ImportedLabels;
import io.drydock.core.data.ImportedTest;
import io.drydock.core.data.NameMatcher;
import io.drydock.core.data.NamedImages;
import io.drydock.core.data.NoteCode;
import io.drydock.core.data.UnusableRow;
import io.drydock.core.error.DataException;
import io.drydock.core.folder.FolderImport;
import io.drydock.core.folder.FolderLayout;
import io.drydock.core.folder.FolderNotes;
import io.drydock.core.folder.FolderWalk;
import io.drydock.core.folder.FoundFiles;
import io.drydock.core.folder.LayoutNotes;
import io.drydock.core.folder.PartWords;
import io.drydock.core.split.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The images that the user's lists name: read once for their names, and once more against what the files turned out to
 * hold. For one thread at a time.
 */
public final class ImageLists {
    private final Path root;
    private final Optional<CsvTable> labels;
    private final Optional<CsvTable> test;
    private final ImportOptions options;
    private final FoundFiles found;
    private final FolderLayout layout;
    private final NamedImages labelNames;
    private final NamedImages testNames;

    /**
     * Reads the lists.
     *
     * @param root folder of the images
     * @param labels CSV of labels; without it the folders below {@code root} are the classes
     * @param test CSV of images to predict
     * @throws DataException if a list is no CSV with recognizable columns
     */
    public ImageLists(Path root, Optional<Path> labels, Optional<Path> test, ImportOptions options) {
        this.root = root;
        this.labels = labels.map(CsvTable::read);
        this.test = test.map(CsvTable::read);
        this.options = options;
        this.found = FolderWalk.under(root);
        this.layout = this.labels.isPresent()
                ? FolderLayout.plain()
                : FolderLayout.of(
                        name(root),
                        found,
                        options.classes().map(ClassList::codes).orElse(List.of()));
        NameMatcher matcher = NameMatcher.of(found.images(), roots(root));
        this.labelNames = this.labels
                .map(table -> named(
                        matcher, table, CsvColumns.labelled(table, options).image(), Part.TRAIN))
                .orElseGet(NamedImages::paths);
        this.testNames = this.test
                .map(table -> named(matcher, table, CsvColumns.imagesOnly(table, options), Part.TEST))
                .orElseGet(NamedImages::paths);
    }

    /**
     * What can be used.
     *
     * @param test images to predict, in file order
     * @param unusable rows left out, labels first, each in file order
     */
    public record Usable(ImportedLabels labels, List<String> test, List<UnusableRow> unusable) {
        public Usable {
            test = List.copyOf(test);
            unusable = List.copyOf(unusable);
        }
    }

    /** Name of the column that names images in the CSV of labels; empty without one. */
    public String imageColumn() {
        return labels.map(table ->
                        table.header().get(CsvColumns.labelled(table, options).image()))
                .orElse("");
    }

    /** Name of the column that holds the labels; empty without a CSV. */
    public String labelColumn() {
        return labels.map(table ->
                        table.header().get(CsvColumns.labelled(table, options).label()))
                .orElse("");
    }

    /** Name of the column that names images to predict; empty without a CSV. */
    public String testColumn() {
        return test.map(table -> table.header().get(CsvColumns.imagesOnly(table, options)))
                .orElse("");
    }

    /** Labelled images by name, whatever their files hold. */
    public List<String> labeledNames() {
        return labels(FileCheck.none()).images().stream()
                .map(ImportedImage::image)
                .toList();
    }

    /** Images to predict by name, whatever their files hold. */
    public List<String> testNames() {
        return test(FileCheck.none()).images();
    }

    /**
     * What can be used of the lists.
     *
     * @param files says what is wrong with an image
     * @throws DataException if nothing can, or something cannot and the options are strict
     */
    public Usable usable(FileCheck files) {
        ImportedLabels labeled = labels(files);
        ImportedTest toPredict = test(files);
        List<UnusableRow> unusable = new ArrayList<>(labeled.unusable());
        unusable.addAll(toPredict.unusable());
        return new Usable(labeled, toPredict.images(), unusable);
    }

    /** What to know about the files found and how names and folders were read. */
    public List<ImportNote> notes() {
        List<ImportNote> notes = new ArrayList<>();
        labels.ifPresent(table -> notes.addAll(labelNames.notes(table.source())));
        test.ifPresent(table -> notes.addAll(testNames.notes(table.source())));
        if (labels.isEmpty()) {
            notes.addAll(LayoutNotes.of(found, layout));
        }
        notes.addAll(FolderNotes.of(found));
        notListed(notes);
        return notes;
    }

    /** Part of each labelled image by its folder; empty unless the folders are parts for training and validation. */
    public Map<String, Part> parts() {
        Map<String, Part> parts = new TreeMap<>();
        if (labels.isEmpty() && layout.hasParts()) {
            for (String image : found.images()) {
                layout.part(image).filter(part -> part != Part.TEST).ifPresent(part -> parts.put(image, part));
            }
        }
        return parts.containsValue(Part.TRAIN) && parts.containsValue(Part.VALID) ? parts : Map.of();
    }

    private void notListed(List<ImportNote> notes) {
        if (labels.isEmpty()) {
            return;
        }
        Set<String> listed = new HashSet<>();
        labels.ifPresent(table -> table.rows()
                .forEach(row -> labelNames
                        .image(row.field(CsvColumns.labelled(table, options).image()))
                        .ifPresent(listed::add)));
        testNames().forEach(listed::add);
        List<String> left =
                found.images().stream().filter(image -> !listed.contains(image)).toList();
        if (!left.isEmpty()) {
            notes.add(ImportNote.about(
                    NoteCode.NOT_LISTED,
                    left,
                    (left.size() == 1 ? "1 picture is" : left.size() + " pictures are")
                            + " in the image folder and in no list, and not used: " + ImportNote.listed(left) + "."));
        }
    }

    private NamedImages named(NameMatcher matcher, CsvTable table, int column, Part role) {
        return NamedImages.of(
                matcher,
                table.rows().stream()
                        .map(row -> row.field(column))
                        .filter(name -> !name.isEmpty())
                        .toList(),
                this::isFile,
                folder -> PartWords.of(folder.substring(folder.lastIndexOf('/') + 1))
                        .filter(role::equals)
                        .isPresent());
    }

    private boolean isFile(String image) {
        try {
            return Files.isRegularFile(root.resolve(image));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** The folder as it was named, and where it leads when that is a link. */
    private static List<Path> roots(Path root) {
        try {
            return List.of(root, root.toRealPath());
        } catch (IOException e) {
            return List.of(root);
        }
    }

    private static String name(Path root) {
        return String.valueOf(root.getFileName());
    }

    private ImportedLabels labels(FileCheck files) {
        return labels.map(table -> new CsvImport(options, files, labelNames).labels(table))
                .orElseGet(() -> new FolderImport(options, files).labels(name(root), found, layout));
    }

    private ImportedTest test(FileCheck files) {
        return test.map(table -> new CsvImport(options, files, testNames).test(table))
                .orElseGet(() -> inTestFolder(files));
    }

    private ImportedTest inTestFolder(FileCheck files) {
        List<String> usable = new ArrayList<>();
        List<UnusableRow> unusable = new ArrayList<>();
        for (String image : labels.isPresent() ? List.<String>of() : layout.test(found)) {
            files.problem(image)
                    .ifPresentOrElse(
                            problem -> unusable.add(
                                    new UnusableRow(name(root), 0, image, problem.reason(), problem.message())),
                            () -> usable.add(image));
        }
        return new ImportedTest(usable, unusable);
    }
}
