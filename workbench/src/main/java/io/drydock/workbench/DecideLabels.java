package io.drydock.workbench;

import io.drydock.core.data.ClassLabel;
import io.drydock.core.data.ClassList;
import io.drydock.core.error.DataException;
import io.drydock.core.label.Action;
import io.drydock.core.label.ClassEffect;
import io.drydock.core.label.JournalEntry;
import io.drydock.core.label.LabelChange;
import io.drydock.core.label.LabelState;
import io.drydock.core.label.PartEffect;
import io.drydock.workbench.label.BulkEffect;
import io.drydock.workbench.label.Decider;
import io.drydock.workbench.label.DisagreeingCopies;
import io.drydock.workbench.review.ImageIndex;
import io.drydock.workspace.Workspace;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * {@code drydock labels relabel|drop|keep|unsure|duplicate-of|undo|redo}: takes decisions about images, one or many at
 * once, each an entry of the journal and on the disk before it is acknowledged. Files of the user's are never touched.
 * Several programs may decide at the same time. Safe for use by many threads.
 */
public final class DecideLabels {
    private final Workspace workspace;

    /** @param workspace its folder */
    public DecideLabels(Path workspace) {
        this.workspace = Workspace.open(workspace);
    }

    /** Decides about the images of an index, which sees the decisions at once. */
    public DecideLabels(ImageIndex index) {
        this.workspace = index.workspace();
    }

    /**
     * What to decide.
     *
     * @param action relabel, drop, keep, unsure or duplicate-of
     * @param images by path; several are one step for undo
     * @param to code or name of the class on relabel, the image that stays on duplicate-of, else empty
     * @param by who decides
     * @param why the reason, possibly empty
     * @param finding id of the finding that was shown; without it the most suspect one of each image is noted
     * @param yes whether an effect beyond {@link BulkEffect#LIMIT} of a class is meant
     * @param settles whether the class of a relabel is meant for copies that have another label too; else it is asked
     */
    public record Request(
            Action action,
            List<String> images,
            Optional<String> to,
            String by,
            String why,
            Optional<String> finding,
            boolean yes,
            boolean settles) {
        public Request {
            images = List.copyOf(new LinkedHashSet<>(images));
        }

        /** Gives images a class, by code or name. */
        public static Request relabel(List<String> images, String to) {
            return of(Action.RELABEL, images, Optional.of(to));
        }

        /** Leaves images out of the set. */
        public static Request drop(List<String> images) {
            return of(Action.DROP, images, Optional.empty());
        }

        /** Says that images were looked at and are right. */
        public static Request keep(List<String> images) {
            return of(Action.KEEP, images, Optional.empty());
        }

        /** Puts images off. */
        public static Request unsure(List<String> images) {
            return of(Action.UNSURE, images, Optional.empty());
        }

        /** Leaves images out because another one shows the same. */
        public static Request duplicateOf(List<String> images, String stays) {
            return of(Action.DUPLICATE_OF, images, Optional.of(stays));
        }

        private static Request of(Action action, List<String> images, Optional<String> to) {
            return new Request(
                    action, images, to, System.getProperty("user.name", ""), "", Optional.empty(), false, true);
        }

        public Request withBy(String who) {
            return new Request(action, images, to, who, why, finding, yes, settles);
        }

        public Request withWhy(String reason) {
            return new Request(action, images, to, by, reason, finding, yes, settles);
        }

        public Request withFinding(String id) {
            return new Request(action, images, to, by, why, Optional.of(id), yes, settles);
        }

        public Request withYes(boolean confirmed) {
            return new Request(action, images, to, by, why, finding, confirmed, settles);
        }

        public Request withSettles(boolean all) {
            return new Request(action, images, to, by, why, finding, yes, all);
        }
    }

    /**
     * What came of it.
     *
     * @param done whether it is in the journal; false when it must be confirmed first
     * @param effect what it does to the set
     * @param entries as they stand in the journal; none when it was not done or says nothing new
     * @param alsoHolds other paths with the same content and label, for which a relabel, keep or unsure holds too
     * @param asksForLabel whether it was not done because copies disagree and the request does not say which label is right
     * @param disagreeing images of equal content whose labels disagreed before
     * @param position of the journal afterwards
     */
    public record Outcome(
            boolean done,
            BulkEffect effect,
            List<JournalEntry> entries,
            List<String> alsoHolds,
            boolean asksForLabel,
            List<DisagreeingCopies> disagreeing,
            long position) {
        public Outcome {
            entries = List.copyOf(entries);
            alsoHolds = List.copyOf(alsoHolds);
            disagreeing = List.copyOf(disagreeing);
        }
    }

    /**
     * What an undo or redo did.
     *
     * @param entries one a batch taken back or put back, in the order it was done
     * @param decisions the decisions of those batches
     * @param left batches that could still be undone, or redone
     */
    public record Reversal(List<JournalEntry> entries, List<JournalEntry> decisions, int left, long position) {
        public Reversal {
            entries = List.copyOf(entries);
            decisions = List.copyOf(decisions);
        }
    }

    /**
     * Shows what a decision would do, and takes none.
     *
     * @throws DataException as {@link #run}
     */
    public Outcome preview(Request request) {
        return notDone(new Decider(workspace, request), workspace.journal().state());
    }

    /**
     * Shows what {@link #runWithNewClass} would do, and does nothing.
     *
     * @throws DataException as there
     */
    public Outcome previewWithNewClass(Request request) {
        ClassList grown = workspace.classes().with(newClass(request));
        return notDone(
                new Decider(workspace, request, grown), workspace.journal().state());
    }

    private static Outcome notDone(Decider decider, LabelState labels) {
        return new Outcome(
                false,
                decider.effect(labels),
                List.of(),
                List.of(),
                decider.asksForLabel(labels),
                decider.disagreeing(labels),
                labels.position());
    }

    /**
     * Takes a decision, unless it must be confirmed first or copies disagree and it does not say which label is right. An
     * image of which it says nothing new gets no entry.
     *
     * @throws DataException if an image, a class or a finding is not known, or the decision makes no sense for an image
     */
    public Outcome run(Request request) {
        return run(request, new Decider(workspace, request), () -> {});
    }

    /**
     * Gives images a class that is new, after the others. Runs so far give it probability 0.
     *
     * @throws DataException as {@link #run}, or if there is such a class
     */
    public Outcome runWithNewClass(Request request) {
        ClassLabel added = newClass(request);
        Decider decider = new Decider(workspace, request, workspace.classes().with(added));
        return run(request, decider, () -> workspace.addClass(added));
    }

    private ClassLabel newClass(Request request) {
        String code = request.to().orElse("").strip();
        if (code.isEmpty()) {
            throw new DataException("A new class needs a name. Give one with --to.");
        }
        ClassList classes = workspace.classes();
        classes.classes().stream()
                .filter(label ->
                        label.code().equalsIgnoreCase(code) || label.name().equalsIgnoreCase(code))
                .findFirst()
                .ifPresent(label -> {
                    throw new DataException("\"" + code + "\" is not new: there is class " + classes.shown(label.code())
                            + ". Leave out --new-class, or choose another name. Nothing was changed.");
                });
        return new ClassLabel(code, code);
    }

    private Outcome run(Request request, Decider decider, Runnable before) {
        Outcome asked = notDone(decider, workspace.journal().state());
        if (asked.asksForLabel() || (asked.effect().needsYes() && !request.yes())) {
            return asked;
        }
        before.run();
        List<JournalEntry> entries = workspace.journal().append(decider::decisions, request.by(), request.why());
        LabelState after = workspace.journal().state();
        return new Outcome(
                true,
                asked.effect(),
                entries,
                decider.alsoHolds(after),
                false,
                Decider.answered(asked.disagreeing(), after),
                after.position());
    }

    /**
     * Takes back the last batches of decisions that count, a bulk decision as one.
     *
     * @param batches how many, at least 1
     * @throws DataException if there is nothing to undo
     */
    public Reversal undo(int batches, String by, String why) {
        return reverse(Action.UNDO, batches, by, why);
    }

    /**
     * Puts back what was taken back last.
     *
     * @param batches how many, at least 1
     * @throws DataException if there is nothing to redo
     */
    public Reversal redo(int batches, String by, String why) {
        return reverse(Action.REDO, batches, by, why);
    }

    private Reversal reverse(Action action, int batches, String by, String why) {
        if (batches < 1) {
            throw new DataException("How many steps to " + action.key() + " must be at least 1, was " + batches + ".");
        }
        List<JournalEntry> entries = workspace.journal().reverse(action, batches, by, why);
        if (entries.isEmpty()) {
            throw new DataException(
                    action == Action.UNDO
                            ? "There is no decision to undo: the labels are as they were imported."
                            : "There is nothing to redo: no undo stands since the last decision.");
        }
        Set<Long> undone = new LinkedHashSet<>();
        entries.forEach(entry -> undone.add(entry.undoes().orElseThrow()));
        List<JournalEntry> all = workspace.journal().entries();
        List<JournalEntry> decisions =
                all.stream().filter(entry -> undone.contains(entry.batch())).toList();
        LabelState after = workspace.journal().state();
        List<Long> left = action == Action.UNDO ? after.undoable(Integer.MAX_VALUE) : after.redoable(Integer.MAX_VALUE);
        return new Reversal(entries, decisions, left.size(), after.position());
    }

    /**
     * What lies between two versions of the labels.
     *
     * @param from position of the journal, 1 for the labels as first imported
     * @param to position of the journal
     * @param changes every image that differs, in import order
     */
    public record Difference(
            long from, long to, List<LabelChange> changes, List<ClassEffect> classes, List<PartEffect> parts) {
        public Difference {
            changes = List.copyOf(changes);
            classes = List.copyOf(classes);
            parts = List.copyOf(parts);
        }
    }

    /**
     * Compares two versions of the labels.
     *
     * @param from position of the journal
     * @param to position of the journal; empty for now
     * @throws io.drydock.core.error.WorkspaceException if the journal is not that long
     */
    public Difference diff(long from, OptionalLong to) {
        LabelState before = workspace.journal().state(from);
        LabelState after = to.isPresent()
                ? workspace.journal().state(to.getAsLong())
                : workspace.journal().state();
        List<LabelChange> changes = LabelChange.between(before, after);
        return new Difference(
                from,
                after.position(),
                changes,
                ClassEffect.of(before, changes, workspace.classes()),
                PartEffect.of(before, changes, workspace.splits().findCurrent()));
    }

    /** The classes of the workspace. */
    public ClassList classes() {
        return workspace.classes();
    }

    /** Number of the journal's last entry. */
    public long position() {
        return workspace.journal().position();
    }

    /**
     * Decisions about an image or its content, undone ones too, oldest first.
     *
     * @throws DataException if there is no such image
     */
    public List<JournalEntry> log(String image) {
        return Decider.history(workspace, image);
    }

    /** The journal as of now, oldest entry first. */
    public List<JournalEntry> log() {
        return workspace.journal().entries();
    }
}
