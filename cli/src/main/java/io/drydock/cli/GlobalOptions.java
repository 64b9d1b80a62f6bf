package io.drydock.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that every verb takes. For one thread at a time. */
final class GlobalOptions {
    @Option(
            names = {"-w", "--workspace"},
            paramLabel = "DIR",
            description = "The workspace; without it the one around the current folder.")
    private @Nullable Path workspace;

    @Option(names = "--json", description = "Print the result as one JSON document.")
    private boolean json;

    @Option(names = "--debug", description = "Show the stack trace when something fails.")
    private boolean debug;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Take options from a YAML file: their long names as keys. The command line goes first.")
    private @Nullable Path config;

    boolean json() {
        return json;
    }

    boolean debug() {
        return debug;
    }

    Optional<Path> config() {
        return Optional.ofNullable(config);
    }

    /** The folder given by {@code -w}, if any. */
    Optional<Path> workspaceFolder() {
        return Optional.ofNullable(workspace);
    }
}
