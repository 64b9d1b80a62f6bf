package io.drydock.cli;

import io.drydock.workbench.ShowRun;
import io.drydock.workbench.json.JsonText;
import io.drydock.workbench.json.RunsJson;
import io.drydock.workbench.run.ChosenEpoch;
import io.drydock.workbench.run.RunSummary;
import io.drydock.workbench.run.ShownRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code drydock show}. For one thread at a time. */
@Command(name = "show", description = "Show all of one run: score, configuration, provenance, files.")
final class ShowCommand extends Verb {
    @Parameters(paramLabel = "RUN", description = "Folder name, number, or latest.")
    private String run = "";

    @Override
    void run() {
        ShownRun shown = new ShowRun().run(workspace(), run);
        if (json()) {
            out().println(JsonText.pretty(RunsJson.of(shown)));
            return;
        }
        RunSummary summary = shown.summary();
        out().println(summary.run() + ": " + summary.status()
                + (summary.message().isEmpty() ? "" : ", " + summary.message()));
        out().println(summary.epochsDone() + " of " + summary.epochs() + " epochs in "
                + TrainProgress.duration(summary.trainSeconds())
                + summary.keptEpoch()
                        .map(kept -> ", weights of epoch " + kept + " kept")
                        .orElse(""));
        out().println(summary.valid()
                .map(valid -> "weighted F1 " + valid.weightedF1() + ", accuracy " + valid.accuracy() + " on "
                        + valid.n() + " validation images")
                .orElse("no validation score"));
        if (summary.epochChosen()) {
            out().println(ChosenEpoch.NOTE);
        }
        out().println();
        shown.events().stream()
                .filter(line -> line.startsWith("{\"event\":\"epoch\""))
                .forEach(out()::println);
        shown.configuration().ifPresent(document -> out().println("\n" + JsonText.pretty(document)));
        out().println("\n" + shown.folder());
        shown.files().forEach(file -> out().println("  " + file));
    }
}
