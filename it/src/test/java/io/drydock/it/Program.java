package io.drydock.it;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged program, started as a user starts it. */
final class Program {
    static final Path LAUNCHER = Repository.root().resolve("cli/target/drydock/bin/drydock");
    private static final long MOST_MINUTES = 5;

    private final Path folder;
    private final Map<String, String> environment;

    /** The program with a current folder, and variables added to the environment. */
    Program(Path folder, Map<String, String> environment) {
        assumeTrue(
                Files.isExecutable(LAUNCHER),
                "SKIPPED: the packaged program is missing; run mvn verify, which packages it before these tests");
        this.folder = folder;
        this.environment = environment;
    }

    Program(Path folder) {
        this(folder, Map.of());
    }

    /** What a finished command left: exit code and both streams. */
    record Outcome(int exit, String out, String err) {}

    /** Starts a command without waiting; its streams go to files {@code out} and {@code err} of the current folder. */
    Process start(String... arguments) {
        return started(builder(arguments).redirectOutput(folder.resolve("out").toFile()));
    }

    /** Starts a command whose standard input and output are the caller's. */
    Process startPiped(String... arguments) {
        return started(builder(arguments));
    }

    private ProcessBuilder builder(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(LAUNCHER.toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().putAll(environment);
        return builder.redirectError(folder.resolve("err").toFile());
    }

    private static Process started(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a command to its end. */
    Outcome run(String... arguments) {
        Process process = start(arguments);
        try {
            if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException(String.join(" ", arguments) + " did not end");
            }
            return new Outcome(
                    process.exitValue(),
                    Files.readString(folder.resolve("out")),
                    Files.readString(folder.resolve("err")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Runs a command that must succeed, and returns its standard output. */
    String done(String... arguments) {
        Outcome outcome = run(arguments);
        if (outcome.exit() != 0) {
            throw new AssertionError(
                    String.join(" ", arguments) + " ended with " + outcome.exit() + ": " + outcome.err());
        }
        return outcome.out();
    }
}
