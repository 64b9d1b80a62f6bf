package io.drydock.core.label;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * One line of the label journal, never changed once written.
 *
 * @param seq position from 1, without gaps
 * @param batch decisions taken together and undone together
 * @param image relative path, empty on import, undo and redo
 * @param sha256 content of that image, lower-case hex, empty on import, undo and redo
 * @param oldLabel class code before, absent for an image without label
 * @param newLabel class code after; on {@code duplicate_of} the path of the image that stays
 * @param finding id of the finding that led here, if one did
 * @param score of that finding, low = suspect
 * @param undoes the batch that an undo takes back or a redo puts back
 * @param suggested class code that the evidence pointed to then, if it pointed to one
 * @param version what the entry means for other images of equal content, {@link #ANY_LABEL} or {@link #SAME_LABEL}
 */
public record JournalEntry(
        long seq,
        long batch,
        Action action,
        String image,
        String sha256,
        Optional<String> oldLabel,
        Optional<String> newLabel,
        String by,
        Instant at,
        String why,
        Optional<String> finding,
        OptionalDouble score,
        OptionalLong undoes,
        Optional<String> suggested,
        int version) {
    /** Version of entries written by Drydock 0.1.0: a relabel, keep or unsure holds for all images of equal content. */
    public static final int ANY_LABEL = 1;

    /** Version of entries written now: it holds for those images of equal content that have the same label. */
    public static final int SAME_LABEL = 2;

    public JournalEntry {
        if (version < ANY_LABEL || version > SAME_LABEL) {
            throw new IllegalArgumentException("journal entry " + seq + " has version " + version + "; known are "
                    + ANY_LABEL + " to " + SAME_LABEL);
        }
        if (action.isDecision() && image.isEmpty()) {
            throw new IllegalArgumentException("journal entry " + seq + " (" + action.key() + ") names no image");
        }
        if ((action == Action.UNDO || action == Action.REDO) != undoes.isPresent()) {
            throw new IllegalArgumentException("journal entry " + seq + " (" + action.key() + ") has undoes " + undoes
                    + "; only undo and redo do");
        }
        if ((action == Action.RELABEL || action == Action.DUPLICATE_OF) && newLabel.isEmpty()) {
            throw new IllegalArgumentException("journal entry " + seq + " (" + action.key() + ") has no new value");
        }
    }

    /** An entry as it is written now. */
    public JournalEntry(
            long seq,
            long batch,
            Action action,
            String image,
            String sha256,
            Optional<String> oldLabel,
            Optional<String> newLabel,
            String by,
            Instant at,
            String why,
            Optional<String> finding,
            OptionalDouble score,
            OptionalLong undoes,
            Optional<String> suggested) {
        this(
                seq,
                batch,
                action,
                image,
                sha256,
                oldLabel,
                newLabel,
                by,
                at,
                why,
                finding,
                score,
                undoes,
                suggested,
                SAME_LABEL);
    }

    /** The journal's first entry: the labels as they were imported. */
    public static JournalEntry imported(long seq, long batch, String by, Instant at, String why) {
        return new JournalEntry(
                seq,
                batch,
                Action.IMPORT,
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                by,
                at,
                why,
                Optional.empty(),
                OptionalDouble.empty(),
                OptionalLong.empty(),
                Optional.empty());
    }

    /** An undo or redo of a whole batch. */
    public static JournalEntry reversal(
            long seq, long batch, Action undoOrRedo, long undoes, String by, Instant at, String why) {
        return new JournalEntry(
                seq,
                batch,
                undoOrRedo,
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                by,
                at,
                why,
                Optional.empty(),
                OptionalDouble.empty(),
                OptionalLong.of(undoes),
                Optional.empty());
    }
}
