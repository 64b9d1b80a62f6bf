package io.drydock.cli;

import io.drydock.core.error.WeightsException;
import io.drydock.core.text.TextTable;
import io.drydock.workbench.ManageWeights;
import io.drydock.workbench.json.JsonText;
import io.drydock.workbench.json.ModelsJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code drydock weights}. For one thread at a time. */
@Command(
        name = "weights",
        description = "List, fetch and verify pretrained weights.",
        subcommands = {WeightsCommand.ListAll.class, WeightsCommand.Pull.class, WeightsCommand.Verify.class})
final class WeightsCommand extends Verb {
    @Override
    void run() {
        print(this, new ManageWeights().list());
    }

    private static void print(Verb verb, List<ManageWeights.Line> lines) {
        if (verb.json()) {
            verb.out().println(JsonText.pretty(ModelsJson.weights(lines)));
            return;
        }
        TextTable table = new TextTable("model", "weights", "size", "where");
        for (ManageWeights.Line line : lines) {
            table.row(
                    line.model(),
                    line.state().key(),
                    line.sizeBytes() == 0 ? "-" : String.format(Locale.ROOT, "%.1f MB", line.sizeBytes() / 1e6),
                    line.file().map(String::valueOf).orElse(line.repository()));
        }
        verb.out().print(table);
    }

    /** {@code drydock weights list}. For one thread at a time. */
    @Command(name = "list", description = "Say which weights are on this machine.")
    static final class ListAll extends Verb {
        @Override
        void run() {
            print(this, new ManageWeights().list());
        }
    }

    /** {@code drydock weights pull}. For one thread at a time. */
    @Command(name = "pull", description = "Fetch weights from the Hugging Face hub.")
    static final class Pull extends Verb {
        @Parameters(arity = "1..*", paramLabel = "MODEL", description = "Names as drydock models lists them.")
        private List<String> models = new ArrayList<>();

        @Override
        void run() {
            ManageWeights weights = new ManageWeights();
            print(
                    this,
                    models.stream()
                            .map(model -> weights.pull(model, progress()))
                            .toList());
        }
    }

    /** {@code drydock weights verify}. For one thread at a time. */
    @Command(name = "verify", description = "Check every weight file on this machine against its hash.")
    static final class Verify extends Verb {
        @Override
        void run() {
            List<ManageWeights.Line> lines = new ManageWeights().verify(progress());
            print(this, lines);
            List<String> damaged = lines.stream()
                    .filter(line -> line.state() == ManageWeights.State.DAMAGED)
                    .map(ManageWeights.Line::model)
                    .toList();
            if (!damaged.isEmpty()) {
                throw new WeightsException("Damaged weights: " + String.join(", ", damaged)
                        + ". Delete the files listed and fetch them again by drydock weights pull.");
            }
        }
    }
}
