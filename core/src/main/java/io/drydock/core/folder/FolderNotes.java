package io.drydock.core.folder;

import io.drydock.core.data.ImportNote;
import io.drydock.core.data.NoteCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a user should know about the files below a folder that are not read as pictures by their names. */
public final class FolderNotes {
    private FolderNotes() {}

    /** Whether a file is a picture by its extension, of a kind that is not read. */
    static boolean isUnreadPicture(String file) {
        return UnreadKind.of(FoundFiles.extension(file))
                .filter(UnreadKind::isPicture)
                .isPresent();
    }

    /** One note for each kind of file and each trouble. */
    public static List<ImportNote> of(FoundFiles found) {
        List<ImportNote> notes = new ArrayList<>();
        passedOver(found, notes);
        if (!found.byBytes().isEmpty()) {
            notes.add(ImportNote.about(
                    NoteCode.TAKEN_BY_BYTES,
                    found.byBytes(),
                    count(
                                    found.byBytes().size(),
                                    "file is taken as a picture by its",
                                    "files are taken as pictures by their")
                            + " bytes, which the extension does not tell: " + ImportNote.listed(found.byBytes())
                            + "."));
        }
        if (!found.system().isEmpty()) {
            notes.add(ImportNote.about(
                    NoteCode.SYSTEM_FILES,
                    found.system(),
                    count(found.system().size(), "system folder or file is", "system folders or files are")
                            + " passed over: " + ImportNote.listed(found.system()) + "."));
        }
        if (!found.hidden().isEmpty()) {
            notes.add(ImportNote.about(
                    NoteCode.HIDDEN,
                    found.hidden(),
                    count(found.hidden().size(), "hidden file or folder is", "hidden files or folders are")
                            + " passed over: " + ImportNote.listed(found.hidden())
                            + ". Rename those that belong to the set."));
        }
        troubles(found, notes);
        return notes;
    }

    private static void passedOver(FoundFiles found, List<ImportNote> notes) {
        Map<String, List<String>> byKind = new TreeMap<>();
        found.others()
                .forEach(file -> byKind.computeIfAbsent(FoundFiles.extension(file), any -> new ArrayList<>())
                        .add(file));
        List<String> plain = new ArrayList<>();
        Map<String, Integer> plainKinds = new LinkedHashMap<>();
        byKind.forEach((kind, files) -> {
            String remedy = UnreadKind.remedy(kind);
            if (remedy.isEmpty()) {
                plain.addAll(files);
                plainKinds.put(kind.isEmpty() ? "without extension" : "." + kind, files.size());
            } else {
                notes.add(ImportNote.about(
                        NoteCode.PASSED_OVER,
                        files,
                        count(files.size(), "." + kind + " file is", "." + kind + " files are")
                                + " passed over, because this kind is not read: " + ImportNote.listed(files) + ". "
                                + remedy));
            }
        });
        if (!plain.isEmpty()) {
            String kinds = plainKinds.entrySet().stream()
                    .map(kind -> kind.getValue() + " " + kind.getKey())
                    .collect(Collectors.joining(", "));
            notes.add(ImportNote.about(
                    NoteCode.PASSED_OVER,
                    plain,
                    count(plain.size(), "file that is no picture is", "files that are no pictures are")
                            + " passed over (" + kinds + "): " + ImportNote.listed(plain) + "."));
        }
    }

    private static void troubles(FoundFiles found, List<ImportNote> notes) {
        Map<NoteCode, List<String>> byCode = new TreeMap<>();
        found.troubles()
                .forEach(trouble -> byCode.computeIfAbsent(trouble.code(), any -> new ArrayList<>())
                        .add(
                                trouble.message().isEmpty()
                                        ? trouble.path()
                                        : trouble.path() + " (" + trouble.message() + ")"));
        byCode.forEach((code, all) -> notes.add(ImportNote.about(code, all, sentence(code, all))));
    }

    private static String sentence(NoteCode code, List<String> all) {
        int n = all.size();
        String which = ImportNote.listed(all);
        return switch (code) {
            case LINK_LOOP ->
                count(n, "link leads", "links lead") + " back to a folder above and is not followed: " + which + ".";
            case LINKED_TWICE ->
                count(n, "link leads", "links lead")
                        + " to a folder that is read under another path, and is not followed: " + which + ".";
            case BROKEN_LINK ->
                count(n, "link leads", "links lead") + " to a file that is not there: " + which
                        + ". Restore the file, or remove the link.";
            case VANISHED ->
                count(n, "file or folder was", "files or folders were") + " gone before it could be read: " + which
                        + ".";
            default ->
                count(n, "file or folder", "files or folders") + " cannot be read: " + which
                        + ". Make it readable for this account, or leave it out.";
        };
    }

    static String count(int n, String one, String many) {
        return n + " " + (n == 1 ? one : many);
    }
}
