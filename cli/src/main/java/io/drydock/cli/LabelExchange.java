package io.drydock.cli;

import io.drydock.core.data.ClassList;
import io.drydock.core.error.DataException;
import io.drydock.core.label.LabelPatch;
import io.drydock.core.label.PatchCsv;
import io.drydock.core.label.PatchMerge;
import io.drydock.workbench.DecideLabels;
import io.drydock.workbench.ExchangeLabels;
import io.drydock.workbench.ExchangeLabels.Prefer;
import io.drydock.workbench.json.JsonText;
import io.drydock.workbench.json.LabelsJson;
import io.drydock.workbench.label.LabelExport;
import io.drydock.workbench.label.PatchConflict;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The verbs of {@code drydock labels} that carry labels and decisions in files. Safe for use by many threads. */
final class LabelExchange {
    private LabelExchange() {}

    /** What the verbs that write a file share. For one thread at a time. */
    abstract static class Writing extends Verb {
        @Option(
                names = {"-o", "--output"},
                paramLabel = "FILE",
                description = "Write here; without it to standard output.")
        private @Nullable Path output;

        @Option(names = "--force", description = "Replace the file if it is there.")
        private boolean force;

        /** Writes to the file or standard output; what is told goes to the other of the two. */
        void write(ExchangeLabels exchange, byte[] bytes, String told) {
            if (output == null) {
                data().print(new String(bytes, StandardCharsets.UTF_8));
                err().println(told);
            } else {
                exchange.write(output, bytes, force);
                out().println(told + " Written to " + output);
            }
        }
    }

    /** {@code drydock labels export}. For one thread at a time. */
    @Command(
            name = "export",
            description = "Write the labels in the format of the file they came from: its columns, order and quotes.")
    static final class Export extends Writing {
        @Option(names = "--at", paramLabel = "POSITION", description = "The labels as of this position of the journal.")
        private @Nullable Long position;

        @Option(names = "--plain", description = "Write image,label whatever the input was.")
        private boolean plain;

        @Option(names = "--usable", description = "Leave out rows of the input that name no usable image.")
        private boolean usable;

        @Override
        void run() {
            OptionalLong at = position == null ? OptionalLong.empty() : OptionalLong.of(position);
            ExchangeLabels exchange = new ExchangeLabels();
            LabelExport export = exchange.export(pictures(), at, plain, usable);
            write(
                    exchange,
                    export.bytes(),
                    counted(export.written(), "row") + ", " + export.relabeled() + " relabeled, "
                            + (export.added() == 0 ? "" : export.added() + " from the pool, ") + export.left()
                            + " left out"
                            + (export.unusable() == 0
                                    ? "."
                                    : "; " + counted(export.unusable(), "row") + " of the input that cannot be used "
                                            + (usable ? "left out too." : "passed on as they are.")));
        }
    }

    /** {@code drydock labels patch}. For one thread at a time. */
    @Command(name = "patch", description = "Write the decisions as a patch, for another workspace or another person.")
    static final class Patch extends Writing {
        @Option(
                names = "--after",
                paramLabel = "POSITION",
                description = "Only decisions after this position of the journal.")
        private long after = 1;

        @Override
        void run() {
            ExchangeLabels exchange = new ExchangeLabels();
            LabelPatch patch = exchange.patch(pictures(), after);
            write(
                    exchange,
                    PatchCsv.text(patch).getBytes(StandardCharsets.UTF_8),
                    counted(patch.rows().size(), "decision") + ".");
        }
    }

    /** {@code drydock labels apply}. For one thread at a time. */
    @Command(
            name = "apply",
            description =
                    "Take the decisions of a patch, as one step. Where they contradict ones taken here, nothing is"
                            + " taken until --prefer says which count.")
    static final class Apply extends Verb {
        @Parameters(paramLabel = "PATCH", description = "A CSV as drydock labels patch writes it.")
        private Path patch = Path.of("");

        @Option(
                names = "--prefer",
                paramLabel = "WHOSE",
                description = "ours, theirs, or neither: leave conflicts out.")
        private Prefer prefer = Prefer.NOTHING;

        @Option(names = "--by", paramLabel = "NAME", description = "Who applies it; without it the name of the login.")
        private String by = System.getProperty("user.name", "");

        @Option(names = "--yes", description = "Do it even where it touches more than 5 %% of a class.")
        private boolean yes;

        @Override
        void run() {
            ClassList classes = new DecideLabels(pictures()).classes();
            ExchangeLabels.Applied applied = new ExchangeLabels().apply(pictures(), patch, prefer, by, yes);
            if (applied.needsChoice() && prefer == Prefer.NOTHING) {
                throw new DataException(
                        conflicts(applied.conflicts(), classes) + "\nNothing was changed. Say --prefer theirs,"
                                + " --prefer ours, or --prefer neither to leave these out and take the rest.");
            }
            if (!applied.done()) {
                throw new DataException(LabelsText.refusal(applied.effect()));
            }
            if (json()) {
                out().println(JsonText.pretty(LabelsJson.applied(applied)));
                return;
            }
            out().println("Took " + counted(applied.entries().size(), "decision")
                    + (applied.entries().isEmpty()
                            ? ""
                            : " as step " + applied.entries().get(0).batch())
                    + "; " + applied.already().size() + " held already.");
            applied.effect().sentences().forEach(sentence -> out().println("  " + sentence));
            if (!applied.conflicts().isEmpty()) {
                out().println(conflicts(applied.conflicts(), classes));
            }
        }

        private static String conflicts(List<PatchConflict> conflicts, ClassList classes) {
            return (conflicts.size() == 1 ? "1 row of the patch was" : conflicts.size() + " rows of the patch were")
                    + " not taken:\n"
                    + conflicts.stream()
                            .map(conflict -> "  " + conflict.described(classes))
                            .collect(Collectors.joining("\n"));
        }
    }

    /** {@code drydock labels merge}. For one thread at a time. */
    @Command(
            name = "merge",
            description = "Make one patch of two people's. Where they contradict each other, nothing is written until"
                    + " --prefer says which count.")
    static final class Merge extends Writing {
        @Parameters(index = "0", paramLabel = "FIRST", description = "A patch.")
        private Path first = Path.of("");

        @Parameters(index = "1", paramLabel = "SECOND", description = "Another patch.")
        private Path second = Path.of("");

        @Option(
                names = "--prefer",
                paramLabel = "WHOSE",
                description = "ours (the first), theirs (the second), or neither: leave conflicts out.")
        private Prefer prefer = Prefer.NOTHING;

        @Override
        void run() {
            ExchangeLabels exchange = new ExchangeLabels();
            PatchMerge merge = exchange.merge(first, second);
            if (!merge.conflicts().isEmpty() && prefer == Prefer.NOTHING) {
                throw new DataException("The patches contradict each other about "
                        + counted(merge.conflicts().size(), "content") + ":\n"
                        + merge.conflicts().stream()
                                .map(conflict -> "  " + conflict.described())
                                .collect(Collectors.joining("\n"))
                        + "\nNothing was written. Say --prefer ours, theirs, or neither.");
            }
            LabelPatch patch = exchange.resolved(merge, prefer);
            if (json()) {
                out().println(JsonText.pretty(
                        LabelsJson.merged(merge, patch.rows().size())));
                return;
            }
            write(
                    exchange,
                    PatchCsv.text(patch).getBytes(StandardCharsets.UTF_8),
                    counted(patch.rows().size(), "decision") + ", "
                            + counted(merge.conflicts().size(), "conflict") + ".");
        }
    }
}
