package io.drydock.cli;

import io.drydock.core.label.JournalEntry;
import io.drydock.core.label.LabelChange;
import io.drydock.core.text.TextTable;
import io.drydock.workbench.DecideLabels;
import io.drydock.workbench.json.JsonText;
import io.drydock.workbench.json.LabelsJson;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The verbs of {@code drydock labels} that go through the journal. Safe for use by many threads. */
final class LabelHistory {
    private LabelHistory() {}

    /** What undo and redo share. For one thread at a time. */
    abstract static class Reversing extends Verb {
        @Parameters(index = "0", arity = "0..1", paramLabel = "N", description = "How many steps (1).")
        private int steps = 1;

        @Option(names = "--why", paramLabel = "TEXT", description = "The reason, kept in the journal.")
        private String why = "";

        @Option(names = "--by", paramLabel = "NAME", description = "Who decides; without it the name of the login.")
        private String by = System.getProperty("user.name", "");

        abstract DecideLabels.Reversal reverse(DecideLabels decide, int count, String who, String reason);

        abstract String done();

        @Override
        void run() {
            DecideLabels.Reversal reversal = reverse(new DecideLabels(pictures()), steps, by, why);
            if (json()) {
                out().println(JsonText.pretty(LabelsJson.reversal(reversal)));
            } else {
                LabelsText.reversal(done(), reversal, out());
            }
        }
    }

    /** {@code drydock labels undo}. For one thread at a time. */
    @Command(name = "undo", description = "Take back the last steps; a decision about many images is one step.")
    static final class Undo extends Reversing {
        @Override
        DecideLabels.Reversal reverse(DecideLabels decide, int count, String who, String reason) {
            return decide.undo(count, who, reason);
        }

        @Override
        String done() {
            return "Undid";
        }
    }

    /** {@code drydock labels redo}. For one thread at a time. */
    @Command(name = "redo", description = "Put back the steps that were taken back last.")
    static final class Redo extends Reversing {
        @Override
        DecideLabels.Reversal reverse(DecideLabels decide, int count, String who, String reason) {
            return decide.redo(count, who, reason);
        }

        @Override
        String done() {
            return "Redid";
        }
    }

    /** {@code drydock labels log}. For one thread at a time. */
    @Command(name = "log", description = "Show the journal: who decided what, when and why.")
    static final class Log extends Verb {
        @Option(names = "--limit", paramLabel = "N", description = "The last N entries; 0 for all (${DEFAULT-VALUE}).")
        private int limit = 50;

        @Option(names = "--image", paramLabel = "FILE", description = "Only entries about this image or its content.")
        private @Nullable String image;

        @Override
        void run() {
            DecideLabels decide = new DecideLabels(pictures());
            List<JournalEntry> all = image == null ? decide.log() : decide.log(image);
            List<JournalEntry> shown =
                    limit <= 0 || json() ? all : all.subList(Math.max(0, all.size() - limit), all.size());
            if (json()) {
                out().println(JsonText.pretty(LabelsJson.log(decide.position(), shown)));
                return;
            }
            if (shown.size() < all.size()) {
                out().println("The last " + shown.size() + " of " + counted(all.size(), "entry", "entries")
                        + "; --limit 0 shows all.");
            }
            LabelsText.log(shown, decide.classes(), out());
        }
    }

    /** {@code drydock labels diff}. For one thread at a time. */
    @Command(
            name = "diff",
            description = "Compare two versions of the labels, each a position of the journal (seq of the log).")
    static final class Diff extends Verb {
        @Parameters(index = "0", arity = "0..1", paramLabel = "FROM", description = "1, the first import, by default.")
        private long from = 1;

        @Parameters(index = "1", arity = "0..1", paramLabel = "TO", description = "Now by default.")
        private @Nullable Long to;

        @Option(names = "--images", description = "List every image that differs.")
        private boolean images;

        @Override
        void run() {
            OptionalLong end = to == null ? OptionalLong.empty() : OptionalLong.of(to);
            DecideLabels decide = new DecideLabels(pictures());
            DecideLabels.Difference difference = decide.diff(from, end);
            if (json()) {
                out().println(JsonText.pretty(LabelsJson.diff(difference)));
                return;
            }
            LabelsText.diff(difference, out());
            if (images) {
                TextTable table = new TextTable("image", "before", "after");
                for (LabelChange change : difference.changes()) {
                    table.row(
                            change.image(),
                            change.before().map(decide.classes()::shown).orElse("-"),
                            change.after().map(decide.classes()::shown).orElse("-"));
                }
                out().println();
                out().print(table);
            }
        }
    }
}
