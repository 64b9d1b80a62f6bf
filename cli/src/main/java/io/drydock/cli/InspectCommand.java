package io.drydock.cli;

import io.drydock.workbench.InspectData;
import io.drydock.workbench.json.InspectJson;
import io.drydock.workbench.json.JsonText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code drydock inspect}. For one thread at a time. */
@Command(
        name = "inspect",
        description = "Show what the image set holds: classes, parts, sizes, copies, what to beware of.")
final class InspectCommand extends Verb {
    @Option(names = "--seed", paramLabel = "N", description = "Draws the pictures of the montages (${DEFAULT-VALUE}).")
    private long seed = 42;

    @Option(names = "--no-report", description = "Write no HTML page.")
    private boolean noReport;

    @Override
    void run() {
        InspectData.Result result =
                new InspectData().run(new InspectData.Request(pictures(), seed, !noReport), progress());
        if (!result.notWritten().isEmpty()) {
            err().println("The page was not written: " + result.notWritten());
        }
        if (json()) {
            out().println(JsonText.pretty(InspectJson.of(result.inspection())));
            return;
        }
        new InspectText(out()).print(result.inspection());
        result.report().ifPresent(page -> out().println("Report: " + page));
    }
}
