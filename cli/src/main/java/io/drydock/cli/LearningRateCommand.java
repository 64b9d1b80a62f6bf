package io.drydock.cli;

import io.drydock.core.run.Stage;
import io.drydock.core.text.TextTable;
import io.drydock.workbench.FindLearningRate;
import io.drydock.workbench.json.JsonText;
import io.drydock.workbench.json.RatesJson;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code drydock lr-find}. For one thread at a time. */
@Command(name = "lr-find", description = "Try rising learning rates on a copy and suggest one, as fast.ai does.")
final class LearningRateCommand extends TrainingVerb {
    @Option(names = "--unfrozen", description = "Try the whole network; without it the head alone.")
    private boolean unfrozen;

    @Option(names = "--steps", paramLabel = "N", description = "Steps from 1e-7 to 10 (${DEFAULT-VALUE}).")
    private int steps = 100;

    @Override
    void run() {
        if (steps < 20) {
            throw refused("--steps must be at least 20, was " + steps + ": fewer points tell nothing.");
        }
        Path workspace = pictures();
        FindLearningRate.Request request = new FindLearningRate.Request(
                workspace, settings().build(workspace), unfrozen ? Stage.UNFROZEN : Stage.FROZEN, steps);
        FindLearningRate.Result result = new FindLearningRate().run(request, trainingProgress());
        if (json()) {
            out().println(JsonText.pretty(RatesJson.of(result)));
            return;
        }
        Map<String, Double> rates = result.byName();
        out().print(new TextTable("suggestion", "rate", "")
                .row("valley", rate(rates, "valley"), "the middle of the longest fall: the usual choice")
                .row("slide", rate(rates, "slide"), "the last steady slope, seen from the end")
                .row("minimum / 10", rate(rates, "minimum"), "a tenth of the rate of lowest loss")
                .row("steep", rate(rates, "steep"), "where the loss falls fastest"));
        String option = unfrozen ? "--rate" : "--frozen-rate";
        out().println("Curve: " + result.picture());
        out().println("Next: drydock train " + option + " " + rate(rates, "valley"));
    }

    private static String rate(Map<String, Double> rates, String name) {
        return String.format(Locale.ROOT, "%.1e", rates.get(name));
    }
}
