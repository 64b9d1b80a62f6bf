package io.drydock.core.data;

import io.drydock.core.error.DataException;
import io.drydock.core.text.Suggestion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The rules for sets without a CSV: the first folder below the image folder is the class.
 * Safe for use by many threads when its file check is.
 */
public final class FolderImport {
    private static final Set<String> PART_NAMES = Set.of("train", "training", "valid", "val", "validation", "test");

    private final ImportOptions options;
    private final FileCheck files;
    private final UnaryOperator<String> belowRoot;

    public FolderImport(ImportOptions options, FileCheck files) {
        this(options, files, UnaryOperator.identity());
    }

    /** @param belowRoot gives the path of an image below its image folder */
    public FolderImport(ImportOptions options, FileCheck files, UnaryOperator<String> belowRoot) {
        this.options = options;
        this.files = files;
        this.belowRoot = belowRoot;
    }

    /**
     * Reads the folders below an image folder; hidden files and files that do not end as images do are passed over.
     *
     * @throws DataException if no image can be used, or any cannot and the options are strict
     */
    public ImportedLabels labels(Path root) {
        return labels(String.valueOf(root.getFileName()), imagesUnder(root));
    }

    /**
     * Reads relative paths of images.
     *
     * @param source name of the image folder for messages
     */
    public ImportedLabels labels(String source, Collection<String> images) {
        List<String> sorted = images.stream().sorted().toList();
        Set<String> folders = new TreeSet<>();
        for (String image : sorted) {
            folder(image).ifPresent(folders::add);
        }
        if (!folders.isEmpty()
                && folders.stream().allMatch(name -> PART_NAMES.contains(name.toLowerCase(Locale.ROOT)))) {
            throw new DataException("The folders of " + source + " are parts (" + String.join(", ", folders)
                    + "), not classes. Give the folder whose sub-folders are the classes, such as --images " + source
                    + "/" + folders.iterator().next() + ".");
        }
        ClassList classes = options.classes().orElseGet(() -> ClassList.derivedFrom(folders));
        List<UnusableRow> unusable = new ArrayList<>();
        List<ImportedImage> usable = new ArrayList<>();
        for (String image : sorted) {
            Optional<FileProblem> problem = problem(image, classes);
            if (problem.isPresent()) {
                unusable.add(new UnusableRow(
                        source, 0, image, problem.get().reason(), problem.get().message()));
            } else {
                int label = classes.indexOf(folder(image).orElseThrow()).orElseThrow();
                usable.add(new ImportedImage(image, label, 0));
            }
        }
        if (usable.isEmpty()) {
            throw new DataException("There is no usable image in a class folder of " + source
                    + ". Make one folder a class, or give a CSV with --labels." + UnusableRows.examples(unusable));
        }
        if (options.strict() && !unusable.isEmpty()) {
            throw new DataException(source + ": " + unusable.size() + " of " + sorted.size()
                    + " images cannot be used, and --strict was asked for." + UnusableRows.examples(unusable));
        }
        return new ImportedLabels(classes, usable, unusable);
    }

    /** Relative paths with {@code /} of all image files below a folder, in order. */
    public static List<String> imagesUnder(Path root) {
        if (!Files.isDirectory(root)) {
            throw new DataException("There is no image folder " + root + ". Check the path.");
        }
        try (Stream<Path> found = Files.walk(root)) {
            return found.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .filter(ImagePath::looksLikeImage)
                    .filter(path -> !path.startsWith(".") && !path.contains("/."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new DataException("Image folder " + root + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private Optional<FileProblem> problem(String image, ClassList classes) {
        Optional<String> folder = folder(image);
        if (folder.isEmpty()) {
            return Optional.of(new FileProblem(Reason.UNKNOWN_CLASS, image + " lies in no class folder."));
        }
        if (classes.indexOf(folder.get()).isEmpty()) {
            return Optional.of(new FileProblem(
                    Reason.UNKNOWN_CLASS,
                    "folder \"" + folder.get() + "\" is not one of the " + classes.size() + " classes ("
                            + String.join(", ", classes.codes()) + ")."
                            + Suggestion.didYouMean(folder.get(), classes.codes())));
        }
        return files.problem(image);
    }

    private Optional<String> folder(String image) {
        String path = belowRoot.apply(image);
        int slash = path.indexOf('/');
        return slash <= 0 ? Optional.empty() : Optional.of(path.substring(0, slash));
    }
}
