package io.drydock.cli;

import io.drydock.core.error.DataException;
import io.drydock.workbench.DecideLabels;
import io.drydock.workbench.json.JsonText;
import io.drydock.workbench.json.LabelsJson;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the verbs that decide about images share. For one thread at a time. */
abstract class LabelDecision extends Verb {
    @Option(names = "--why", paramLabel = "TEXT", description = "The reason, kept in the journal.")
    private String why = "";

    @Option(names = "--by", paramLabel = "NAME", description = "Who decides; without it the name of the login.")
    private String by = System.getProperty("user.name", "");

    @Option(
            names = "--finding",
            paramLabel = "ID",
            description = "The finding that was shown, as drydock review has it.")
    private @Nullable String finding;

    @Option(names = "--yes", description = "Do it even where it touches more than 5 %% of a class.")
    private boolean yes;

    @Option(names = "--dry-run", description = "Say what it would do, and do nothing.")
    private boolean dryRun;

    /** The decision about some images. */
    abstract DecideLabels.Request request(List<String> images);

    /** Arguments that name images. */
    abstract List<String> arguments();

    /** Decides, or only says what it would do. */
    DecideLabels.Outcome outcome(DecideLabels decide, DecideLabels.Request request, boolean onlySay) {
        return onlySay ? decide.preview(request) : decide.run(request);
    }

    @Override
    void run() {
        DecideLabels decide = new DecideLabels(workspace());
        DecideLabels.Request request = request(ImageArguments.expand(arguments(), System.in))
                .withBy(by)
                .withWhy(why)
                .withYes(yes);
        DecideLabels.Request complete = finding == null ? request : request.withFinding(finding);
        DecideLabels.Outcome outcome = outcome(decide, complete, dryRun);
        if (!dryRun && outcome.asksForLabel()) {
            throw new DataException(LabelsText.question(outcome.disagreeing(), decide.classes()));
        }
        if (!dryRun && !outcome.done()) {
            throw new DataException(LabelsText.refusal(outcome.effect()));
        }
        if (json()) {
            out().println(JsonText.pretty(LabelsJson.outcome(outcome)));
        } else if (dryRun) {
            LabelsText.preview(outcome, decide.classes(), out());
        } else {
            LabelsText.outcome(complete, outcome, decide.classes(), out());
        }
    }

    /** A decision about the images named. For one thread at a time. */
    abstract static class OfFiles extends LabelDecision {
        @Parameters(
                arity = "1..*",
                paramLabel = "FILE",
                description = "Images by path; @LIST reads names from a file, - from standard input, one a line.")
        private List<String> files = new ArrayList<>();

        @Override
        List<String> arguments() {
            return files;
        }
    }

    /** {@code drydock labels relabel}. For one thread at a time. */
    @Command(
            name = "relabel",
            description =
                    "Give images another class; copies with the same content get it too, whatever their label was.")
    static final class Relabel extends OfFiles {
        @Option(names = "--to", required = true, paramLabel = "CLASS", description = "Code or name of the class.")
        private String to = "";

        @Option(
                names = "--new-class",
                description = "Add the class after the others. Runs so far give it probability 0.")
        private boolean newClass;

        @Override
        DecideLabels.Request request(List<String> images) {
            return DecideLabels.Request.relabel(images, to.strip());
        }

        @Override
        DecideLabels.Outcome outcome(DecideLabels decide, DecideLabels.Request request, boolean onlySay) {
            if (!newClass) {
                return super.outcome(decide, request, onlySay);
            }
            return onlySay ? decide.previewWithNewClass(request) : decide.runWithNewClass(request);
        }
    }

    /** {@code drydock labels drop}. For one thread at a time. */
    @Command(name = "drop", description = "Leave images out of the set. Their files stay, and undo brings them back.")
    static final class Drop extends OfFiles {
        @Override
        DecideLabels.Request request(List<String> images) {
            return DecideLabels.Request.drop(images);
        }
    }

    /** {@code drydock labels keep}. For one thread at a time. */
    @Command(
            name = "keep",
            description = "Say that images were looked at and are right: not asked again unless the evidence changes."
                    + " Refused where copies with the same content have another label.")
    static final class Keep extends OfFiles {
        @Override
        DecideLabels.Request request(List<String> images) {
            return DecideLabels.Request.keep(images);
        }
    }

    /** {@code drydock labels unsure}. For one thread at a time. */
    @Command(name = "unsure", description = "Put images off: they go to the back of the queue.")
    static final class Unsure extends OfFiles {
        @Override
        DecideLabels.Request request(List<String> images) {
            return DecideLabels.Request.unsure(images);
        }
    }

    /** {@code drydock labels duplicate-of}. For one thread at a time. */
    @Command(name = "duplicate-of", description = "Leave images out because another one shows the same.")
    static final class DuplicateOf extends LabelDecision {
        @Parameters(index = "0", paramLabel = "STAYS", description = "The image that stays.")
        private String stays = "";

        @Parameters(
                index = "1..*",
                arity = "1..*",
                paramLabel = "FILE",
                description = "The images that go; @LIST reads names from a file, - from standard input.")
        private List<String> files = new ArrayList<>();

        @Override
        List<String> arguments() {
            return files;
        }

        @Override
        DecideLabels.Request request(List<String> images) {
            return DecideLabels.Request.duplicateOf(images, stays);
        }
    }
}
