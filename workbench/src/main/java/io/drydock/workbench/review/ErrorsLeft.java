package io.drydock.workbench.review;

import io.drydock.core.error.DrydockException;
import io.drydock.workspace.Revision;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The estimate of how many wrong labels are left, kept up with the review: it always belongs to the revision that is asked
 * for, so that it changes by decisions and audits only. Safe for use by many threads.
 */
public final class ErrorsLeft {
    private final Supplier<Optional<LeftErrors>> estimate;
    private @Nullable Known known;

    /** @param estimate now; empty before labels were judged by an audit */
    public ErrorsLeft(Supplier<Optional<LeftErrors>> estimate) {
        this.estimate = estimate;
    }

    private record Known(long journal, long findings, Optional<LeftErrors> value) {
        boolean isOf(Revision revision) {
            return journal == revision.journal() && findings == revision.findings();
        }
    }

    /** The estimate at a revision. */
    synchronized Optional<LeftErrors> at(Revision revision) {
        Known last = known;
        if (last != null && last.isOf(revision)) {
            return last.value();
        }
        Optional<LeftErrors> value;
        try {
            value = estimate.get();
        } catch (DrydockException unknowable) {
            value = Optional.empty();
        }
        known = new Known(revision.journal(), revision.findings(), value);
        return value;
    }

    /** The estimate that belongs to a snapshot. */
    public Optional<LeftErrors> at(ImageSnapshot now) {
        return at(now.revision());
    }
}
