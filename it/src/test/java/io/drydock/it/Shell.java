package io.drydock.it;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A shell of this system in which {@code $drydock} is the packaged program, for what users do around it: pipes, mounts, other
 * locales. Tests that need a tool or the rights of root are skipped where those are missing.
 */
final class Shell {
    private static final long MOST_MINUTES = 10;

    private final Path folder;
    private final Map<String, String> environment;

    /** A shell with a current folder, and variables added to the environment. */
    Shell(Path folder, Map<String, String> environment) {
        assumeTrue(
                Files.isExecutable(Program.LAUNCHER),
                "SKIPPED: the packaged program is missing; run mvn verify, which packages it before these tests");
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "SKIPPED: this system has no /bin/sh");
        this.folder = folder;
        this.environment = environment;
    }

    Shell(Path folder) {
        this(folder, Map.of());
    }

    /** Runs a script to its end. */
    Program.Outcome run(String script) {
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", script)
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("shell-out").toFile())
                .redirectError(folder.resolve("shell-err").toFile());
        builder.environment().put("drydock", Program.LAUNCHER.toString());
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException(script + " did not end");
            }
            return new Program.Outcome(
                    process.exitValue(),
                    Files.readString(folder.resolve("shell-out")),
                    Files.readString(folder.resolve("shell-err")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Runs a script that must succeed, and returns its standard output. */
    String done(String script) {
        Program.Outcome outcome = run(script);
        if (outcome.exit() != 0) {
            throw new AssertionError(script + " ended with " + outcome.exit() + ": " + outcome.err());
        }
        return outcome.out();
    }

    /** Skips the test where a tool is missing. */
    void require(String tool) {
        assumeTrue(
                run("command -v " + tool + " > /dev/null").exit() == 0,
                "SKIPPED: " + tool + " is missing; .ci/run installs it");
    }

    /** Mounts a disk in memory, or skips the test without the rights of root. */
    void mount(String options, String target) {
        assumeTrue(
                run("mkdir -p " + target + " && mount -t tmpfs -o " + options + " tmpfs " + target)
                                .exit()
                        == 0,
                "SKIPPED: mounting a disk in memory needs the rights of root");
    }

    void unmount(String target) {
        run("umount " + target);
    }
}
