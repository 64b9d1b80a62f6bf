package io.drydock.infer.batch;

import io.drydock.core.error.ImageException;
import io.drydock.core.thread.DaemonThreads;
import io.drydock.image.tensor.Layout;
import io.drydock.image.tensor.PixelBatch;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs a network over many pictures: each worker takes the next stretch of pictures, decodes them into a direct buffer of
 * its own and runs the forward pass as soon as a lane is free, so that all cores stay busy and only {@code workers}
 * batches ever exist. The stretches depend on the order of the pictures alone, not on timing.
 * For one thread at a time.
 */
public final class BatchPipeline {
    private final BatchPlan plan;
    private final BatchForward forward;

    public BatchPipeline(BatchPlan plan, BatchForward forward) {
        this.plan = plan;
        this.forward = forward;
    }

    /**
     * Runs pictures 0..count-1. However it ends, no forward pass is under way any more, so that the network may be closed.
     *
     * @return the pictures left out because they could not be had, in order
     * @throws RuntimeException the first failure of the source (other than {@link ImageException}), the network or the sink
     */
    public List<SkippedImage> run(int count, PixelSource source, RowSink sink, Progress progress) {
        Job job = new Job(count, source, sink, progress);
        int batches = (count + plan.batchSize() - 1) / plan.batchSize();
        int workers = Math.min(plan.workers(), batches);
        if (workers == 0) {
            return List.of();
        }
        ExecutorService threads = Executors.newFixedThreadPool(workers, DaemonThreads.named("forward"));
        try {
            List<Future<?>> futures = new ArrayList<>();
            for (int i = 0; i < workers; i++) {
                futures.add(threads.submit(job::work));
            }
            for (Future<?> future : futures) {
                await(future, job);
            }
        } finally {
            job.stop();
            end(threads);
        }
        return job.skipped();
    }

    /** Lets each worker finish the batch that it is at. */
    private static void end(ExecutorService threads) {
        threads.shutdown();
        boolean interrupted = false;
        boolean ended = false;
        while (!ended) {
            try {
                ended = threads.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(Future<?> future, Job job) {
        try {
            future.get();
        } catch (InterruptedException e) {
            job.stop();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while pictures were being computed", e);
        } catch (ExecutionException e) {
            job.stop();
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** One run over the pictures; its workers share it. */
    private final class Job {
        private final int count;
        private final PixelSource source;
        private final RowSink sink;
        private final Progress progress;
        private final AtomicInteger next = new AtomicInteger();
        private final Semaphore lanes = new Semaphore(plan.lanes());
        private final List<SkippedImage> skipped = new ArrayList<>();
        private int done;

        Job(int count, PixelSource source, RowSink sink, Progress progress) {
            this.count = count;
            this.source = source;
            this.sink = sink;
            this.progress = progress;
        }

        void stop() {
            next.set(count);
        }

        synchronized List<SkippedImage> skipped() {
            return skipped.stream()
                    .sorted(Comparator.comparingInt(SkippedImage::index))
                    .toList();
        }

        void work() {
            try {
                PixelBatch batch = new PixelBatch(plan.batchSize(), plan.size(), plan.normalization(), Layout.NCHW);
                int[] indices = new int[plan.batchSize()];
                float[][] rows = new float[plan.batchSize()][plan.rowWidth()];
                for (int from = take(); from < count; from = take()) {
                    int to = Math.min(count, from + plan.batchSize());
                    List<SkippedImage> bad = new ArrayList<>();
                    int n = fill(batch, indices, from, to, bad);
                    if (n > 0) {
                        forward(batch.values(n), n, rows);
                    }
                    deliver(indices, rows, n, to - from, bad);
                }
            } catch (RuntimeException | Error e) {
                stop();
                throw e;
            }
        }

        private int take() {
            return next.get() >= count ? count : next.getAndAdd(plan.batchSize());
        }

        private int fill(PixelBatch batch, int[] indices, int from, int to, List<SkippedImage> bad) {
            int n = 0;
            for (int index = from; index < to; index++) {
                try {
                    batch.set(n, source.pixels(index));
                    indices[n++] = index;
                } catch (ImageException e) {
                    bad.add(new SkippedImage(index, String.valueOf(e.getMessage())));
                }
            }
            return n;
        }

        private void forward(FloatBuffer floats, int n, float[][] rows) {
            lanes.acquireUninterruptibly();
            try {
                forward.run(floats, n, rows);
            } finally {
                lanes.release();
            }
        }

        private synchronized void deliver(int[] indices, float[][] rows, int n, int seen, List<SkippedImage> bad) {
            for (int i = 0; i < n; i++) {
                sink.accept(indices[i], rows[i]);
            }
            skipped.addAll(bad);
            done += seen;
            progress.at(done, count);
        }
    }
}
