package io.drydock.workbench.label;

import io.drydock.core.data.ImagePath;
import io.drydock.core.error.DataException;
import io.drydock.core.label.ImportedLabel;
import io.drydock.core.label.LabelState;
import io.drydock.core.text.Suggestion;
import io.drydock.workspace.Workspace;
import io.drydock.workspace.image.StoredImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the images that somebody names: by relative path, by a path that leads into an image folder, or by file name
 * where only one image has it. Safe for use by many threads.
 */
final class ImageNames {
    private static final int SHOWN = 5;

    private final Workspace workspace;

    ImageNames(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Content hash of every image named, by its path, in the order named; one named twice counts once.
     *
     * @throws DataException if a name is no image of the workspace, naming the nearest ones
     */
    Map<String, String> contents(List<String> names, LabelState labels) {
        Map<String, String> found = new LinkedHashMap<>();
        List<String> unknown = new ArrayList<>();
        List<String> elsewhere = new ArrayList<>();
        for (String name : names) {
            Optional<ImportedLabel> known = labels.imported(name);
            if (known.isPresent()) {
                found.put(name, known.get().sha256());
            } else {
                found.put(name, "");
                elsewhere.add(name);
            }
        }
        if (elsewhere.isEmpty()) {
            return found;
        }
        Map<String, StoredImage> stored = workspace.images().byPath();
        Map<String, List<String>> byFileName = new HashMap<>();
        stored.keySet()
                .forEach(path -> byFileName
                        .computeIfAbsent(fileName(path), key -> new ArrayList<>())
                        .add(path));
        Map<String, String> resolved = new LinkedHashMap<>();
        found.forEach((name, sha256) -> {
            Optional<StoredImage> image =
                    sha256.isEmpty() ? find(name, stored, byFileName) : Optional.ofNullable(stored.get(name));
            image.ifPresentOrElse(one -> resolved.put(one.path(), one.sha256()), () -> unknown.add(name));
        });
        if (!unknown.isEmpty()) {
            throw unknown(unknown, names.size(), stored, byFileName);
        }
        return resolved;
    }

    private Optional<StoredImage> find(
            String name, Map<String, StoredImage> stored, Map<String, List<String>> byFileName) {
        Optional<String> relative = ImagePath.relative(name);
        if (relative.isPresent() && stored.containsKey(relative.get())) {
            return relative.map(stored::get);
        }
        Optional<String> inside = insideRoots(name);
        if (inside.isPresent() && stored.containsKey(inside.get())) {
            return inside.map(stored::get);
        }
        List<String> same = byFileName.getOrDefault(name, List.of());
        return same.size() == 1 ? Optional.ofNullable(stored.get(same.get(0))) : Optional.empty();
    }

    private Optional<String> insideRoots(String name) {
        if (name.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        return workspace.imageRoots().nameOf(Path.of(name));
    }

    private static DataException unknown(
            List<String> unknown, int named, Map<String, StoredImage> stored, Map<String, List<String>> byFileName) {
        String first = unknown.get(0);
        List<String> same = byFileName.getOrDefault(first, List.of());
        String hint = same.size() > 1
                ? " Several images have that file name: "
                        + String.join(", ", same.subList(0, Math.min(SHOWN, same.size()))) + ". Name one by its path."
                : Suggestion.didYouMean(first, stored.keySet());
        String others = unknown.size() == 1
                ? ""
                : " " + unknown.size() + " of the " + named + " images named are unknown; the first are "
                        + String.join(", ", unknown.subList(0, Math.min(SHOWN, unknown.size()))) + ".";
        return new DataException("There is no image \"" + first + "\" among the " + stored.size()
                + " of this workspace." + hint + others + " Nothing was changed.");
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
