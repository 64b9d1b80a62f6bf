package io.drydock.infer.speed;

import io.drydock.image.tensor.Layout;
import io.drydock.image.tensor.PixelBatch;
import io.drydock.infer.batch.BatchForward;
import io.drydock.infer.batch.BatchPipeline;
import io.drydock.infer.batch.BatchPlan;
import io.drydock.infer.batch.PixelSource;
import io.drydock.infer.batch.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Measures how many pictures a second a forward pass takes, in the batches, lanes and buffers of a real job: bare, or
 * with the preparation of pictures beside it. For one thread at a time.
 */
public final class ForwardSpeed {
    private static final int WARM_UP_BATCHES = 4;
    private static final int STRETCH_BATCHES = 32;

    private final BatchPlan plan;
    private final BatchForward forward;

    public ForwardSpeed(BatchPlan plan, BatchForward forward) {
        this.plan = plan;
        this.forward = forward;
    }

    /** The forward pass alone, every lane over one batch of zeros again and again. */
    public ImageRate bare(Duration duration) {
        SpeedWindows windows = new SpeedWindows();
        ExecutorService threads = Executors.newFixedThreadPool(plan.lanes());
        try {
            List<CompletableFuture<Void>> lanes = new ArrayList<>();
            for (int lane = 0; lane < plan.lanes(); lane++) {
                lanes.add(CompletableFuture.runAsync(() -> bareLane(duration, windows), threads));
            }
            lanes.forEach(CompletableFuture::join);
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : e;
        } finally {
            threads.shutdownNow();
        }
        return windows.rate();
    }

    private void bareLane(Duration duration, SpeedWindows windows) {
        PixelBatch batch = new PixelBatch(plan.batchSize(), plan.size(), plan.normalization(), Layout.NCHW);
        float[][] rows = new float[plan.batchSize()][plan.rowWidth()];
        for (int i = 0; i < WARM_UP_BATCHES; i++) {
            forward.run(batch.values(plan.batchSize()), plan.batchSize(), rows);
        }
        long end = System.nanoTime() + duration.toNanos();
        while (System.nanoTime() < end) {
            forward.run(batch.values(plan.batchSize()), plan.batchSize(), rows);
            windows.add(plan.batchSize());
        }
    }

    /**
     * The forward pass with its pictures.
     *
     * @param source asked for indices from 0 on without end: it should wrap around
     */
    public ImageRate with(PixelSource source, Duration duration) {
        BatchPipeline pipeline = new BatchPipeline(plan, forward);
        pipeline.run(WARM_UP_BATCHES * plan.batchSize() * plan.workers(), source, (index, row) -> {}, Progress.NONE);
        SpeedWindows windows = new SpeedWindows();
        int stretch = STRETCH_BATCHES * plan.batchSize() * plan.workers();
        long end = System.nanoTime() + duration.toNanos();
        for (int from = 0; System.nanoTime() < end; from = Math.addExact(from, stretch)) {
            int offset = from;
            pipeline.run(
                    stretch, index -> source.pixels(offset + index), (index, row) -> windows.add(1), Progress.NONE);
        }
        return windows.rate();
    }
}
