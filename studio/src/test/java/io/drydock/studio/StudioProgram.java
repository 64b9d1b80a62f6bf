package io.drydock.studio;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A studio as a process of its own, so that a test can kill it. */
final class StudioProgram {
    private StudioProgram() {}

    /**
     * Runs until it is killed.
     *
     * @param args the workspace, and the file that gets the address
     */
    public static void main(String[] args) throws Exception {
        Studio studio = Studio.start(Path.of(args[0]), "ann", 0);
        Path draft = Path.of(args[1] + ".draft");
        Files.writeString(draft, studio.address().toString());
        Files.move(draft, Path.of(args[1]));
        new CountDownLatch(1).await();
    }
}
