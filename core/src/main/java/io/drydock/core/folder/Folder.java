package io.drydock.core.folder;

import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A folder that holds pictures, read or not, with the folders below it that do. For one thread at a time. */
final class Folder {
    private final String path;
    private final SortedMap<String, Folder> below = new TreeMap<>();
    private int pictures;

    private Folder(String path) {
        this.path = path;
    }

    /** The tree of these pictures. */
    static Folder of(FoundFiles found) {
        Folder root = new Folder("");
        found.images().forEach(root::add);
        found.others().stream().filter(FolderNotes::isUnreadPicture).forEach(root::add);
        return root;
    }

    private void add(String file) {
        Folder at = this;
        int from = 0;
        for (int slash = file.indexOf('/'); slash >= 0; slash = file.indexOf('/', from)) {
            String path = file.substring(0, slash);
            at = at.below.computeIfAbsent(file.substring(from, slash), any -> new Folder(path));
            from = slash + 1;
        }
        at.pictures++;
    }

    /** Relative path; empty for the root. */
    String path() {
        return path;
    }

    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    Collection<Folder> below() {
        return below.values();
    }

    /** Whether it holds folders and no picture of its own. */
    boolean holdsOnlyFolders() {
        return pictures == 0 && !below.isEmpty();
    }

    /** The one folder below, when that holds only folders: one level more than classes need. */
    Optional<Folder> onlyStep(Collection<String> classes) {
        return below.size() == 1
                ? below.values().stream()
                        .filter(Folder::holdsOnlyFolders)
                        .filter(one -> !classes.contains(one.name()))
                        .findFirst()
                : Optional.empty();
    }

    /** The folder whose folders are the classes, as deep as the first level with a choice. */
    Folder deepest(Collection<String> classes) {
        Folder at = this;
        for (Optional<Folder> step = at.onlyStep(classes); step.isPresent(); step = at.onlyStep(classes)) {
            at = step.get();
        }
        return at;
    }
}
