package io.drydock.core.folder;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What lies below a folder, as relative paths with {@code /} in order.
 *
 * @param images files that are read as pictures
 * @param byBytes those among them that are pictures by their bytes alone, not by their extension
 * @param others files that are not read
 * @param folders all folders that were entered, without the walked one
 * @param hidden files and folders whose names begin with a dot
 * @param system files and folders of operating systems and storage devices
 * @param troubles what could not be entered
 */
public record FoundFiles(
        List<String> images,
        List<String> byBytes,
        List<String> others,
        List<String> folders,
        List<String> hidden,
        List<String> system,
        List<FolderTrouble> troubles) {
    public FoundFiles {
        images = List.copyOf(images);
        byBytes = List.copyOf(byBytes);
        others = List.copyOf(others);
        folders = List.copyOf(folders);
        hidden = List.copyOf(hidden);
        system = List.copyOf(system);
        troubles = List.copyOf(troubles);
    }

    /** These images and nothing else, for sets that are not on a disk. */
    public static FoundFiles of(List<String> images) {
        List<String> none = List.of();
        return new FoundFiles(images.stream().sorted().toList(), none, none, none, none, none, List.of());
    }

    /** With other names of the same files. */
    public FoundFiles named(UnaryOperator<String> name) {
        return new FoundFiles(
                renamed(images, name),
                renamed(byBytes, name),
                renamed(others, name),
                renamed(folders, name),
                renamed(hidden, name),
                renamed(system, name),
                troubles.stream()
                        .map(trouble ->
                                new FolderTrouble(name.apply(trouble.path()), trouble.code(), trouble.message()))
                        .toList());
    }

    /** What lies below several folders. */
    public static FoundFiles all(Collection<FoundFiles> folders) {
        return new FoundFiles(
                joined(folders, FoundFiles::images),
                joined(folders, FoundFiles::byBytes),
                joined(folders, FoundFiles::others),
                joined(folders, FoundFiles::folders),
                joined(folders, FoundFiles::hidden),
                joined(folders, FoundFiles::system),
                folders.stream().flatMap(one -> one.troubles().stream()).toList());
    }

    private static List<String> renamed(List<String> files, UnaryOperator<String> name) {
        return files.stream().map(name).toList();
    }

    private static List<String> joined(Collection<FoundFiles> folders, Function<FoundFiles, List<String>> list) {
        return folders.stream()
                .flatMap(one -> list.apply(one).stream())
                .sorted()
                .toList();
    }

    /** Kind of a file: its extension in lower case, or empty. */
    static String extension(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
