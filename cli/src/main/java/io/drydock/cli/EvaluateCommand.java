package io.drydock.cli;

import io.drydock.workbench.EvaluateRun;
import io.drydock.workbench.json.EvaluateJson;
import io.drydock.workbench.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code drydock evaluate}. For one thread at a time. */
@Command(name = "evaluate", description = "Score one run, or several combined, and show what they confuse.")
final class EvaluateCommand extends Verb {
    @Parameters(
            arity = "1..*",
            paramLabel = "RUN",
            description = "Folder names, numbers, latest, or CSV files of probabilities.")
    private List<String> runs = new ArrayList<>();

    @Option(
            names = "--part",
            paramLabel = "PART",
            defaultValue = "valid",
            description = "valid or train (${DEFAULT-VALUE}).")
    private String part = "valid";

    @Mixin
    private CombineOptions combine = new CombineOptions();

    @Mixin
    private DeviceOption device = new DeviceOption();

    @Option(
            names = "--top",
            paramLabel = "N",
            defaultValue = "24",
            description = "Hardest images to list (${DEFAULT-VALUE}).")
    private int top = 24;

    @Option(names = "--no-report", description = "Write no HTML page.")
    private boolean noReport;

    @Override
    void run() {
        EvaluateRun.Result result = new EvaluateRun(device.asked())
                .run(
                        new EvaluateRun.Request(
                                pictures(), runs, PartName.parse(part), combine.tta(), combine.mix(), top, !noReport),
                        progress());
        out().print(json() ? JsonText.pretty(EvaluateJson.of(result.evaluation())) + "\n" : EvaluateText.of(result));
    }
}
