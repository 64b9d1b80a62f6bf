package io.drydock.cli;

import io.drydock.core.error.ConfigException;
import io.drydock.workbench.EvaluateRun;
import io.drydock.workbench.TrainModel;
import io.drydock.workbench.config.PlanBuilder;
import io.drydock.workbench.config.TrainPlan;
import io.drydock.workbench.train.DryRun;
import io.drydock.workbench.train.StopSignal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code drydock train}. For one thread at a time. */
@Command(name = "train", description = "Train a classifier; Ctrl-C leaves a run that drydock resume goes on with.")
final class TrainCommand extends TrainingVerb {
    private static final String ALL = "all";

    @Option(
            names = "--fold",
            paramLabel = "I|all",
            description = "Hold out fold I of the split in place of its valid part; all trains one run a fold.")
    private @Nullable String fold;

    @Option(names = "--all-data", description = "Train on train and valid; the run then has no validation score.")
    private boolean allData;

    @Option(names = "--dry-run", description = "Print the complete configuration and what it will take; train nothing.")
    private boolean dryRun;

    @Override
    void run() {
        Path workspace = pictures();
        TrainPlan plan = plan(workspace);
        TrainModel operation = new TrainModel();
        if (dryRun) {
            DryRun estimate = operation.dryRun(new TrainModel.Request(workspace, plan, new StopSignal()));
            out().print(json() ? TrainText.json(estimate) : TrainText.of(estimate));
            return;
        }
        try (Interruption interruption = new Interruption()) {
            TrainModel.Request request = new TrainModel.Request(workspace, plan, interruption.signal());
            if (ALL.equals(fold)) {
                folds(workspace, operation.runFolds(request, training()));
            } else {
                TrainModel.Result result = operation.run(request, training());
                if (!json()) {
                    out().print(TrainText.of(result));
                }
            }
        }
    }

    private TrainPlan plan(Path workspace) {
        PlanBuilder builder = settings();
        if (fold != null && !fold.equals(ALL)) {
            builder.set("data.fold", number(fold));
        }
        if (allData) {
            builder.set("data.all_data", "true");
        }
        return builder.build(workspace);
    }

    private static String number(String text) {
        if (!text.matches("\\d{1,4}")) {
            throw new ConfigException("--fold " + text + " is neither the number of a fold, from 0, nor all.");
        }
        return text;
    }

    /** After all folds: each run's line, and the score of every image by the run that held it out. */
    private void folds(Path workspace, List<TrainModel.Result> results) {
        if (json()) {
            return;
        }
        List<String> runs = new ArrayList<>();
        results.forEach(result -> {
            out().print(TrainText.of(result));
            runs.add(result.run().run());
        });
        boolean done = results.stream().allMatch(result -> result.run().status().equals("done"));
        if (done && runs.size() > 1) {
            EvaluateRun.Request request = new EvaluateRun.Request(workspace, runs.toArray(String[]::new));
            out().print(EvaluateText.of(new EvaluateRun().run(request, progress())));
        }
    }
}
