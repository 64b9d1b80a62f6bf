package io.drydock.workbench.init;

import io.drydock.core.csv.CsvTable;
import io.drydock.core.data.CsvColumns;
import io.drydock.core.data.CsvImport;
import io.drydock.core.data.FileCheck;
import io.drydock.core.data.FolderImport;
import io.drydock.core.data.ImportNote;
import io.drydock.core.data.ImportOptions;
import io.drydock.core.data.ImportedImage;
import io.drydock.core.data.ImportedLabels;
import io.drydock.core.data.ImportedTest;
import io.drydock.core.data.UnusableRow;
import io.drydock.core.error.DataException;
import io.drydock.workspace.setting.ImageRoots;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The images that the user's lists name: read once for their names, and once more against what the files turned out to
 * hold. For one thread at a time.
 */
public final class ImageLists {
    private final ImageRoots roots;
    private final Optional<CsvTable> labels;
    private final Optional<CsvTable> test;
    private final ImportOptions options;
    private final List<String> inFolders;

    /**
     * Reads the lists.
     *
     * @param roots folders of the images
     * @param labels CSV of labels; without it the folders below the roots are the classes
     * @param test CSV of images to predict; without it all images of the test folder, where the roots have one
     * @throws DataException if a list is no CSV with recognizable columns
     */
    public ImageLists(ImageRoots roots, Optional<Path> labels, Optional<Path> test, ImportOptions options) {
        this.roots = roots;
        this.labels = labels.map(file -> CsvTable.read(file, options.csv(file)));
        this.test = test.map(file -> CsvTable.read(file, options.csv(file)));
        this.options = options;
        this.inFolders = this.labels.isPresent() ? List.of() : inFolders(roots);
    }

    private static List<String> inFolders(ImageRoots roots) {
        return roots.roots().stream()
                .flatMap(
                        root -> FolderImport.imagesUnder(root.folder()).stream().map(root::nameOf))
                .filter(image -> !roots.isForTest(image))
                .toList();
    }

    /**
     * What can be used.
     *
     * @param test images to predict, in file order
     * @param unusable rows left out, labels first, each in file order
     * @param notes what was taken another way than it was written, labels first
     */
    public record Usable(ImportedLabels labels, List<String> test, List<UnusableRow> unusable, List<ImportNote> notes) {
        public Usable {
            test = List.copyOf(test);
            unusable = List.copyOf(unusable);
            notes = List.copyOf(notes);
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
        return labels.map(table -> CsvColumns.labelled(table, options).labelName(table))
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
        List<ImportNote> notes = new ArrayList<>(labeled.notes());
        notes.addAll(toPredict.notes());
        return new Usable(labeled, toPredict.images(), unusable, notes);
    }

    /** The labels with each of them as a class, whatever classes were asked for and whatever the files hold. */
    public ImportedLabels derived() {
        return labels(options.withoutClasses(), FileCheck.none());
    }

    private ImportedLabels labels(FileCheck files) {
        return labels(options, files);
    }

    private ImportedLabels labels(ImportOptions by, FileCheck files) {
        return labels.map(table -> new CsvImport(by, files, new RootNames(roots, Optional.empty())).labels(table))
                .orElseGet(() -> new FolderImport(by, files, roots::belowRoot).labels(source(), inFolders));
    }

    private ImportedTest test(FileCheck files) {
        return test.map(table -> new CsvImport(options, files, new RootNames(roots, roots.testPrefix())).test(table))
                .orElseGet(() -> allForTest(files));
    }

    private ImportedTest allForTest(FileCheck files) {
        List<String> usable = new ArrayList<>();
        List<UnusableRow> unusable = new ArrayList<>();
        roots.testPrefix().ifPresent(prefix -> {
            Path folder = roots.resolve(prefix);
            for (String path : FolderImport.imagesUnder(folder)) {
                String image = prefix + path;
                files.problem(image)
                        .ifPresentOrElse(
                                problem -> unusable.add(new UnusableRow(
                                        String.valueOf(folder.getFileName()),
                                        0,
                                        image,
                                        problem.reason(),
                                        problem.message())),
                                () -> usable.add(image));
            }
        });
        return new ImportedTest(usable, unusable);
    }

    /** Names of the folders with classes, for messages. */
    private String source() {
        return roots.folders().stream()
                .filter(folder -> roots.roots().size() == 1
                        || !roots.testPrefix().map(roots::resolve).equals(Optional.of(folder)))
                .map(folder -> String.valueOf(folder.getFileName()))
                .collect(Collectors.joining(", "));
    }
}
