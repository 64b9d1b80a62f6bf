package io.drydock.core.data;

import java.util.Locale;

/** What a note of an import is about; the user should know it, and nothing was left out because of it alone. */
public enum NoteCode {
    /** Names spell an accent in another Unicode form than the files. */
    NAME_UNICODE_FORM,
    /** Names differ from the files in upper and lower case. */
    NAME_CASE,
    /** Names have no extension, or another one than the files. */
    NAME_EXTENSION,
    /** Names have other leading folders than the files. */
    NAME_FOLDER,
    /** The names of a list fit in several folders, and one of the folders was taken. */
    LIST_FOLDER,
    /** Pictures in the image folder that no list names. */
    NOT_LISTED,
    /** Files of a kind that is not read. */
    PASSED_OVER,
    /** Pictures without an extension, or with another one than their bytes have. */
    TAKEN_BY_BYTES,
    /** Hidden files and folders, which are never read. */
    HIDDEN,
    /** Folders and files that an operating system or a storage device made. */
    SYSTEM_FILES,
    /** Folders or files that could not be read. */
    UNREADABLE_FOLDER,
    /** Folders or files that were gone before they could be read. */
    VANISHED,
    /** Symbolic links that lead back to a folder they lie in. */
    LINK_LOOP,
    /** Symbolic links to a folder that is read under another path. */
    LINKED_TWICE,
    /** Symbolic links that lead nowhere. */
    BROKEN_LINK,
    /** Folders beside the classes that hold no picture at all. */
    EMPTY_CLASS,
    /** Folders beside the classes that hold only pictures of kinds that are not read. */
    UNREAD_CLASS,
    /** The classes lie below folders that hold nothing else. */
    DEEPER_FOLDERS,
    /** The folders are parts of a split, with the classes below them. */
    PART_FOLDERS,
    /** Class folders below the test folder, which are not used as labels. */
    TEST_CLASSES;

    /** Lower-case name with underscores, as {@code --json} writes it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
