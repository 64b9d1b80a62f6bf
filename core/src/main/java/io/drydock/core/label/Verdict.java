package io.drydock.core.label;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The last thing that somebody decided about an image, and which classes were before that person's eyes.
 *
 * @param seq the journal entry that said so
 * @param finding id of the finding that led to it, if one did
 * @param seen codes of the classes that the image had, was given, or was said to be, in this decision and those on the
 *     same content before it
 */
public record Verdict(Action action, String by, Instant at, long seq, Optional<String> finding, Set<String> seen) {
    public Verdict {
        seen = Set.copyOf(seen);
    }

    /** What an entry says, after what was said of the same content before. */
    static Verdict of(JournalEntry entry, Optional<Verdict> before) {
        Set<String> seen = new HashSet<>(before.map(Verdict::seen).orElse(Set.of()));
        entry.oldLabel().ifPresent(seen::add);
        entry.suggested().ifPresent(seen::add);
        if (entry.action() == Action.RELABEL || entry.action() == Action.KEEP) {
            entry.newLabel().ifPresent(seen::add);
        }
        return new Verdict(entry.action(), entry.by(), entry.at(), entry.seq(), entry.finding(), seen);
    }

    /** Whether the image still waits for an answer. */
    public boolean isOpen() {
        return action == Action.UNSURE;
    }

    /**
     * Whether evidence need not be shown again: the person decided, and it points to no class that was not considered
     * then. A decision that no finding led to holds against all evidence.
     *
     * @param suggested class code the evidence points to now, if it points to one
     */
    public boolean settles(Optional<String> suggested) {
        return !isOpen() && (finding.isEmpty() || suggested.isEmpty() || seen.contains(suggested.get()));
    }
}
