package io.drydock.core.data;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Finds the image that a name in a list means: by its path; else by a path that differs in Unicode form, in case, in the
 * extension, or in leading folders. The first rule by which any file fits decides. When several files fit by it, the name is
 * ambiguous. Safe for use by many threads.
 */
public final class NameMatcher {

    /** Two paths are alike when their keys are equal; with other folders, when one key ends with the other. */
    private record Rule(NameMatch.How how, UnaryOperator<String> key, boolean otherFolders) {}

    private static final List<Rule> RULES = List.of(
            new Rule(NameMatch.How.UNICODE_FORM, NameMatcher::composed, false),
            new Rule(NameMatch.How.CASE, NameMatcher::folded, false),
            new Rule(NameMatch.How.EXTENSION, NameMatcher::stem, false),
            new Rule(NameMatch.How.EXTENSION, NameMatcher::loosest, false),
            new Rule(NameMatch.How.FOLDER, NameMatcher::composed, true),
            new Rule(NameMatch.How.FOLDER, NameMatcher::folded, true),
            new Rule(NameMatch.How.FOLDER, NameMatcher::stem, true),
            new Rule(NameMatch.How.FOLDER, NameMatcher::loosest, true));

    private final Set<String> paths;
    /** What paths begin with that lie below a folder. */
    private final Map<Path, String> prefixes;
    /** Paths by the loosest key of their last part; made when a name is not a path. */
    private volatile Map<String, List<String>> byName = Map.of();

    private NameMatcher(Collection<String> paths, Map<Path, String> prefixes) {
        this.paths = Set.copyOf(paths);
        this.prefixes = Map.copyOf(prefixes);
    }

    /**
     * Among the images of these paths.
     *
     * @param paths relative, with {@code /}
     */
    public static NameMatcher of(Collection<String> paths) {
        return new NameMatcher(paths, Map.of());
    }

    /**
     * Among the images of these paths, where absolute names may begin with one of the folders.
     *
     * @param prefixes what the paths begin with that lie below an absolute folder: empty, or a word and {@code /}
     */
    public static NameMatcher of(Collection<String> paths, Map<Path, String> prefixes) {
        return new NameMatcher(paths, prefixes);
    }

    /** The image that a name means; {@link NameMatch.How#NONE} for a name that leads out of the image folder. */
    public NameMatch match(String name) {
        Optional<String> relative = relative(name);
        if (relative.isEmpty()) {
            return NameMatch.NOTHING;
        }
        String wanted = relative.get();
        if (paths.contains(wanted)) {
            return new NameMatch(NameMatch.How.EXACT, List.of(wanted));
        }
        List<String> candidates = byName().getOrDefault(loosest(lastPart(wanted)), List.of());
        for (Rule rule : RULES) {
            List<String> found = fitting(rule, wanted, candidates);
            if (!found.isEmpty()) {
                return new NameMatch(rule.how(), found);
            }
        }
        return NameMatch.NOTHING;
    }

    /** Those that fit by a rule; with other folders, those that share most of them. */
    private static List<String> fitting(Rule rule, String wanted, List<String> candidates) {
        String key = rule.key().apply(wanted);
        List<String> found = new ArrayList<>();
        int longest = 0;
        for (String candidate : candidates) {
            String other = rule.key().apply(candidate);
            boolean fits =
                    rule.otherFolders() ? key.endsWith("/" + other) || other.endsWith("/" + key) : key.equals(other);
            int shared = Math.min(key.length(), other.length());
            if (fits && shared >= longest) {
                if (shared > longest) {
                    found.clear();
                }
                longest = shared;
                found.add(candidate);
            }
        }
        return found;
    }

    private Map<String, List<String>> byName() {
        if (byName.isEmpty() && !paths.isEmpty()) {
            Map<String, List<String>> made = new HashMap<>();
            for (String path : paths) {
                made.computeIfAbsent(loosest(lastPart(path)), any -> new ArrayList<>(1))
                        .add(path);
            }
            made.values().forEach(list -> list.sort(null));
            byName = made;
        }
        return byName;
    }

    private Optional<String> relative(String name) {
        String slashed = name.strip().replace('\\', '/');
        for (Map.Entry<Path, String> root : prefixes.entrySet()) {
            String folder = root.getKey().toString().replace('\\', '/');
            if (slashed.startsWith(folder + "/")) {
                return ImagePath.relative(slashed.substring(folder.length() + 1))
                        .map(path -> root.getValue() + path);
            }
        }
        return ImagePath.relative(slashed);
    }

    private static String composed(String name) {
        return Normalizer.isNormalized(name, Normalizer.Form.NFC)
                ? name
                : Normalizer.normalize(name, Normalizer.Form.NFC);
    }

    private static String folded(String name) {
        return composed(name).toLowerCase(Locale.ROOT);
    }

    private static String stem(String name) {
        return withoutExtension(composed(name));
    }

    /** What all names have in common that any rule could find alike. */
    private static String loosest(String name) {
        return withoutExtension(folded(name));
    }

    /** Only an extension of images is one: a dot in an identifier is part of it. */
    private static String withoutExtension(String path) {
        return ImagePath.looksLikeImage(path) ? path.substring(0, path.lastIndexOf('.')) : path;
    }

    private static String lastPart(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
