package io.drydock.core.folder;

import io.drydock.core.error.DataException;
import io.drydock.core.split.Part;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Where the classes of a set without a CSV are: in the folders below the image folder, or deeper where there is one folder
 * too many, or below folders that are parts of a split.
 */
public record FolderLayout(List<Section> sections) {
    public FolderLayout {
        sections = List.copyOf(sections);
    }

    /**
     * A folder whose folders are classes.
     *
     * @param path relative; empty for the image folder
     * @param part which its name tells, where the set comes in parts
     */
    public record Section(String path, Optional<Part> part) {
        String prefix() {
            return path.isEmpty() ? "" : path + "/";
        }

        /** The class that a file in this section belongs to; absent when it lies in no class folder. */
        Optional<String> classOf(String file) {
            int slash = file.indexOf('/', prefix().length());
            return slash < 0
                    ? Optional.empty()
                    : Optional.of(Normalizer.normalize(file.substring(prefix().length(), slash), Normalizer.Form.NFC));
        }
    }

    /** Classes in the first folder, whatever they are called. */
    public static FolderLayout plain() {
        return new FolderLayout(List.of(new Section("", Optional.empty())));
    }

    /**
     * Finds the classes.
     *
     * @param source name of the image folder for messages
     * @param classes codes that the user named; a folder with such a name is a class
     * @throws DataException if the folders are parts, and the one to train on has no class folders
     */
    public static FolderLayout of(String source, FoundFiles found, Collection<String> classes) {
        Folder at = Folder.of(found);
        while (true) {
            List<Section> parts = parts(source, at, classes);
            if (!parts.isEmpty()) {
                return new FolderLayout(parts);
            }
            Optional<Folder> step = at.onlyStep(classes);
            if (step.isEmpty()) {
                return new FolderLayout(List.of(new Section(at.path(), Optional.empty())));
            }
            at = step.get();
        }
    }

    /**
     * The layouts of several image folders as one.
     *
     * @param byPrefix layout of each folder by what the names of its images begin with: empty, or ending with a slash
     * @param test what the names of the images to predict begin with, if they lie in a folder of their own
     */
    public static FolderLayout joined(Map<String, FolderLayout> byPrefix, Optional<String> test) {
        List<Section> all = new ArrayList<>();
        test.filter(prefix -> !prefix.isEmpty())
                .ifPresent(prefix -> all.add(new Section(trimmed(prefix), Optional.of(Part.TEST))));
        byPrefix.forEach((prefix, layout) -> layout.sections().forEach(section -> {
            Section below = new Section(trimmed(prefix + section.prefix()), section.part());
            if (all.stream().noneMatch(known -> known.path().equals(below.path()))) {
                all.add(below);
            }
        }));
        all.sort(Comparator.comparingInt((Section section) -> section.path().length())
                .reversed());
        return new FolderLayout(all);
    }

    private static String trimmed(String prefix) {
        return prefix.isEmpty() ? "" : prefix.substring(0, prefix.length() - 1);
    }

    /** One section a part; none when the folders are classes. */
    private static List<Section> parts(String source, Folder at, Collection<String> classes) {
        Map<Folder, Part> named = new TreeMap<>((a, b) -> a.path().compareTo(b.path()));
        for (Folder folder : at.below()) {
            if (!classes.contains(folder.name())) {
                PartWords.of(folder.name()).ifPresent(part -> named.put(folder, part));
            }
        }
        boolean all = named.size() == at.below().size();
        if (named.isEmpty() || (!all && named.values().stream().distinct().count() < 2)) {
            return List.of();
        }
        boolean trainable = named.entrySet().stream()
                .anyMatch(entry ->
                        entry.getValue() == Part.TRAIN && entry.getKey().holdsOnlyFolders());
        if (!trainable) {
            if (all && named.size() > 1) {
                throw noClasses(source, named.keySet());
            }
            return List.of();
        }
        List<Section> sections = new ArrayList<>();
        named.forEach((folder, part) -> sections.add(new Section(
                part == Part.TEST ? folder.path() : folder.deepest(classes).path(), Optional.of(part))));
        return sections;
    }

    private static DataException noClasses(String source, Collection<Folder> parts) {
        return new DataException("The folders of " + source + " are parts ("
                + parts.stream().map(Folder::name).collect(Collectors.joining(", "))
                + "), and there is no train folder with class folders below it. Make one folder a class, or give a CSV with"
                + " --labels.");
    }

    /** Whether the folders are parts of a set. */
    public boolean hasParts() {
        return sections.stream().anyMatch(section -> section.part().isPresent());
    }

    /** The section that a file lies in. */
    Optional<Section> section(String file) {
        return sections.stream()
                .filter(section -> file.startsWith(section.prefix()))
                .findFirst();
    }

    /** The class whose folder a file lies in; absent when it lies in none. */
    public Optional<String> classOf(String file) {
        return section(file).flatMap(section -> section.classOf(file));
    }

    /** The part that a file's folder tells. */
    public Optional<Part> part(String file) {
        return section(file).flatMap(Section::part);
    }

    /** Those images that are to be predicted. */
    public List<String> test(FoundFiles found) {
        return found.images().stream()
                .filter(image -> part(image).filter(Part.TEST::equals).isPresent())
                .toList();
    }
}
