package io.drydock.workbench.label;

import io.drydock.core.data.ClassList;
import io.drydock.core.label.Action;
import io.drydock.core.label.ImportedLabel;
import io.drydock.core.label.JournalEntry;
import io.drydock.core.label.LabelPatch;
import io.drydock.core.label.LabelState;
import io.drydock.core.label.PatchRow;
import io.drydock.core.label.Signature;
import io.drydock.core.label.Verdict;
import io.drydock.workspace.label.Decision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a patch comes to on the labels as they are: decisions to take, rows that say nothing new, and rows that
 * contradict what was decided here. Images are found by content first, so a renamed file is the same image.
 *
 * @param decisions to be taken, in the order of the patch
 * @param already rows that hold here already
 * @param conflicts rows that were not turned into decisions, with the reason
 */
public record PatchApplication(List<Decision> decisions, List<PatchRow> already, List<PatchConflict> conflicts) {
    public PatchApplication {
        decisions = List.copyOf(decisions);
        already = List.copyOf(already);
        conflicts = List.copyOf(conflicts);
    }

    /**
     * Works out a patch.
     *
     * @param contents hash of every image of the workspace by path, those to be predicted too
     * @param theirs whether the patch is right where it contradicts a decision that was taken here
     */
    static PatchApplication of(
            LabelPatch patch, LabelState labels, Map<String, String> contents, ClassList classes, boolean theirs) {
        Work work = new Work(labels, contents, classes, theirs, new PatchedCopies(patch, labels, contents));
        patch.rows().forEach(work::take);
        return new PatchApplication(work.decisions, work.already, work.conflicts);
    }

    /** The decisions as entries that the journal would have. */
    List<JournalEntry> entries(LabelState labels) {
        List<JournalEntry> entries = new ArrayList<>();
        for (Decision decision : decisions) {
            Signature signed = decision.signed().orElseThrow();
            entries.add(decision.entry(labels.position() + entries.size() + 1, Long.MAX_VALUE, signed));
        }
        return entries;
    }

    /** Goes through the rows of a patch. For one thread at a time. */
    private static final class Work {
        private final LabelState before;
        private final Map<String, String> contents;
        private final ClassList classes;
        private final boolean theirs;
        private final PatchedCopies copies;
        private final List<Decision> decisions = new ArrayList<>();
        private final List<PatchRow> already = new ArrayList<>();
        private final List<PatchConflict> conflicts = new ArrayList<>();
        private final Map<String, Optional<String>> given = new HashMap<>();
        private final Set<String> touched = new HashSet<>();

        Work(LabelState before, Map<String, String> contents, ClassList classes, boolean theirs, PatchedCopies copies) {
            this.before = before;
            this.contents = contents;
            this.classes = classes;
            this.theirs = theirs;
            this.copies = copies;
        }

        void take(PatchRow row) {
            Optional<String> found = image(row);
            if (found.isEmpty()) {
                return;
            }
            String image = found.get();
            if (!fits(row, image)) {
                return;
            }
            if (!touched.contains(content(image)) && holds(row, image)) {
                already.add(row);
                return;
            }
            Optional<String> contradiction = contradiction(row, image).or(() -> disagreement(row, image));
            if (contradiction.isPresent() && !theirs) {
                conflicts.add(new PatchConflict(row, image, contradiction.get(), true));
                return;
            }
            decide(row, image);
        }

        private String content(String image) {
            return contents.getOrDefault(image, "");
        }

        /** Class of an image after the rows taken so far. */
        private Optional<String> label(String image) {
            return given.getOrDefault(image, before.label(image));
        }

        private void decide(PatchRow row, String image) {
            Optional<String> old = label(image);
            Optional<String> claim = row.claim();
            add(row, row.action(), image, row.action() == Action.KEEP ? claim : row.newLabel());
            touched.add(content(image));
            if (claim.isEmpty()) {
                return;
            }
            given.put(image, claim);
            boolean settles = copies.disagree(content(image));
            for (String copy : copies.labeled(content(image))) {
                boolean follows = label(copy).equals(old);
                if (settles && !follows && !label(copy).equals(claim)) {
                    add(row, Action.RELABEL, copy, claim);
                }
                if (settles || follows) {
                    given.put(copy, claim);
                }
            }
        }

        private void add(PatchRow row, Action action, String image, Optional<String> after) {
            decisions.add(new Decision(
                    action,
                    image,
                    content(image),
                    label(image),
                    after,
                    Optional.empty(),
                    row.score(),
                    Optional.empty(),
                    Optional.of(row.signature())));
        }

        /** Why a class cannot simply be given: copies here would still have another label. */
        private Optional<String> disagreement(PatchRow row, String image) {
            if (row.claim().isEmpty() || !copies.disagree(content(image))) {
                return Optional.empty();
            }
            return Optional.of(copies.labeled(content(image)).stream()
                    .filter(copy -> !copy.equals(image))
                    .map(copy -> copy + " (" + shown(before.label(copy)) + ")")
                    .collect(Collectors.joining(
                            ", ", "has the same content here as ", ", and the labels would differ")));
        }

        private Optional<String> image(PatchRow row) {
            Optional<String> found = copies.find(row);
            if (found.isEmpty()) {
                conflicts.add(new PatchConflict(row, row.image(), copies.reason(row), false));
            }
            return found;
        }

        private boolean fits(PatchRow row, String image) {
            Optional<String> reason = Optional.empty();
            Optional<ImportedLabel> imported = before.imported(image);
            if (row.claim().isPresent() && classes.indexOf(row.claim().get()).isEmpty()) {
                reason = Optional.of("would get class " + row.claim().get() + ", which is none of "
                        + String.join(
                                ", ",
                                classes.codes().stream().map(classes::shown).toList()));
            } else if (imported.isEmpty() && (row.removes() || row.action() == Action.RELABEL)) {
                reason = Optional.of("has no label here, because it is to be predicted");
            } else if (row.action() == Action.DUPLICATE_OF
                    && !contents.containsKey(row.newLabel().orElse(""))) {
                reason = Optional.of(
                        "is called a duplicate of " + row.newLabel().orElse("") + ", which is not in this workspace");
            }
            reason.ifPresent(text -> conflicts.add(new PatchConflict(row, image, text, false)));
            return reason.isEmpty();
        }

        private boolean holds(PatchRow row, String image) {
            Optional<Verdict> verdict = before.verdict(image, content(image));
            return switch (row.action()) {
                case RELABEL ->
                    !before.isDropped(image) && before.label(image).equals(row.newLabel()) && verdict.isPresent();
                case KEEP ->
                    !before.isDropped(image)
                            && before.label(image).equals(row.claim())
                            && verdict.map(one -> one.action() == Action.KEEP).orElse(false);
                case DROP ->
                    before.isDropped(image) && before.duplicateOf(image).isEmpty();
                case DUPLICATE_OF -> before.duplicateOf(image).equals(row.newLabel());
                default -> verdict.isPresent();
            };
        }

        /** Why a row cannot simply be taken: somebody here decided otherwise, or the label was another one. */
        private Optional<String> contradiction(PatchRow row, String image) {
            Optional<Verdict> verdict = before.verdict(image, content(image)).filter(one -> !one.isOpen());
            Optional<String> label = before.label(image);
            if (before.isDropped(image) && !row.removes()) {
                return Optional.of("was left out here" + by(verdict));
            }
            if (row.removes()) {
                return before.isDropped(image)
                        ? Optional.of("was left out here as "
                                + before.duplicateOf(image)
                                        .map(stays -> "a duplicate of " + stays)
                                        .orElse("dropped") + by(verdict))
                        : verdict.map(one -> "was given " + shown(label) + " here" + by(verdict));
            }
            boolean same = label.equals(row.claim());
            if (verdict.isPresent() && !same) {
                return Optional.of("was given " + shown(label) + " here" + by(verdict));
            }
            boolean expected = row.action() == Action.UNSURE
                    || label.equals(row.oldLabel())
                    || same
                    || label(image).equals(row.claim());
            return expected
                    ? Optional.empty()
                    : Optional.of("is labelled " + shown(label) + " here, and was " + shown(row.oldLabel())
                            + " where it was decided");
        }

        private String shown(Optional<String> code) {
            return code.map(classes::shown).orElse("-");
        }

        private static String by(Optional<Verdict> verdict) {
            return verdict.map(one -> " (" + one.action().key().replace('_', '-') + " by "
                            + (one.by().isEmpty() ? "?" : one.by()) + ", "
                            + one.at().toString().substring(0, 10) + ")")
                    .orElse("");
        }
    }
}
