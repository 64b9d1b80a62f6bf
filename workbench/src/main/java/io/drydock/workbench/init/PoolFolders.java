package io.drydock.workbench.init;

import io.drydock.core.data.ClassList;
import io.drydock.core.error.DataException;
import io.drydock.core.folder.FolderLayout;
import io.drydock.core.folder.FoundFiles;
import io.drydock.core.folder.PartWords;
import io.drydock.core.split.Part;
import io.drydock.core.text.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The pictures of a set without a CSV, divided into those in class folders and those without a label.
 *
 * @param inClasses pictures whose folder is their class, or should be
 * @param unlabeled the others
 */
record PoolFolders(List<String> inClasses, List<String> unlabeled) {
    PoolFolders {
        inClasses = List.copyOf(inClasses);
        unlabeled = List.copyOf(unlabeled);
    }

    /** No pool. */
    static PoolFolders none(FoundFiles found) {
        return new PoolFolders(found.images(), List.of());
    }

    /**
     * Divides pictures: those in no class folder have no label; where the classes are given and no folder is one of them or
     * nearly, none has.
     *
     * @param source name of the image folder for messages
     * @param layout where the classes are
     * @param classes as the user gave them
     * @throws DataException if there is neither a class folder nor a class
     */
    static PoolFolders of(String source, FoundFiles found, FolderLayout layout, Optional<ClassList> classes) {
        Set<String> folders = new TreeSet<>();
        List<String> inClasses = new ArrayList<>();
        List<String> unlabeled = new ArrayList<>();
        Set<String> toPredict = Set.copyOf(layout.test(found));
        for (String image : found.images()) {
            if (!toPredict.contains(image)) {
                Optional<String> folder = layout.classOf(image);
                folder.ifPresent(folders::add);
                (folder.isPresent() ? inClasses : unlabeled).add(image);
            }
        }
        if (folders.isEmpty() && classes.isEmpty() && !unlabeled.isEmpty()) {
            throw new DataException("There is no class folder in " + source + ": all " + unlabeled.size()
                    + " images are directly in it. Name the classes to label them here (--classes \"cat,dog\"), make one"
                    + " folder a class, or give a CSV with --labels.");
        }
        boolean parts = layout.sections().stream()
                .anyMatch(section ->
                        section.part().filter(part -> part != Part.TEST).isPresent());
        boolean noClassFolder = !parts
                && classes.map(known -> folders.stream().noneMatch(folder -> isMeant(folder, known)))
                        .orElse(false);
        if (noClassFolder) {
            unlabeled.addAll(inClasses);
            inClasses.clear();
        }
        return new PoolFolders(inClasses, unlabeled.stream().sorted().toList());
    }

    /** Whether a folder is a class, nearly one, or a part. */
    private static boolean isMeant(String folder, ClassList classes) {
        Set<String> known = new LinkedHashSet<>(classes.codes());
        known.addAll(classes.names());
        return known.stream().anyMatch(folder::equalsIgnoreCase)
                || PartWords.of(folder).isPresent()
                || !Suggestion.didYouMean(folder, known).isEmpty();
    }

    /** Whether pictures are there and none of them is in a class folder. */
    boolean isPoolAlone() {
        return inClasses.isEmpty() && !unlabeled.isEmpty();
    }
}
