package io.drydock.workbench.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Loads a native library in a process of its own, so that this one stays free of it and survives if it crashes. Safe for
 * use by many threads.
 */
public final class LoadedElsewhere {
    private static final long PATIENCE_SECONDS = 120;

    private LoadedElsewhere() {}

    /**
     * Tries to load.
     *
     * @param mainClass writes the library's version into the file that is its only argument
     */
    public static NativeLibrary load(String name, String purpose, String mainClass) {
        try {
            Path answer = Files.createTempFile("drydock-library", ".txt");
            Path complaint = Files.createTempFile("drydock-library", ".err");
            try {
                return run(name, purpose, mainClass, answer, complaint);
            } finally {
                Files.deleteIfExists(answer);
                Files.deleteIfExists(complaint);
            }
        } catch (IOException failed) {
            return new NativeLibrary(name, purpose, "", "no process could be started: " + failed.getMessage());
        }
    }

    private static NativeLibrary run(String name, String purpose, String mainClass, Path answer, Path complaint)
            throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(List.of(
                        java.toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        mainClass,
                        answer.toString()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(complaint.toFile())
                .start();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return new NativeLibrary(name, purpose, "", "did not load within " + PATIENCE_SECONDS + " s");
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            return new NativeLibrary(name, purpose, "", "interrupted");
        }
        if (process.exitValue() == 0) {
            return new NativeLibrary(name, purpose, Files.readString(answer).strip(), "");
        }
        String first = Files.readString(complaint)
                .lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("exit code " + process.exitValue());
        return new NativeLibrary(name, purpose, "", first);
    }
}
