package io.drydock.cli;

import io.drydock.core.metric.PairedBootstrap;
import io.drydock.core.text.TextTable;
import io.drydock.workbench.CompareLabels;
import io.drydock.workbench.compare.LabelEdits;
import io.drydock.workbench.run.ChosenEpoch;
import java.io.PrintWriter;
import java.util.Locale;

/** What {@code compare --labels} shows on a terminal. For one thread at a time. */
final class CompareLabelsText {
    private CompareLabelsText() {}

    static void print(CompareLabels.Result result, PrintWriter out) {
        LabelEdits edits = result.edits();
        out.printf(
                "labels %s (entry %d) to %s (entry %d): %s relabelled, %d dropped, %d added, %d of them in the valid"
                        + " part%n",
                result.before().text(),
                result.before().position(),
                result.after().text(),
                result.after().position(),
                Verb.counted(edits.relabeled().size(), "image"),
                edits.dropped().size(),
                edits.added().size(),
                edits.validEdited());
        out.printf(
                "%s on the labels before, %s on those after%n",
                result.models().get(0), result.models().get(1));
        TextTable table =
                new TextTable("scored on", "images", "before [95 %]", "after [95 %]", "difference [95 %]", "p");
        row(table, "same label in both", result.agreeing());
        row(table, "labels after", result.onAfter());
        out.print(table);
        out.printf("each on its own labels: %s before, %s after%n", result.ownBefore(), result.ownAfter());
        result.warning().ifPresent(out::println);
        if (!result.epochChosen().isEmpty()) {
            out.println(String.join(" and ", result.epochChosen()) + ": " + ChosenEpoch.NOTE);
        }
        out.printf(Locale.ROOT, "%s (%.0f s)%n", result.verdict(), result.seconds());
    }

    private static void row(TextTable table, String name, PairedBootstrap paired) {
        table.row(
                name,
                paired.n(),
                paired.first(),
                paired.second(),
                paired.difference(),
                String.format(Locale.ROOT, "%.3f", paired.pValue()));
    }
}
