package io.drydock.workbench.review;

import io.drydock.core.error.DrydockException;
import io.drydock.core.thread.DaemonThreads;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The estimate of how many wrong labels are left, which follows the review. It depends on nothing but its basis: the
 * decisions, the images and the probabilities. Where it takes long, a queue does not wait for it: the estimate before is given
 * and marked as such until the next is ready. Safe for use by many threads.
 */
public final class ErrorsLeft {
    private static final long QUICK_NANOS = 50_000_000;

    private final Supplier<Basis> basis;
    private final Supplier<Optional<LeftErrors>> estimate;
    private final DaemonThreads workers = DaemonThreads.named("errors-left");
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile @Nullable Known known;

    /**
     * @param basis what an estimate made now would rest on
     * @param estimate made now; empty before labels were checked
     */
    public ErrorsLeft(Supplier<Basis> basis, Supplier<Optional<LeftErrors>> estimate) {
        this.basis = basis;
        this.estimate = estimate;
    }

    /**
     * All that an estimate depends on: an equal basis has an equal estimate.
     *
     * @param journal position of the journal
     * @param images revision of the images
     * @param findings revision of the findings, among which is the random sample
     * @param probabilities text that changes when the probabilities do; empty without any
     */
    public record Basis(long journal, long images, long findings, String probabilities) {}

    /**
     * An estimate.
     *
     * @param errors wrong labels left; empty before labels were checked
     * @param current whether it takes in the last decisions; otherwise the next is being worked out
     */
    public record Estimate(Optional<LeftErrors> errors, boolean current) {}

    private record Known(Basis basis, Optional<LeftErrors> errors, long nanos) {}

    /** The estimate now, or the one before where the next takes long. */
    public Estimate now() {
        Basis wanted = basis.get();
        Known last = known;
        if (last != null && last.basis().equals(wanted)) {
            return new Estimate(last.errors(), true);
        }
        if (last == null || last.nanos() < QUICK_NANOS) {
            Known made = work();
            return new Estimate(made.errors(), true);
        }
        if (busy.compareAndSet(false, true)) {
            Thread worker = workers.newThread(() -> {
                try {
                    work();
                } finally {
                    busy.set(false);
                }
            });
            worker.start();
        }
        return new Estimate(last.errors(), false);
    }

    /** One at a time, and only what rests on one basis from beginning to end counts as known. */
    private synchronized Known work() {
        while (true) {
            Basis before = basis.get();
            Known last = known;
            if (last != null && last.basis().equals(before)) {
                return last;
            }
            long start = System.nanoTime();
            Optional<LeftErrors> errors = estimated();
            Known made = new Known(before, errors, System.nanoTime() - start);
            if (basis.get().equals(before)) {
                known = made;
                return made;
            }
        }
    }

    private Optional<LeftErrors> estimated() {
        try {
            return estimate.get();
        } catch (DrydockException untellable) {
            return Optional.empty();
        }
    }
}
