package io.drydock.workbench.init;

import io.drydock.core.data.ClassList;
import io.drydock.core.data.FolderImport;
import io.drydock.core.error.DataException;
import io.drydock.core.text.Suggestion;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The picture files of an image folder, divided into those in class folders and those without a label.
 *
 * @param inClasses relative paths of files whose folder is their class, or should be
 * @param unlabeled relative paths of the others
 */
record PoolFolders(List<String> inClasses, List<String> unlabeled) {
    private static final Set<String> PART_NAMES = Set.of("train", "training", "valid", "val", "validation", "test");

    PoolFolders {
        inClasses = List.copyOf(inClasses);
        unlabeled = List.copyOf(unlabeled);
    }

    /**
     * All picture files below an image folder.
     *
     * @throws DataException if a folder cannot be read
     */
    static List<String> imagesUnder(Path root) {
        try {
            return FolderImport.imagesUnder(root);
        } catch (UncheckedIOException e) {
            throw new DataException("Image folder " + root + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    /**
     * Divides the files of a set without a CSV: those directly in the image folder have no label; where the classes are given
     * and no folder is one of them or nearly, no file has.
     *
     * @param images relative paths
     * @param classes as the user gave them
     * @throws DataException if there is neither a class folder nor a class
     */
    static PoolFolders of(Path root, List<String> images, Optional<ClassList> classes) {
        Set<String> folders = new TreeSet<>();
        images.stream()
                .filter(image -> image.indexOf('/') > 0)
                .forEach(image -> folders.add(image.substring(0, image.indexOf('/'))));
        if (folders.isEmpty() && classes.isEmpty() && !images.isEmpty()) {
            throw new DataException("There is no class folder in " + root + ": all " + images.size()
                    + " images are directly in it. Name the classes to label them here (--classes \"cat,dog\"), make one"
                    + " folder a class, or give a CSV with --labels.");
        }
        boolean noClassFolder = classes.map(known -> folders.stream().noneMatch(folder -> isMeant(folder, known)))
                .orElse(false);
        if (noClassFolder) {
            return new PoolFolders(List.of(), images);
        }
        return new PoolFolders(
                images.stream().filter(image -> image.indexOf('/') > 0).toList(),
                images.stream().filter(image -> image.indexOf('/') <= 0).toList());
    }

    /** Whether a folder is a class, nearly one, or a part, which is an error to be told of. */
    private static boolean isMeant(String folder, ClassList classes) {
        Set<String> known = new LinkedHashSet<>(classes.codes());
        known.addAll(classes.names());
        return known.stream().anyMatch(folder::equalsIgnoreCase)
                || PART_NAMES.contains(folder.toLowerCase(Locale.ROOT))
                || !Suggestion.didYouMean(folder, known).isEmpty();
    }
}
