package io.drydock.workbench.init;

import io.drydock.workspace.setting.ImageRoot;
import io.drydock.workspace.setting.ImageRoots;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Gives the image whose file has exactly this path: with this name, or below another root; none where there is no such file.
 * Safe for use by many threads.
 *
 * @param first what the names of images begin with that are tried before all others
 * @param images images found by the walk; other files, such as hidden ones, count when they are there
 */
record RootNames(ImageRoots roots, Optional<String> first, Set<String> images)
        implements Function<String, Optional<String>> {
    RootNames {
        images = Set.copyOf(images);
    }

    @Override
    public Optional<String> apply(String path) {
        return Stream.of(
                        first.stream().map(prefix -> prefix + path),
                        Stream.of(path),
                        roots.roots().stream().map(ImageRoot::prefix).map(prefix -> prefix + path))
                .flatMap(names -> names)
                .distinct()
                .filter(this::isThere)
                .findFirst();
    }

    private boolean isThere(String image) {
        try {
            return images.contains(image) || Files.isRegularFile(roots.resolve(image));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
