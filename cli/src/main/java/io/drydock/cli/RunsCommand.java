package io.drydock.cli;

import io.drydock.core.text.TextTable;
import io.drydock.workbench.ListRuns;
import io.drydock.workbench.RemoveRun;
import io.drydock.workbench.json.JsonText;
import io.drydock.workbench.json.RunsJson;
import io.drydock.workbench.run.ChosenEpoch;
import io.drydock.workbench.run.RunSummary;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code drydock runs}. For one thread at a time. */
@Command(
        name = "runs",
        description = "List runs with score, interval, model and time.",
        subcommands = RunsCommand.Remove.class)
final class RunsCommand extends Verb {
    @Override
    void run() {
        List<RunSummary> runs = new ListRuns().run(workspace());
        if (json()) {
            out().println(JsonText.pretty(RunsJson.of(runs)));
            return;
        }
        TextTable table =
                new TextTable("run", "status", "recipe", "size", "split", "epochs", "time", "weighted F1 [95 %]", "n");
        for (RunSummary run : runs) {
            table.row(
                    run.run(),
                    run.status(),
                    run.recipe(),
                    run.size(),
                    run.split() + run.fold().map(fold -> " fold " + fold).orElse(""),
                    run.epochsDone() + "/" + run.epochs(),
                    TrainProgress.duration(run.trainSeconds()),
                    run.valid()
                            .map(valid -> valid.weightedF1() + (run.epochChosen() ? " *" : ""))
                            .orElse("-"),
                    run.valid().map(valid -> String.valueOf(valid.n())).orElse("-"));
        }
        out().print(runs.isEmpty() ? "No run yet. Train one by drydock train.\n" : table);
        if (runs.stream().anyMatch(RunSummary::epochChosen)) {
            out().println("* " + ChosenEpoch.NOTE);
        }
    }

    /** {@code drydock runs rm}. For one thread at a time. */
    @Command(name = "rm", description = "Move a run to the workspace's trash folder.")
    static final class Remove extends Verb {
        @Parameters(paramLabel = "RUN", description = "Folder name, number, or latest.")
        private String run = "";

        @Override
        void run() {
            out().println("Moved to " + new RemoveRun().run(workspace(), run));
        }
    }
}
