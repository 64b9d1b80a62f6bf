package io.drydock.infer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder {@code shared} beside or above the project, with real ships and weights; absent on most machines. */
final class SharedFolder {
    private SharedFolder() {}

    static Optional<Path> find() {
        return Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
                .map(path -> path.resolve("shared"))
                .filter(Files::isDirectory)
                .findFirst();
    }
}
