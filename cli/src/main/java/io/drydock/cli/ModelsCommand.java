package io.drydock.cli;

import io.drydock.core.data.ImageSize;
import io.drydock.core.text.TextTable;
import io.drydock.workbench.ListModels;
import io.drydock.workbench.json.JsonText;
import io.drydock.workbench.json.ModelsJson;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code drydock models}. For one thread at a time. */
@Command(name = "models", description = "List the models with parameters, cost, and where their weights come from.")
final class ModelsCommand extends Verb {
    @Option(
            names = "--size",
            paramLabel = "HxW",
            defaultValue = "140x210",
            description = "Size at which cost is counted (${DEFAULT-VALUE}).")
    private String size = "140x210";

    @Option(
            names = "--classes",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Classes of the linear head counted (${DEFAULT-VALUE}).")
    private int classes = 1000;

    @Override
    void run() {
        ImageSize counted = ImageSize.parse(size);
        List<ListModels.Line> lines = new ListModels().run(counted, classes);
        if (json()) {
            out().println(JsonText.pretty(ModelsJson.models(lines, counted)));
            return;
        }
        TextTable table = new TextTable("model", "parameters", "multiply-adds at " + counted, "features", "weights");
        for (ListModels.Line line : lines) {
            table.row(
                    line.model(),
                    String.format(Locale.ROOT, "%,d", line.parameters()),
                    String.format(Locale.ROOT, "%,d M", Math.round(line.multiplyAdds() / 1e6)),
                    line.features(),
                    line.weights().equals("bundled") ? "bundled" : "hub: " + line.hubRepository());
        }
        out().print(table);
    }
}
