package io.drydock.workbench.init;

import io.drydock.core.csv.CsvTable;
import io.drydock.core.data.ClassList;
import io.drydock.core.data.CsvColumns;
import io.drydock.core.data.CsvImport;
import io.drydock.core.data.FileCheck;
import io.drydock.core.data.FolderImport;
import io.drydock.core.data.ImportOptions;
import io.drydock.core.data.ImportedImage;
import io.drydock.core.data.ImportedLabels;
import io.drydock.core.data.ImportedTest;
import io.drydock.core.data.Reason;
import io.drydock.core.data.UnusableRow;
import io.drydock.core.error.DataException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The images that the user's lists name: read once for their names, and once more against what the files turned out to
 * hold. For one thread at a time.
 */
public final class ImageLists {
    private final Path root;
    private final Optional<CsvTable> labels;
    private final Optional<CsvTable> test;
    private final ImportOptions options;
    private final boolean pool;
    private final PoolFolders folders;

    /**
     * Reads the lists.
     *
     * @param root folder of the images
     * @param labels CSV of labels; without it the folders below {@code root} are the classes
     * @param test CSV of images to predict
     * @param pool whether to look for picture files that no list names
     * @throws DataException if a list is no CSV with recognizable columns
     */
    public ImageLists(Path root, Optional<Path> labels, Optional<Path> test, ImportOptions options, boolean pool) {
        this.root = root;
        this.labels = labels.map(CsvTable::read);
        this.test = test.map(CsvTable::read);
        this.options = options;
        this.pool = pool;
        this.folders = folders();
    }

    private PoolFolders folders() {
        if (labels.isPresent()) {
            return new PoolFolders(List.of(), pool ? PoolFolders.imagesUnder(root) : List.of());
        }
        List<String> images = PoolFolders.imagesUnder(root);
        return pool ? PoolFolders.of(root, images, options.classes()) : new PoolFolders(images, List.of());
    }

    /**
     * What can be used.
     *
     * @param pool images without a label, in path order
     * @param test images to predict, in file order
     * @param unusable rows left out, labels first, each in file order, then files of the pool
     */
    public record Usable(ImportedLabels labels, List<String> pool, List<String> test, List<UnusableRow> unusable) {
        public Usable {
            pool = List.copyOf(pool);
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
        List<UnusableRow> unusable = new ArrayList<>();
        labeled.unusable().stream().filter(row -> !isUnlabeled(row)).forEach(unusable::add);
        unusable.addAll(toPredict.unusable());
        List<String> unlabeled = new ArrayList<>();
        for (String image : unlabeled(labeled, toPredict)) {
            files.problem(image)
                    .ifPresentOrElse(
                            problem -> unusable.add(
                                    new UnusableRow(folder(), 0, image, problem.reason(), problem.message())),
                            () -> unlabeled.add(image));
        }
        if (labeled.classes().size() == 0) {
            throw new DataException("No image has a label, so the classes are not known. Name them in order:"
                    + " --classes \"cat,dog\".");
        }
        return new Usable(labeled, unlabeled, toPredict.images(), unusable);
    }

    /** Images without a label by name, whatever their files hold. */
    public List<String> poolNames() {
        return List.copyOf(unlabeled(labels(FileCheck.none()), test(FileCheck.none())));
    }

    /** Files that no list names, and those whose row has no label. */
    private Collection<String> unlabeled(ImportedLabels labeled, ImportedTest toPredict) {
        Set<String> images = new TreeSet<>(folders.unlabeled());
        labeled.images().forEach(image -> images.remove(image.image()));
        labeled.unusable().forEach(row -> images.remove(row.image()));
        labeled.unusable().stream().filter(this::isUnlabeled).forEach(row -> images.add(row.image()));
        toPredict.unusable().forEach(row -> images.remove(row.image()));
        toPredict.images().forEach(images::remove);
        return images;
    }

    private boolean isUnlabeled(UnusableRow row) {
        return pool && row.reason() == Reason.NO_LABEL;
    }

    private String folder() {
        return String.valueOf(root.getFileName());
    }

    private ImportedLabels labels(FileCheck files) {
        if (labels.isPresent()) {
            return new CsvImport(options, files, pool).labels(labels.get());
        }
        boolean noClassFolder =
                folders.inClasses().isEmpty() && !folders.unlabeled().isEmpty();
        return noClassFolder
                ? new ImportedLabels(options.classes().orElse(ClassList.ofCodes(List.of())), List.of(), List.of())
                : new FolderImport(options, files).labels(folder(), folders.inClasses());
    }

    private ImportedTest test(FileCheck files) {
        return test.map(table -> new CsvImport(options, files).test(table))
                .orElseGet(() -> new ImportedTest(List.of(), List.of()));
    }
}
