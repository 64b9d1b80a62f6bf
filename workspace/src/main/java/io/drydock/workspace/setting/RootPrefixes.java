package io.drydock.workspace.setting;

import io.drydock.core.error.WorkspaceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Gives each image folder its prefix. A folder that a workspace knows keeps the one it has, and a folder in the place of one
 * that is gone takes that one's, so that images keep their names. The first of the others has none, as the only folder of
 * a workspace; each further one is named after itself. For one thread at a time.
 */
final class RootPrefixes {
    private static final String NAMELESS = "images";

    private final Map<Path, String> prefixes = new LinkedHashMap<>();
    private final Set<Path> known = new LinkedHashSet<>();

    private RootPrefixes() {}

    /**
     * Roots of these folders in order, one named twice once.
     *
     * @param folders that exist
     * @param recorded roots that the workspace has, as found now
     * @throws WorkspaceException if one folder lies in another, or the first has a folder named like a known prefix
     */
    static List<ImageRoot> of(List<Path> folders, List<ImageRoot> recorded) {
        RootPrefixes made = new RootPrefixes();
        List<Path> distinct = folders.stream()
                .map(folder -> folder.toAbsolutePath().normalize())
                .distinct()
                .toList();
        requireApart(distinct);
        distinct.forEach(folder -> made.prefixes.put(folder, ""));
        made.keep(recorded);
        made.replace(recorded);
        made.nameOthers();
        return made.prefixes.entrySet().stream()
                .map(entry -> new ImageRoot(entry.getValue(), entry.getKey()))
                .toList();
    }

    private void keep(List<ImageRoot> recorded) {
        for (ImageRoot root : recorded) {
            if (prefixes.containsKey(root.folder())) {
                prefixes.put(root.folder(), root.prefix());
                known.add(root.folder());
            }
        }
    }

    /** Folders that are new take over, in order, from those that are gone. */
    private void replace(List<ImageRoot> recorded) {
        Deque<ImageRoot> gone = new ArrayDeque<>(recorded.stream()
                .filter(root -> !known.contains(root.folder()) && !Files.isDirectory(root.folder()))
                .toList());
        for (Path folder : List.copyOf(prefixes.keySet())) {
            if (!known.contains(folder) && !gone.isEmpty()) {
                prefixes.put(folder, gone.removeFirst().prefix());
                known.add(folder);
            }
        }
    }

    private void nameOthers() {
        Optional<Path> bare =
                known.stream().filter(folder -> prefix(folder).isEmpty()).findFirst();
        List<Path> others = new ArrayList<>(prefixes.keySet());
        others.removeAll(known);
        if (bare.isEmpty() && !others.isEmpty()) {
            bare = Optional.of(others.remove(0));
        }
        Optional<Path> first = bare;
        known.forEach(folder -> first.ifPresent(of -> requireFree(folder, of)));
        Set<String> taken = new LinkedHashSet<>();
        known.forEach(folder -> taken.add(folded(prefix(folder))));
        for (Path folder : others) {
            String name = name(folder);
            String free = name;
            for (int i = 2; taken.contains(folded(free + "/")) || isIn(first, free); i++) {
                free = name + "-" + i;
            }
            taken.add(folded(free + "/"));
            prefixes.put(folder, free + "/");
        }
    }

    private String prefix(Path folder) {
        return prefixes.getOrDefault(folder, "");
    }

    private void requireFree(Path folder, Path first) {
        String prefix = prefix(folder);
        if (!prefix.isEmpty() && isIn(Optional.of(first), prefix.substring(0, prefix.length() - 1))) {
            throw new WorkspaceException("Names of images that begin with " + prefix + " are those of the image folder "
                    + folder + ", and the image folder " + first + " holds " + prefix + " too. Rename it there.");
        }
    }

    private static boolean isIn(Optional<Path> folder, String name) {
        return folder.filter(path -> Files.exists(path.resolve(name), LinkOption.NOFOLLOW_LINKS))
                .isPresent();
    }

    /** Own name of a folder, without what a name of an image cannot hold. */
    private static String name(Path folder) {
        String name =
                Optional.ofNullable(folder.getFileName()).map(Path::toString).orElse("");
        String plain = Normalizer.normalize(name, Normalizer.Form.NFC)
                .replaceAll("[\\\\\\p{Cntrl}]", "-")
                .strip();
        return plain.isEmpty() ? NAMELESS : plain;
    }

    private static String folded(String prefix) {
        return prefix.toLowerCase(Locale.ROOT);
    }

    private static void requireApart(List<Path> folders) {
        for (Path outer : folders) {
            for (Path inner : folders) {
                if (!inner.equals(outer) && real(inner).startsWith(real(outer))) {
                    String where =
                            real(inner).equals(real(outer)) ? " is the image folder " : " lies in the image folder ";
                    throw new WorkspaceException("The image folder " + inner + where + outer
                            + ", which is read with all that is below it. Leave one of the two out.");
                }
            }
        }
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            return folder;
        }
    }
}
