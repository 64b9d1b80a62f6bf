package io.drydock.cli;

import io.drydock.workbench.TrainModel;
import io.drydock.workbench.json.JsonText;
import io.drydock.workbench.run.ChosenEpoch;
import io.drydock.workbench.run.RunSummary;
import io.drydock.workbench.train.DryRun;
import java.util.Locale;

/** What a training prints when it ends, or before it begins. Safe for use by many threads. */
final class TrainText {
    private TrainText() {}

    /** The run's score and where it lies, or how to go on. */
    static String of(TrainModel.Result result) {
        RunSummary run = result.run();
        if (!run.status().equals("done")) {
            return run.run() + " was stopped after " + run.epochsDone() + " of " + run.epochs()
                    + " epochs. Go on with: drydock resume " + run.id() + "\n";
        }
        String score = run.valid()
                .map(valid -> "weighted F1 " + valid.weightedF1() + ", accuracy " + valid.accuracy() + " on "
                        + valid.n() + " validation images")
                .map(text -> run.epochChosen() ? text + "\n" + ChosenEpoch.NOTE : text)
                .orElse("no validation score (all data was trained on)");
        return String.format(
                Locale.ROOT,
                "%s: %s%n%d epochs in %s, weights of epoch %d kept%n%s%nNext: drydock evaluate %d%n",
                run.run(),
                score,
                run.epochsDone(),
                TrainProgress.duration(run.trainSeconds()),
                run.keptEpoch().orElse(run.epochsDone()),
                result.folder(),
                run.id());
    }

    /** Configuration, then the estimates as comments: a file of both is one for {@code --config}. */
    static String of(DryRun estimate) {
        return estimate.yaml() + "\n# " + String.join("\n# ", estimate.lines()) + "\n";
    }

    /** The same as {@code drydock.dry_run/1}. */
    static String json(DryRun estimate) {
        return JsonText.pretty(estimate.json()) + "\n";
    }
}
