package io.drydock.core.data;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Which image each name of one list means, decided for the whole list: its names lie in one folder. Safe for use by many threads. */
public final class NamedImages {
    private static final double NEARLY_ALL = 0.95;
    private static final int CANDIDATES = 3;

    private final boolean paths;
    private final Map<String, String> images = new HashMap<>();
    private final Map<String, FileProblem> problems = new HashMap<>();
    private final Map<NameMatch.How, List<String>> looser = new EnumMap<>(NameMatch.How.class);
    private String folder = "";

    private NamedImages(boolean paths) {
        this.paths = paths;
    }

    /** Every name is the path of its image, whether there is such a file or not. */
    public static NamedImages paths() {
        return new NamedImages(true);
    }

    /**
     * The images that the names of a list mean.
     *
     * @param matcher of the images found
     * @param there the image whose file has this relative path, found as an image or not, if there is one
     * @param tellsRole whether the name of a folder says that it holds the images of this list
     */
    public static NamedImages of(
            NameMatcher matcher,
            Collection<String> names,
            Function<String, Optional<String>> there,
            Predicate<String> tellsRole) {
        NamedImages named = new NamedImages(false);
        Map<String, NameMatch> ambiguous = new HashMap<>();
        Map<String, NameMatch> byFolder = new HashMap<>();
        Set<String> distinct = new LinkedHashSet<>(names);
        for (String name : distinct) {
            NameMatch match = matcher.match(name);
            Optional<String> path = ImagePath.relative(name);
            Optional<String> exact = path.flatMap(there);
            if (exact.isPresent()) {
                named.images.put(name, exact.get());
            } else if (match.ambiguous()) {
                ambiguous.put(name, match);
            } else if (match.image().isPresent()) {
                named.take(name, match.how(), match.image().get());
            } else {
                path.ifPresentOrElse(
                        relative -> named.images.put(name, relative), () -> named.problems.put(name, outside(name)));
            }
            if (match.how() == NameMatch.How.FOLDER) {
                byFolder.put(name, match);
            }
        }
        if (!ambiguous.isEmpty()) {
            named.folder = commonFolder(byFolder, distinct.size(), tellsRole).orElse("");
            ambiguous.forEach(named::decide);
        }
        return named;
    }

    /** The image that a name means, or empty where {@link #problem} says why there is none. */
    public Optional<String> image(String name) {
        return paths ? ImagePath.relative(name) : Optional.ofNullable(images.get(name));
    }

    /** Why a name means no image. */
    public FileProblem problem(String name) {
        return problems.getOrDefault(name, outside(name));
    }

    /**
     * One note for each rule that was needed, and one for the folder that was taken.
     *
     * @param source file name of the list
     */
    public List<ImportNote> notes(String source) {
        List<ImportNote> notes = new ArrayList<>();
        if (!folder.isEmpty()) {
            notes.add(ImportNote.about(
                    NoteCode.LIST_FOLDER,
                    List.of(folder),
                    "Files in several folders have the names in " + source + "; those in " + folder
                            + " are taken, where the names of this list are found."));
        }
        looser.forEach((how, names) -> notes.add(ImportNote.about(
                NoteCode.valueOf("NAME_" + how.name()),
                names,
                (names.size() == 1 ? "1 name" : names.size() + " names") + " in " + source + " "
                        + (names.size() == 1 ? "is" : "are") + " written " + how.words() + ": " + names.get(0) + " is "
                        + images.get(names.get(0)) + ".")));
        return notes;
    }

    private void take(String name, NameMatch.How how, String image) {
        images.put(name, image);
        if (how != NameMatch.How.EXACT) {
            looser.computeIfAbsent(how, any -> new ArrayList<>()).add(name);
        }
    }

    private void decide(String name, NameMatch match) {
        List<String> inside = folder.isEmpty()
                ? List.of()
                : match.images().stream()
                        .filter(image -> image.startsWith(folder + "/"))
                        .toList();
        if (inside.size() == 1) {
            take(name, match.how(), inside.get(0));
            return;
        }
        List<String> shown = match.images().stream().limit(CANDIDATES).toList();
        problems.put(
                name,
                new FileProblem(
                        Reason.AMBIGUOUS_NAME,
                        "\"" + name + "\" fits " + match.images().size() + " images: " + String.join(", ", shown)
                                + (match.images().size() > CANDIDATES ? " ..." : "")
                                + ". Write its path, or give the folder of this list with --images."));
    }

    /** The deepest folder below which nearly all names are found, when it is the only one or its name tells the role. */
    private static Optional<String> commonFolder(
            Map<String, NameMatch> byFolder, int names, Predicate<String> tellsRole) {
        Map<String, Integer> counts = new HashMap<>();
        for (NameMatch match : byFolder.values()) {
            Set<String> above = new LinkedHashSet<>();
            for (String image : match.images()) {
                for (int slash = image.lastIndexOf('/'); slash > 0; slash = image.lastIndexOf('/', slash - 1)) {
                    above.add(image.substring(0, slash));
                }
            }
            above.forEach(folder -> counts.merge(folder, 1, Integer::sum));
        }
        counts.values().removeIf(count -> count < NEARLY_ALL * names);
        List<String> deepest = counts.keySet().stream()
                .filter(one -> counts.keySet().stream().noneMatch(other -> other.startsWith(one + "/")))
                .toList();
        List<String> telling = deepest.stream().filter(tellsRole).toList();
        return deepest.size() == 1
                ? Optional.of(deepest.get(0))
                : telling.size() == 1 ? Optional.of(telling.get(0)) : Optional.empty();
    }

    private static FileProblem outside(String name) {
        String remedy = existsElsewhere(name)
                ? " lies outside the image folder. Pass a folder that holds all images with --images."
                : " is not a path inside the image folder. Write it relative to that folder.";
        return new FileProblem(Reason.OUTSIDE_ROOT, "\"" + name + "\"" + remedy);
    }

    private static boolean existsElsewhere(String name) {
        try {
            Path path = Path.of(name);
            return path.isAbsolute() && Files.exists(path);
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
