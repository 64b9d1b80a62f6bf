package io.drydock.cli;

import io.drydock.workbench.DecideLabels;
import io.drydock.workbench.json.JsonText;
import io.drydock.workbench.json.LabelsJson;
import java.util.OptionalLong;
import picocli.CommandLine.Command;

/** {@code drydock labels}: without a verb, what was changed since the import. For one thread at a time. */
@Command(
        name = "labels",
        description = "Change labels, take changes back, and carry them between people.",
        subcommands = {
            LabelDecision.Relabel.class,
            LabelDecision.Drop.class,
            LabelDecision.Keep.class,
            LabelDecision.Unsure.class,
            LabelDecision.DuplicateOf.class,
            LabelHistory.Undo.class,
            LabelHistory.Redo.class,
            LabelHistory.Log.class,
            LabelHistory.Diff.class,
            LabelExchange.Export.class,
            LabelExchange.Patch.class,
            LabelExchange.Apply.class,
            LabelExchange.Merge.class,
            LabelStream.class
        },
        footer = {
            "",
            "Every decision is an entry of a journal that only grows; your files are never touched.",
            "Without a verb: what was changed since the import."
        })
final class LabelsCommand extends Verb {
    @Override
    void run() {
        DecideLabels.Difference difference = new DecideLabels(pictures()).diff(1, OptionalLong.empty());
        if (json()) {
            out().println(JsonText.pretty(LabelsJson.diff(difference)));
        } else {
            LabelsText.diff(difference, out());
        }
    }
}
