package io.drydock.workbench.init;

import io.drydock.core.csv.CsvTable;
import io.drydock.core.data.ClassList;
import io.drydock.core.data.CsvColumns;
import io.drydock.core.data.CsvImport;
import io.drydock.core.data.FileCheck;
import io.drydock.core.data.FileProblem;
import io.drydock.core.data.ImportNote;
import io.drydock.core.data.ImportOptions;
import io.drydock.core.data.ImportedImage;
import io.drydock.core.data.ImportedLabels;
import io.drydock.core.data.ImportedTest;
import io.drydock.core.data.NameMatcher;
import io.drydock.core.data.NamedImages;
import io.drydock.core.data.NoteCode;
import io.drydock.core.data.Reason;
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
import io.drydock.workspace.setting.ImageRoot;
import io.drydock.workspace.setting.ImageRoots;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
    private final boolean pool;
    private final FoundFiles found;
    private final FolderLayout layout;
    private final PoolFolders folders;
    private final NamedImages labelNames;
    private final NamedImages testNames;

    /**
     * Reads the lists.
     *
     * @param roots folders of the images
     * @param labels CSV of labels; without it the folders below the roots are the classes
     * @param test CSV of images to predict; without it all images of the test folder, where the roots have one
     * @param pool whether to look for picture files that no list names
     * @throws DataException if a list is no CSV with recognizable columns, or there is neither a class folder nor a class
     */
    public ImageLists(
            ImageRoots roots, Optional<Path> labels, Optional<Path> test, ImportOptions options, boolean pool) {
        this.roots = roots;
        this.labels = labels.map(file -> CsvTable.read(file, options.csv(file)));
        this.test = test.map(file -> CsvTable.read(file, options.csv(file)));
        this.options = options;
        this.pool = pool;
        Map<String, FoundFiles> byPrefix = new LinkedHashMap<>();
        for (ImageRoot root : roots.roots()) {
            byPrefix.put(root.prefix(), FolderWalk.under(root.folder()));
        }
        List<FoundFiles> named = new ArrayList<>();
        byPrefix.forEach((prefix, files) -> named.add(prefix.isEmpty() ? files : files.named(name -> prefix + name)));
        this.found = named.size() == 1 ? named.get(0) : FoundFiles.all(named);
        this.layout = this.labels.isPresent() ? FolderLayout.plain() : layout(byPrefix);
        this.folders = this.labels.isPresent() || !pool
                ? PoolFolders.none(found)
                : PoolFolders.of(source(), found, layout, options.classes());
        NameMatcher matcher = NameMatcher.of(found.images(), withLinks(roots));
        Set<String> images = Set.copyOf(found.images());
        this.labelNames = this.labels
                .map(table -> named(
                        matcher,
                        table,
                        CsvColumns.labelled(table, options).image(),
                        Part.TRAIN,
                        new RootNames(roots, Optional.empty(), images)))
                .orElseGet(NamedImages::paths);
        this.testNames = this.test
                .map(table -> named(
                        matcher,
                        table,
                        CsvColumns.imagesOnly(table, options),
                        Part.TEST,
                        new RootNames(roots, roots.testPrefix(), images)))
                .orElseGet(NamedImages::paths);
    }

    private FolderLayout layout(Map<String, FoundFiles> byPrefix) {
        List<String> classes = options.classes().map(ClassList::codes).orElse(List.of());
        Map<String, FolderLayout> layouts = new LinkedHashMap<>();
        byPrefix.forEach((prefix, files) -> {
            if (!roots.testPrefix().equals(Optional.of(prefix))) {
                layouts.put(prefix, FolderLayout.of(source(), files, classes));
            }
        });
        return FolderLayout.joined(layouts, roots.testPrefix());
    }

    private NamedImages named(NameMatcher matcher, CsvTable table, int column, Part role, RootNames there) {
        return NamedImages.of(
                matcher,
                table.rows().stream()
                        .map(row -> row.field(column))
                        .filter(name -> !name.isEmpty())
                        .toList(),
                there,
                folder -> PartWords.of(folder.substring(folder.lastIndexOf('/') + 1))
                        .filter(role::equals)
                        .isPresent());
    }

    /** What names begin with by folder, each folder as it was named and where it leads when that is a link. */
    private static Map<Path, String> withLinks(ImageRoots roots) {
        Map<Path, String> prefixes = new HashMap<>(roots.prefixes());
        roots.prefixes().forEach((folder, prefix) -> {
            try {
                prefixes.putIfAbsent(folder.toRealPath(), prefix);
            } catch (IOException e) {
                // Gone or unreadable just now: names can then begin with the folder as it was given alone.
            }
        });
        return prefixes;
    }

    /**
     * What can be used.
     *
     * @param pool images without a label, in path order
     * @param test images to predict, in file order
     * @param unusable rows left out, labels first, each in file order, then files of the pool
     * @param notes what was taken another way than it was written, labels first
     */
    public record Usable(
            ImportedLabels labels,
            List<String> pool,
            List<String> test,
            List<UnusableRow> unusable,
            List<ImportNote> notes) {
        public Usable {
            pool = List.copyOf(pool);
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

    /**
     * Images by name, whatever their files hold.
     *
     * @param labeled images with a label
     * @param test images to predict
     * @param pool images without a label
     */
    public record Names(List<String> labeled, List<String> test, List<String> pool) {
        public Names {
            labeled = List.copyOf(labeled);
            test = List.copyOf(test);
            pool = List.copyOf(pool);
        }
    }

    /**
     * The images of the lists, before their files are looked at.
     *
     * @throws DataException if nothing can be used, or something cannot and the options are strict
     */
    public Names names() {
        ImportedLabels labeled = labels(FileCheck.none());
        ImportedTest toPredict = test(FileCheck.none());
        return new Names(
                labeled.images().stream().map(ImportedImage::image).toList(),
                toPredict.images(),
                List.copyOf(pool(labeled, toPredict, notListed(toPredict.images()))));
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
        List<String> notListed = notListed(test(FileCheck.none()).images());
        List<UnusableRow> unusable = new ArrayList<>();
        Set<String> inPool = pool(labeled, toPredict, notListed);
        labeled.unusable().stream()
                .filter(row -> row.reason() != Reason.MISSING_LABEL || !inPool.contains(row.image()))
                .forEach(unusable::add);
        unusable.addAll(toPredict.unusable());
        Map<String, UnusableRow> rows = new HashMap<>();
        labeled.unusable().forEach(row -> rows.putIfAbsent(row.image(), row));
        List<String> unlabeled = new ArrayList<>();
        for (String image : inPool) {
            files.problem(image)
                    .ifPresentOrElse(
                            problem -> unusable.add(unusable(image, problem, Optional.ofNullable(rows.get(image)))),
                            () -> unlabeled.add(image));
        }
        if (labeled.classes().size() == 0) {
            throw new DataException("No image has a label, so the classes are not known. Name them in order:"
                    + " --classes \"cat,dog\".");
        }
        List<ImportNote> notes = new ArrayList<>(labeled.notes());
        notes.addAll(toPredict.notes());
        notes.addAll(notes(notListed));
        return new Usable(labeled, unlabeled, toPredict.images(), unusable, notes);
    }

    /** A file of the pool that cannot be used, with its row where it has one. */
    private UnusableRow unusable(String image, FileProblem problem, Optional<UnusableRow> row) {
        return new UnusableRow(
                row.map(UnusableRow::source).orElseGet(() -> folder(image)),
                row.map(UnusableRow::line).orElse(0L),
                image,
                problem.reason(),
                problem.message());
    }

    /** The labels with each of them as a class, whatever classes were asked for and whatever the files hold. */
    public ImportedLabels derived() {
        return labels(options.withoutClasses(), FileCheck.none());
    }

    private ImportedLabels labels(FileCheck files) {
        return labels(options, files);
    }

    private ImportedLabels labels(ImportOptions by, FileCheck files) {
        if (labels.isPresent()) {
            return new CsvImport(by, files, labelNames, pool).labels(labels.get());
        }
        return folders.isPoolAlone()
                ? new ImportedLabels(by.classes().orElse(ClassList.ofCodes(List.of())), List.of(), List.of())
                : new FolderImport(by, files).labels(source(), FoundFiles.of(folders.inClasses()), layout);
    }

    /** Pictures that no list names, and those whose row has no label. */
    private Set<String> pool(ImportedLabels labeled, ImportedTest toPredict, List<String> notListed) {
        if (!pool) {
            return Set.of();
        }
        Set<String> images = new TreeSet<>(labels.isPresent() ? notListed : folders.unlabeled());
        Set<String> used = new HashSet<>(toPredict.images());
        toPredict.unusable().forEach(row -> used.add(row.image()));
        labeled.images().forEach(image -> used.add(image.image()));
        for (UnusableRow row : labeled.unusable()) {
            (row.reason() == Reason.MISSING_LABEL ? images : used).add(row.image());
        }
        images.removeIf(image -> used.contains(image) || roots.isForTest(image));
        return images;
    }

    private ImportedTest test(FileCheck files) {
        return test.map(table -> new CsvImport(options, files, testNames, pool).test(table))
                .orElseGet(() -> inTestFolder(files));
    }

    private ImportedTest inTestFolder(FileCheck files) {
        List<String> images = labels.isPresent()
                ? found.images().stream().filter(roots::isForTest).toList()
                : layout.test(found);
        List<String> usable = new ArrayList<>();
        List<UnusableRow> unusable = new ArrayList<>();
        for (String image : images) {
            files.problem(image)
                    .ifPresentOrElse(
                            problem -> unusable.add(unusable(image, problem, Optional.empty())),
                            () -> usable.add(image));
        }
        return new ImportedTest(usable, unusable);
    }

    /** What to know about the files found and how names and folders were read. */
    private List<ImportNote> notes(List<String> notListed) {
        List<ImportNote> notes = new ArrayList<>();
        labels.ifPresent(table -> notes.addAll(labelNames.notes(table.source())));
        test.ifPresent(table -> notes.addAll(testNames.notes(table.source())));
        if (labels.isEmpty()) {
            notes.addAll(LayoutNotes.of(found, layout));
        }
        notes.addAll(FolderNotes.of(found));
        leftOut(notListed).ifPresent(notes::add);
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

    /** Pictures that no list names; those of the pool are not left out. */
    private Optional<ImportNote> leftOut(List<String> notListed) {
        List<String> left = notListed.stream()
                .filter(image -> !pool || roots.isForTest(image))
                .toList();
        return left.isEmpty()
                ? Optional.empty()
                : Optional.of(ImportNote.about(
                        NoteCode.NOT_LISTED,
                        left,
                        (left.size() == 1 ? "1 picture is" : left.size() + " pictures are")
                                + " in the image folder and in no list, and not used: " + ImportNote.listed(left)
                                + "."));
    }

    /** Pictures that neither the CSV of labels nor the test list names; none without a CSV of labels. */
    private List<String> notListed(List<String> test) {
        if (labels.isEmpty()) {
            return List.of();
        }
        Set<String> listed = new HashSet<>(test);
        int column = CsvColumns.labelled(labels.get(), options).image();
        labels.get().rows().forEach(row -> labelNames.image(row.field(column)).ifPresent(listed::add));
        return found.images().stream().filter(image -> !listed.contains(image)).toList();
    }

    private String folder(String image) {
        return String.valueOf(roots.rootOf(image).folder().getFileName());
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
