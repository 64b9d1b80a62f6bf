package io.drydock.it;

import io.drydock.sample.ShipSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A small drawn ship set, and the commands that bring it into a workspace. */
final class DrawnShips {
    private final Path folder;

    private DrawnShips(Path folder) {
        this.folder = folder;
    }

    static DrawnShips in(Path folder, int images) {
        ShipSet.of(images, 7).withTest(20).write(folder);
        return new DrawnShips(folder);
    }

    Path images() {
        return folder.resolve("images");
    }

    Path csv(String name) {
        return folder.resolve(name);
    }

    /** Arguments of init for a workspace {@code work} of the current folder, more at the end. */
    String[] init(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "init",
                "work",
                "--images",
                images().toString(),
                "--labels",
                csv("train.csv").toString(),
                "--test",
                csv("test.csv").toString(),
                "--sample",
                csv("sample_submission.csv").toString()));
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }
}
