package io.drydock.workbench.label;

import io.drydock.core.label.LabelPatch;
import io.drydock.core.label.LabelState;
import io.drydock.core.label.PatchRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The images of a workspace that the rows of a patch are about, found by content first. For one thread at a time. */
final class PatchedCopies {
    private final LabelState labels;
    private final Map<String, String> contents;
    private final Map<String, List<String>> paths = new HashMap<>();
    private final Set<String> removed = new HashSet<>();
    private final Set<String> disagreeing = new HashSet<>();

    /** @param contents hash of every image of the workspace by path, those to be predicted too */
    PatchedCopies(LabelPatch patch, LabelState labels, Map<String, String> contents) {
        this.labels = labels;
        this.contents = contents;
        contents.forEach((path, sha256) ->
                paths.computeIfAbsent(sha256, key -> new ArrayList<>(1)).add(path));
        paths.values().forEach(same -> same.sort(null));
        removed.addAll(labels.dropped());
        Map<String, List<PatchRow>> claims = new HashMap<>();
        for (PatchRow row : patch.rows()) {
            Optional<String> image = find(row);
            image.filter(path -> row.removes()).ifPresent(removed::add);
            image.filter(path -> row.claim().isPresent()).ifPresent(path -> {
                removed.remove(path);
                claims.computeIfAbsent(contents.getOrDefault(path, ""), key -> new ArrayList<>())
                        .add(row);
            });
        }
        claims.forEach((sha256, rows) -> {
            if (labeled(sha256).size() > 1 && labelsAfter(sha256, rows) > 1) {
                disagreeing.add(sha256);
            }
        });
    }

    /** How many different labels the copies of a content have after rows that give classes. */
    private long labelsAfter(String sha256, List<PatchRow> rows) {
        Map<String, Optional<String>> after = new HashMap<>();
        labeled(sha256).forEach(path -> after.put(path, labels.label(path)));
        for (PatchRow row : rows) {
            String image = find(row).orElse("");
            Optional<String> old = after.getOrDefault(image, Optional.empty());
            after.replaceAll((path, code) -> path.equals(image) || code.equals(old) ? row.claim() : code);
        }
        return after.values().stream().distinct().count();
    }

    /** The labelled images of a content that count, in the order of their paths. */
    List<String> labeled(String sha256) {
        return paths.getOrDefault(sha256, List.of()).stream()
                .filter(path -> labels.label(path).isPresent() && !removed.contains(path))
                .toList();
    }

    /** Whether the copies of a content have different labels after the patch. */
    boolean disagree(String sha256) {
        return disagreeing.contains(sha256);
    }

    /** The image here that a row is about: the one it names if that has the content, else one that has it. */
    Optional<String> find(PatchRow row) {
        List<String> same = row.sha256().isEmpty() ? List.of() : paths.getOrDefault(row.sha256(), List.of());
        if (same.contains(row.image()) || (row.sha256().isEmpty() && contents.containsKey(row.image()))) {
            return Optional.of(row.image());
        }
        if (same.size() == 1) {
            return Optional.of(same.get(0));
        }
        return row.removes()
                ? Optional.empty()
                : same.stream()
                        .filter(path -> labels.label(path).equals(row.oldLabel()))
                        .findFirst()
                        .or(() -> same.stream().findFirst());
    }

    /** Why the image of a row was not found, as the rest of a sentence about it. */
    String reason(PatchRow row) {
        List<String> same = row.sha256().isEmpty() ? List.of() : paths.getOrDefault(row.sha256(), List.of());
        if (contents.containsKey(row.image())) {
            return "has other content here than where it was decided";
        }
        return same.isEmpty()
                ? "is not in this workspace, neither by name nor by content"
                : "has " + same.size() + " copies here (" + String.join(", ", same)
                        + "), and it is not clear which one is to go";
    }
}
