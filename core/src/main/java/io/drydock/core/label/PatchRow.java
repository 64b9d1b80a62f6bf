package io.drydock.core.label;

import io.drydock.core.data.ClassList;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;

/**
 * A decision as it travels between people: one line of a patch.
 *
 * @param image relative path where it was decided
 * @param sha256 content of that image, lower-case hex; empty where a patch does not say
 * @param action relabel, drop, keep, unsure or duplicate-of
 * @param oldLabel class code before all decisions of the patch
 * @param newLabel class code after; on duplicate-of the path of the image that stays
 * @param score of the finding that was shown, low = suspect
 */
public record PatchRow(
        String image,
        String sha256,
        Action action,
        Optional<String> oldLabel,
        Optional<String> newLabel,
        Signature signature,
        OptionalDouble score) {
    public PatchRow {
        if (!action.isDecision()) {
            throw new IllegalArgumentException(action.key() + " is no decision about an image");
        }
    }

    static PatchRow of(JournalEntry entry, Optional<String> oldLabel) {
        return new PatchRow(
                entry.image(),
                entry.sha256(),
                entry.action(),
                oldLabel,
                entry.newLabel(),
                new Signature(entry.by(), entry.at(), entry.why()),
                entry.score());
    }

    /** What is the same for all decisions on one content. */
    String subject() {
        return sha256.isEmpty() ? "path " + image : sha256;
    }

    /** Whether it leaves the image out of the set. */
    public boolean removes() {
        return action == Action.DROP || action == Action.DUPLICATE_OF;
    }

    /** The class that it says the image has; none for unsure and for those that leave it out. */
    public Optional<String> claim() {
        return action == Action.RELABEL || action == Action.KEEP ? newLabel.or(() -> oldLabel) : Optional.empty();
    }

    /** What it says in words, such as {@code relabel 1 to 5 (ann, 2026-03-01)}. */
    public String described() {
        return described(UnaryOperator.identity());
    }

    /** The same with classes as people read them, such as {@code relabel Cargo (1) to Tankers (5) (ann, 2026-03-01)}. */
    public String described(ClassList classes) {
        return described(classes::shown);
    }

    private String described(UnaryOperator<String> shown) {
        String what = switch (action) {
            case RELABEL ->
                "relabel " + oldLabel.map(shown).orElse("-") + " to "
                        + newLabel.map(shown).orElse("-");
            case KEEP -> "keep " + claim().map(shown).orElse("-");
            case DUPLICATE_OF -> "duplicate of " + newLabel.orElse("-");
            default -> action.key();
        };
        return what + " (" + (signature.by().isEmpty() ? "?" : signature.by()) + ", "
                + signature.at().toString().substring(0, 10)
                + (signature.why().isEmpty() ? "" : ": " + signature.why()) + ")";
    }
}
