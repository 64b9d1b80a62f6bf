package io.drydock.cli;

import io.drydock.workbench.RunDemo;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code drydock demo}. For one thread at a time. */
@Command(
        name = "demo",
        description =
                "Draw a ship set and walk the whole way over it: import, inspect, split, train, evaluate, submit.")
final class DemoCommand extends Verb {
    private static final int MOST_IMAGES = 100_000;

    @Parameters(index = "0", arity = "0..1", paramLabel = "DIR", description = "Folder to make (${DEFAULT-VALUE}).")
    private Path folder = Path.of("drydock-demo");

    @Option(names = "--images", paramLabel = "N", description = "Labelled pictures to draw (${DEFAULT-VALUE}).")
    private int images = 500;

    @Option(names = "--force", description = "Replace what an earlier demo left in the folder.")
    private boolean force;

    @Override
    void run() {
        if (images < 100) {
            throw refused("--images must be at least 100, was " + images + ": fewer teach nothing.");
        }
        if (images > MOST_IMAGES) {
            throw refused("--images must be at most " + MOST_IMAGES + ", was " + images + ".");
        }
        long start = System.nanoTime();
        RunDemo.Result result = new RunDemo()
                .run(
                        new RunDemo.Request(folder, images, force),
                        this::title,
                        progress(),
                        new TrainProgress(err(), Terminal.present()));
        out().println();
        out().print(EvaluateText.of(result.evaluated()));
        out().println();
        out().printf(Locale.ROOT, "Done in %.0f seconds. Where to look:%n", (System.nanoTime() - start) / 1e9);
        out().println("  pictures     " + result.pictures().resolve("images"));
        result.inspection().ifPresent(page -> out().println("  the set      " + page));
        out().println("  the model    "
                + result.trained().folder().resolve("report").resolve("index.html"));
        out().println("  predictions  " + result.predictions());
        out().println("  submission   " + result.submission());
        out().println("Next: drydock train -w " + result.workspace() + " --recipe default");
    }

    private void title(String title) {
        err().println("== " + title);
        err().flush();
    }
}
