package io.drydock.workbench.init;

import io.drydock.core.data.ClassLabel;
import io.drydock.core.data.ClassList;
import io.drydock.core.data.ImportNote;
import io.drydock.core.data.ImportedImage;
import io.drydock.core.data.ImportedLabels;
import io.drydock.core.data.Reason;
import io.drydock.core.data.UnusableRow;
import io.drydock.workspace.Workspace;
import io.drydock.workspace.source.ClassUse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Chooses the classes of a workspace. Classes that {@code --classes} names are the classes. Otherwise they are those that have
 * an image, known ones first and in their order; a class that a run, a split or a decision knows stays. For one thread at a
 * time.
 */
public final class ClassChoice {
    private static final String SETTING = "classes";
    private static final String NAMED = "named";

    private final Workspace workspace;
    private final Optional<ClassList> named;
    private final ClassList known;
    private final ClassUse use;
    private final List<ImportNote> notes = new ArrayList<>();

    /** @param named classes as {@code --classes} has them, if it was given */
    public ClassChoice(Workspace workspace, Optional<ClassList> named) {
        this.workspace = workspace;
        this.named = named;
        this.known = workspace.classes();
        this.use = workspace.classUse();
    }

    /** The classes that labels must be of; empty when the labels themselves say which classes there are. */
    public Optional<ClassList> required() {
        return named.isPresent() || known.size() == 0 || !isClosed() ? named : Optional.of(known);
    }

    /** Whether a new label in the files does not make a class by itself. */
    private boolean isClosed() {
        boolean byUser = workspace.settings().find(SETTING).equals(Optional.of(NAMED))
                || known.classes().stream().anyMatch(label -> !label.code().equals(label.name()));
        return byUser || use.runs() > 0;
    }

    /**
     * The classes after an import.
     *
     * @param read the labels, by the classes of {@link #required}
     * @param derived the same files with every label as a class
     */
    public ClassList of(ImportedLabels read, Supplier<ImportedLabels> derived) {
        if (named.isPresent()) {
            workspace.settings().set(SETTING, NAMED);
            return named.get();
        }
        Map<String, Integer> counts = new HashMap<>();
        read.images().forEach(image -> counts.merge(read.code(image), 1, Integer::sum));
        List<ClassLabel> chosen = new ArrayList<>();
        for (ClassLabel label : known.classes()) {
            if (counts.containsKey(label.code()) || stays(label)) {
                chosen.add(label);
            }
        }
        if (required().isPresent()) {
            offerNewClasses(read, derived);
            return known;
        }
        for (ClassLabel label : read.classes().classes()) {
            if (known.indexOf(label.code()).isEmpty()) {
                if (counts.containsKey(label.code())) {
                    chosen.add(label);
                    noteNew(label, counts.get(label.code()), chosen.size());
                } else {
                    noteWithoutImage(label, read.unusable(), derived);
                }
            }
        }
        return new ClassList(chosen);
    }

    /** What the user should know about the classes, after {@link #of}. */
    public List<ImportNote> notes() {
        return List.copyOf(notes);
    }

    private boolean stays(ClassLabel label) {
        if (!use.imported().contains(label.code())) {
            return true;
        }
        if (use.isFree(label.code())) {
            notes.add(new ImportNote(
                    "class_gone",
                    1,
                    "Class " + label.code()
                            + " has no image any more, and no run and no split knows it: it is no longer" + " a class.",
                    List.of(label.code())));
            return false;
        }
        notes.add(new ImportNote(
                "class_stays",
                1,
                "Class " + label.code() + " has no image any more. It stays a class because "
                        + use.described(label.code()) + ". To be rid of it, make a new workspace.",
                List.of(label.code())));
        return true;
    }

    private void noteNew(ClassLabel label, int images, int place) {
        if (known.size() > 0) {
            notes.add(new ImportNote(
                    "class_added",
                    images,
                    "Class " + label.code() + " is new (" + images(images) + "): it is class " + place
                            + ", after the known ones.",
                    List.of(label.code())));
        }
    }

    private void noteWithoutImage(ClassLabel label, List<UnusableRow> unusable, Supplier<ImportedLabels> derived) {
        ImportedLabels all = derived.get();
        Set<String> own = all.images().stream()
                .filter(image -> all.code(image).equals(label.code()))
                .map(ImportedImage::image)
                .collect(Collectors.toSet());
        long left = unusable.stream().filter(row -> own.contains(row.image())).count();
        notes.add(new ImportNote(
                "class_without_image",
                (int) Math.max(1, left),
                "Class " + label.code() + " has no image that can be used (" + left
                        + " left out), so it is not a class."
                        + " Name all classes with --classes to have it all the same.",
                List.of(label.code())));
    }

    private void offerNewClasses(ImportedLabels read, Supplier<ImportedLabels> derived) {
        if (read.unusable().stream().noneMatch(row -> row.reason() == Reason.UNKNOWN_CLASS)) {
            return;
        }
        ImportedLabels all = derived.get();
        Map<String, String> codes = new HashMap<>();
        all.images().forEach(image -> codes.put(image.image(), all.code(image)));
        Map<String, Integer> added = new LinkedHashMap<>();
        for (UnusableRow row : read.unusable()) {
            String code = codes.get(row.image());
            if (row.reason() == Reason.UNKNOWN_CLASS && code != null) {
                added.merge(code, 1, Integer::sum);
            }
        }
        if (added.isEmpty()) {
            return;
        }
        List<ClassLabel> together = new ArrayList<>(known.classes());
        added.keySet().forEach(code -> together.add(new ClassLabel(code, code)));
        int rows = added.values().stream().mapToInt(Integer::intValue).sum();
        notes.add(new ImportNote(
                "new_class",
                rows,
                images(rows) + " left out: " + String.join(", ", added.keySet())
                        + (added.size() == 1
                                ? " is not a class of this workspace."
                                : " are not classes of this workspace.")
                        + " If meant, run this init again with --classes \"" + option(together) + "\".",
                List.copyOf(added.keySet())));
    }

    private static String option(List<ClassLabel> classes) {
        return classes.stream()
                .map(label -> label.code().equals(label.name()) ? label.code() : label.code() + "=" + label.name())
                .collect(Collectors.joining(","));
    }

    private static String images(int count) {
        return count == 1 ? "1 image" : count + " images";
    }
}
