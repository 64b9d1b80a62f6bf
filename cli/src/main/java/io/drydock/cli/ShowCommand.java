package io.drydock.cli;

import io.drydock.workbench.ShowRun;
import io.drydock.workbench.json.JsonText;
import io.drydock.workbench.json.RunsJson;
import io.drydock.workbench.report.RunText;
import io.drydock.workbench.run.ShownRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code drydock show}. For one thread at a time. */
@Command(name = "show", description = "Show all of one run: score, epochs, configuration, provenance, files.")
final class ShowCommand extends Verb {
    @Parameters(paramLabel = "RUN", description = "Folder name, number, or latest.")
    private String run = "";

    @Override
    void run() {
        ShownRun shown = new ShowRun().run(workspace(), run);
        if (json()) {
            out().println(JsonText.pretty(RunsJson.of(shown)));
        } else {
            new RunText(out()).print(shown);
        }
    }
}
