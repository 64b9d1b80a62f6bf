package io.drydock.core.folder;

import io.drydock.core.data.ImportNote;
import io.drydock.core.data.NoteCode;
import io.drydock.core.split.Part;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a user should know about the folders that became classes and parts. */
public final class LayoutNotes {
    private LayoutNotes() {}

    /** One note for each thing that is not as plain class folders are. */
    public static List<ImportNote> of(FoundFiles found, FolderLayout layout) {
        List<ImportNote> notes = new ArrayList<>();
        if (layout.hasParts()) {
            parts(found, layout, notes);
        } else if (!layout.sections().get(0).path().isEmpty()) {
            String folder = layout.sections().get(0).path();
            notes.add(ImportNote.about(
                    NoteCode.DEEPER_FOLDERS,
                    List.of(folder),
                    "The classes are the folders below " + folder + ", because there is no other folder beside it."));
        }
        emptyClasses(found, layout, notes);
        return notes;
    }

    private static void parts(FoundFiles found, FolderLayout layout, List<ImportNote> notes) {
        List<FolderLayout.Section> parts = layout.sections().stream()
                .filter(section -> section.part().isPresent())
                .toList();
        List<String> words = parts.stream()
                .map(section -> section.path() + " " + words(section.part().orElseThrow()))
                .toList();
        if (parts.stream().anyMatch(section -> !section.part().equals(Optional.of(Part.TEST)))) {
            notes.add(ImportNote.about(
                    NoteCode.PART_FOLDERS,
                    parts.stream().map(FolderLayout.Section::path).toList(),
                    "The folders are parts: " + String.join(", ", words) + "."));
        }
        Set<String> classes = new TreeSet<>();
        for (String image : layout.test(found)) {
            layout.section(image).flatMap(section -> section.classOf(image)).ifPresent(classes::add);
        }
        if (!classes.isEmpty()) {
            notes.add(ImportNote.about(
                    NoteCode.TEST_CLASSES,
                    classes,
                    "The test images are to be predicted; their folders (" + ImportNote.listed(classes)
                            + ") are not used as labels. To train or measure on them too, move them to the train or valid"
                            + " folder."));
        }
    }

    private static String words(Part part) {
        return switch (part) {
            case TRAIN -> "is trained on";
            case VALID -> "measures (split 1)";
            case TEST -> "is to be predicted";
            case POOL -> "is to be labeled";
        };
    }

    private static void emptyClasses(FoundFiles found, FolderLayout layout, List<ImportNote> notes) {
        Set<String> withImages = classFolders(found.images(), layout);
        Set<String> unread = classFolders(
                found.others().stream().filter(FolderNotes::isUnreadPicture).toList(), layout);
        Set<String> empty = new TreeSet<>(classFolders(
                found.folders().stream().map(folder -> folder + "/").toList(), layout));
        unread.removeAll(withImages);
        empty.removeAll(withImages);
        empty.removeAll(unread);
        if (!unread.isEmpty()) {
            notes.add(ImportNote.about(
                    NoteCode.UNREAD_CLASS,
                    unread,
                    FolderNotes.count(unread.size(), "class folder gives", "class folders give")
                            + " no class, with only pictures of kinds that are not read: "
                            + ImportNote.listed(unread) + ". Convert the pictures and run drydock init again."));
        }
        if (!empty.isEmpty()) {
            notes.add(ImportNote.about(
                    NoteCode.EMPTY_CLASS,
                    empty,
                    FolderNotes.count(
                                    empty.size(), "folder beside the classes holds", "folders beside the classes hold")
                            + " no image: " + ImportNote.listed(empty)
                            + ". Add images, or remove the folder."));
        }
    }

    /** Paths of the folders that are classes by their place, of those these files lie in. */
    private static Set<String> classFolders(List<String> files, FolderLayout layout) {
        Set<String> folders = new HashSet<>();
        for (String file : files) {
            layout.section(file)
                    .filter(section -> section.part().filter(Part.TEST::equals).isEmpty())
                    .filter(section -> file.length() > section.prefix().length())
                    .filter(section -> file.indexOf('/', section.prefix().length()) > 0)
                    .ifPresent(section -> folders.add(
                            file.substring(0, file.indexOf('/', section.prefix().length()))));
        }
        return new TreeSet<>(folders);
    }
}
