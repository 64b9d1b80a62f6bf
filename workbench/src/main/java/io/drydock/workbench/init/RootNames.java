package io.drydock.workbench.init;

import io.drydock.workspace.setting.ImageRoot;
import io.drydock.workspace.setting.ImageRoots;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Gives the image that a relative path in a list means: the one with exactly this name, else the one with this path below
 * another root. Safe for use by many threads.
 *
 * @param first what the names of images begin with that are looked for before all others
 */
record RootNames(ImageRoots roots, Optional<String> first) implements UnaryOperator<String> {
    @Override
    public String apply(String name) {
        if (roots.roots().size() == 1 && first.isEmpty()) {
            return name;
        }
        return Stream.of(
                        first.stream().map(prefix -> prefix + name),
                        Stream.of(name),
                        roots.roots().stream().map(ImageRoot::prefix).map(prefix -> prefix + name))
                .flatMap(names -> names)
                .filter(this::isThere)
                .findFirst()
                .orElse(name);
    }

    private boolean isThere(String image) {
        try {
            return Files.isRegularFile(roots.resolve(image));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
