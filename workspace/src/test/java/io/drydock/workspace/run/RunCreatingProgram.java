package io.drydock.workspace.run;

import io.drydock.core.data.ImageSize;
import io.drydock.workspace.store.Database;
import java.nio.file.Path;
import java.time.Clock;

/** A program of its own that makes some runs and ends without finishing them. */
final class RunCreatingProgram {
    private RunCreatingProgram() {}

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        RunStore runs = new RunStore(
                Database.open(folder.resolve("drydock.db")),
                folder.resolve("runs"),
                folder.resolve("trash"),
                Clock.systemUTC());
        for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
            runs.create(arguments[2], RunDetails.planned("resnet18", "quick", new ImageSize(140, 210), 1, 1, 7));
        }
        Runtime.getRuntime().halt(0);
    }

    static Process start(Path folder, int count, String label) throws java.io.IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        RunCreatingProgram.class.getName(),
                        folder.toString(),
                        Integer.toString(count),
                        label)
                .inheritIO()
                .start();
    }
}
