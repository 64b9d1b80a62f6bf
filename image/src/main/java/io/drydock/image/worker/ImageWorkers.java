package io.drydock.image.worker;

import io.drydock.core.thread.DaemonThreads;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;

/** Runs one task for every picture of a set on a number of threads. Safe for use by many threads. */
public final class ImageWorkers {
    private ImageWorkers() {}

    /**
     * Calls {@code task} once with every index in 0..count-1, in no fixed order, and returns when all are done. The
     * first failure stops the rest and is thrown here.
     *
     * @param progress told the number of finished tasks, from any of the threads but never two at once
     */
    public static void forEach(int count, int threads, IntConsumer task, IntConsumer progress) {
        AtomicInteger next = new AtomicInteger();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Counter counter = new Counter(progress);
        Runnable work = () -> {
            try {
                for (int i = next.getAndIncrement(); i < count && failure.get() == null; i = next.getAndIncrement()) {
                    task.accept(i);
                    counter.finished();
                }
            } catch (RuntimeException | Error e) {
                failure.compareAndSet(null, e);
            }
        };
        Thread[] workers = new Thread[Math.max(0, Math.min(threads, count) - 1)];
        DaemonThreads daemons = DaemonThreads.named("images");
        for (int t = 0; t < workers.length; t++) {
            workers[t] = daemons.newThread(work);
            workers[t].start();
        }
        work.run();
        join(workers, failure);
        Throwable thrown = failure.get();
        if (thrown instanceof RuntimeException e) {
            throw e;
        }
        if (thrown instanceof Error e) {
            throw e;
        }
    }

    private static void join(Thread[] workers, AtomicReference<Throwable> failure) {
        boolean interrupted = false;
        for (Thread worker : workers) {
            while (worker.isAlive()) {
                try {
                    worker.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                    failure.compareAndSet(null, new CompletionException("interrupted", e));
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Counter {
        private final IntConsumer progress;
        private int done;

        Counter(IntConsumer progress) {
            this.progress = progress;
        }

        synchronized void finished() {
            done++;
            progress.accept(done);
        }
    }
}
