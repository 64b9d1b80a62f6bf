package io.drydock.core.folder;

import java.util.Locale;
import java.util.Set;

/** Names of folders and files that operating systems, storage devices and notebooks put beside a user's own. */
final class SystemFiles {
    private static final Set<String> FOLDERS = Set.of(
            "@eadir",
            "@recycle",
            "@recently-snapshot",
            "@tmp",
            "#recycle",
            "#snapshot",
            "$recycle.bin",
            "$recycle",
            "recycler",
            "system volume information",
            "found.000",
            "lost+found",
            "__macosx",
            "__pycache__");

    private static final Set<String> FILES =
            Set.of("thumbs.db", "ehthumbs.db", "ehthumbs_vista.db", "desktop.ini", "icon\r", "folder.htt");

    private SystemFiles() {}

    static boolean folder(String name) {
        return FOLDERS.contains(name.toLowerCase(Locale.ROOT));
    }

    static boolean file(String name) {
        return FILES.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Names that begin with a dot, as {@code .DS_Store}, {@code .ipynb_checkpoints} and {@code ._photo.jpg} do. */
    static boolean hidden(String name) {
        return name.startsWith(".");
    }
}
