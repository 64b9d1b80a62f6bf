package io.drydock.workbench.review;

import io.drydock.core.error.DrydockException;
import io.drydock.core.metric.Measured;
import io.drydock.core.thread.DaemonThreads;
import io.drydock.workspace.Revision;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The estimate of how many wrong labels are left, kept up with the review. Where it takes long, a queue is not held up
 * by it: the last one is told until the next is ready. Safe for use by many threads.
 */
public final class ErrorsLeft {
    private static final long QUICK_NANOS = 50_000_000;

    private final Supplier<Optional<Measured>> estimate;
    private final DaemonThreads workers = DaemonThreads.named("errors-left");
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile @Nullable Known known;

    /** @param estimate as of now; empty before labels were looked at */
    public ErrorsLeft(Supplier<Optional<Measured>> estimate) {
        this.estimate = estimate;
    }

    private record Known(long journal, long findings, Optional<Measured> value, long nanos) {
        boolean isOf(Revision revision) {
            return journal == revision.journal() && findings == revision.findings();
        }
    }

    /** The estimate as of a revision, or the one before it where that one is still being worked out. */
    Optional<Measured> at(Revision revision) {
        Known last = known;
        if (last == null) {
            return work(revision);
        }
        if (last.isOf(revision)) {
            return last.value();
        }
        if (last.nanos() < QUICK_NANOS) {
            return work(revision);
        }
        if (busy.compareAndSet(false, true)) {
            Thread worker = workers.newThread(() -> {
                try {
                    work(revision);
                } finally {
                    busy.set(false);
                }
            });
            worker.start();
        }
        return last.value();
    }

    private Optional<Measured> work(Revision revision) {
        long start = System.nanoTime();
        Optional<Measured> value;
        try {
            value = estimate.get();
        } catch (DrydockException untellable) {
            value = Optional.empty();
        }
        known = new Known(revision.journal(), revision.findings(), value, System.nanoTime() - start);
        return value;
    }

    /** The estimate that belongs to a snapshot. */
    public Optional<Measured> at(ImageSnapshot now) {
        return at(now.revision());
    }
}
