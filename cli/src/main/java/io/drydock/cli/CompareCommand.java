package io.drydock.cli;

import io.drydock.core.metric.PairedBootstrap;
import io.drydock.core.text.TextTable;
import io.drydock.workbench.CompareRuns;
import io.drydock.workbench.json.CompareJson;
import io.drydock.workbench.json.JsonText;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code drydock compare}. For one thread at a time. */
@Command(name = "compare", description = "Tell whether one run is better than another on the same images.")
final class CompareCommand extends Verb {
    @Parameters(
            index = "0",
            paramLabel = "RUN",
            description = "Folder name, number, latest, or a CSV of probabilities.")
    private String first = "";

    @Parameters(index = "1", paramLabel = "RUN", description = "The other one.")
    private String second = "";

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
        CompareRuns.Result result = new CompareRuns()
                .run(new CompareRuns.Request(workspace(), first, second, PartName.parse(part), tta), progress());
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
                        "paired bootstrap over %,d images of the %s part, p = %.3f%s%n%s%n",
                        paired.n(),
                        result.part().key(),
                        paired.pValue(),
                        result.leftOut() > 0 ? ", " + result.leftOut() + " images of one run only left out" : "",
                        result.verdict());
    }
}
