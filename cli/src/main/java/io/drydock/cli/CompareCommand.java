package io.drydock.cli;

import io.drydock.core.metric.PairedBootstrap;
import io.drydock.core.text.TextTable;
import io.drydock.workbench.CompareLabels;
import io.drydock.workbench.CompareRuns;
import io.drydock.workbench.json.CompareJson;
import io.drydock.workbench.json.CompareLabelsJson;
import io.drydock.workbench.json.JsonText;
import io.drydock.workbench.run.ChosenEpoch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code drydock compare}. For one thread at a time. */
@Command(
        name = "compare",
        description =
                "Tell whether one run is better than another on the same images, or whether edited labels helped.")
final class CompareCommand extends Verb {
    @Parameters(
            arity = "0..2",
            paramLabel = "RUN",
            description = "Two of: folder name, number, latest, a CSV of probabilities. None with --labels: the linear"
                    + " probe is trained on both versions.")
    private List<String> runs = new ArrayList<>();

    @Option(
            names = "--labels",
            paramLabel = "BEFORE,AFTER",
            hideParamSyntax = true,
            split = ",",
            description =
                    "Whether an edit of the labels helped: two versions, each import, now, the number of a journal"
                            + " entry, or run:RUN.")
    private List<String> labels = new ArrayList<>();

    @ArgGroup(validate = false, heading = "The linear probe, with --labels:%n")
    private ProbeOptions probe = new ProbeOptions();

    @Option(
            names = "--part",
            paramLabel = "PART",
            defaultValue = "valid",
            description = "valid or train (${DEFAULT-VALUE}).")
    private String part = "valid";

    @Option(names = "--tta", paramLabel = "N", defaultValue = "1", description = "Views of each image.")
    private int tta = 1;

    @Override
    void run() {
        if (!labels.isEmpty()) {
            compareLabels();
            return;
        }
        if (runs.size() != 2) {
            throw refused("Name two runs to compare, or two versions of the labels by --labels BEFORE,AFTER.");
        }
        CompareRuns.Result result = new CompareRuns()
                .run(
                        new CompareRuns.Request(pictures(), runs.get(0), runs.get(1), PartName.parse(part), tta),
                        progress());
        if (json()) {
            out().println(JsonText.pretty(CompareJson.of(result)));
            return;
        }
        PairedBootstrap paired = result.paired();
        out().print(new TextTable("run", "weighted F1 [95 %]", "only this one right")
                .row(result.first(), paired.first(), paired.onlyFirstRight())
                .row(result.second(), paired.second(), paired.onlySecondRight())
                .row("difference", paired.difference(), ""));
        out().printf(
                        Locale.ROOT,
                        "paired bootstrap over %,d images of the %s part, p = %.3f%s%s%n%s%n",
                        paired.n(),
                        result.part().key(),
                        paired.pValue(),
                        result.leftOut() > 0
                                ? ", " + counted(result.leftOut(), "image") + " of one run only left out"
                                : "",
                        result.unread() > 0
                                ? ", " + counted(result.unread(), "image") + " that changed or cannot be read left out"
                                : "",
                        result.verdict());
        if (!result.epochChosen().isEmpty()) {
            out().println(String.join(" and ", result.epochChosen()) + ": " + ChosenEpoch.NOTE);
        }
    }

    private void compareLabels() {
        if (labels.size() != 2) {
            throw refused(
                    "--labels wants two versions, as in --labels import,now; it was given " + labels.size() + ".");
        }
        CompareLabels.Request request = new CompareLabels.Request(
                pictures(), Optional.of(labels.get(0)), Optional.of(labels.get(1)), runs, probe.choice(), Map.of());
        CompareLabels.Result result = new CompareLabels().run(request, progress());
        if (json()) {
            out().println(JsonText.pretty(CompareLabelsJson.of(result)));
        } else {
            CompareLabelsText.print(result, out());
        }
    }
}
