package io.drydock.workbench;

import java.nio.file.Path;

/** A program of its own that makes a workspace, to be killed on the way. */
final class InitProgram {
    private InitProgram() {}

    public static void main(String[] arguments) {
        Path ships = Path.of(arguments[1]);
        System.err.println("begun");
        new InitWorkspace().run(request(Path.of(arguments[0]), ships), (task, done, total) -> {});
    }

    static InitWorkspace.Request request(Path workspace, Path ships) {
        return InitWorkspace.Request.of(workspace, ships.resolve("images"))
                .withLabels(ships.resolve("train.csv"))
                .withTest(ships.resolve("test.csv"))
                .withSample(ships.resolve("sample_submission.csv"));
    }
}
