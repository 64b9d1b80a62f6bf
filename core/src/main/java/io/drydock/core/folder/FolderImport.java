package io.drydock.core.folder;

import io.drydock.core.data.ClassList;
import io.drydock.core.data.FileCheck;
import io.drydock.core.data.FileProblem;
import io.drydock.core.data.ImportOptions;
import io.drydock.core.data.ImportedImage;
import io.drydock.core.data.ImportedLabels;
import io.drydock.core.data.Reason;
import io.drydock.core.data.UnusableRow;
import io.drydock.core.data.UnusableRows;
import io.drydock.core.error.DataException;
import io.drydock.core.split.Part;
import io.drydock.core.text.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The rules for sets without a CSV: the first folder below the image folder, or below a part of it, is the class.
 * Safe for use by many threads when its file check is.
 */
public final class FolderImport {
    private final ImportOptions options;
    private final FileCheck files;

    public FolderImport(ImportOptions options, FileCheck files) {
        this.options = options;
        this.files = files;
    }

    /**
     * Labels of all images but those of a test folder.
     *
     * @param source name of the image folder for messages
     * @param layout where the classes are
     * @throws DataException if no image can be used, or any cannot and the options are strict
     */
    public ImportedLabels labels(String source, FoundFiles found, FolderLayout layout) {
        List<String> images = found.images().stream()
                .filter(image -> layout.part(image).filter(Part.TEST::equals).isEmpty())
                .toList();
        Set<String> folders = new TreeSet<>();
        images.forEach(image -> layout.classOf(image).ifPresent(folders::add));
        ClassList classes = options.classes().orElseGet(() -> ClassList.derivedFrom(folders));
        List<UnusableRow> unusable = new ArrayList<>();
        List<ImportedImage> usable = new ArrayList<>();
        for (String image : images) {
            Optional<String> folder = layout.classOf(image);
            Optional<FileProblem> problem = problem(image, folder, classes);
            if (folder.isEmpty() || problem.isPresent()) {
                problem.ifPresent(
                        wrong -> unusable.add(new UnusableRow(source, 0, image, wrong.reason(), wrong.message())));
            } else {
                usable.add(
                        new ImportedImage(image, classes.indexOf(folder.get()).orElseThrow(), 0));
            }
        }
        requireUsable(source, images.size(), usable.size(), unusable);
        return new ImportedLabels(classes, usable, unusable);
    }

    private void requireUsable(String source, int images, int usable, List<UnusableRow> unusable) {
        if (usable == 0) {
            throw new DataException("There is no usable image in a class folder of " + source
                    + ". Make one folder a class, or give a CSV with --labels." + UnusableRows.examples(unusable));
        }
        if (options.strict() && !unusable.isEmpty()) {
            throw new DataException(source + ": " + unusable.size() + " of " + images
                    + " images cannot be used, and --strict was asked for." + UnusableRows.examples(unusable));
        }
    }

    private Optional<FileProblem> problem(String image, Optional<String> folder, ClassList classes) {
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
}
