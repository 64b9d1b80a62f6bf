package io.drydock.workspace.label;

import io.drydock.core.label.Action;
import io.drydock.core.label.JournalEntry;
import io.drydock.core.label.Signature;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What somebody decided about one image, before the journal gives it a place.
 *
 * @param action relabel, drop, keep, unsure or duplicate-of
 * @param sha256 content of the image when it was decided
 * @param newLabel class code after; on duplicate-of the path of the image that stays
 * @param finding id of the finding that led here, if one did
 * @param score of that finding, low = suspect
 * @param suggested class code that the evidence pointed to then, if it pointed to one
 * @param signed who decided, when and why, where that was elsewhere and before: a decision of a patch
 */
public record Decision(
        Action action,
        String image,
        String sha256,
        Optional<String> oldLabel,
        Optional<String> newLabel,
        Optional<String> finding,
        OptionalDouble score,
        Optional<String> suggested,
        Optional<Signature> signed) {
    public Decision {
        if (!action.isDecision()) {
            throw new IllegalArgumentException(action.key() + " is no decision about an image");
        }
    }

    /** A decision here and now that no finding led to. */
    public Decision(Action action, String image, String sha256, Optional<String> oldLabel, Optional<String> newLabel) {
        this(
                action,
                image,
                sha256,
                oldLabel,
                newLabel,
                Optional.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * The decision at its place in a journal.
     *
     * @param here who decides now, where the decision was not signed elsewhere
     */
    public JournalEntry entry(long seq, long batch, Signature here) {
        Signature signature = signed.orElse(here);
        return new JournalEntry(
                seq,
                batch,
                action,
                image,
                sha256,
                oldLabel,
                newLabel,
                signature.by(),
                signature.at(),
                signature.why(),
                finding,
                score,
                OptionalLong.empty(),
                suggested);
    }

    /** The same decision, led to by a finding. */
    public Decision foundBy(String id, double itsScore, Optional<String> pointsTo) {
        return new Decision(
                action,
                image,
                sha256,
                oldLabel,
                newLabel,
                Optional.of(id),
                OptionalDouble.of(itsScore),
                pointsTo,
                signed);
    }
}
