package io.drydock.workbench.train;

import io.drydock.core.data.ImageSize;
import io.drydock.core.error.WorkspaceException;
import io.drydock.infer.batch.BatchPlan;
import io.drydock.infer.onnx.OnnxFeatureExtractor;
import io.drydock.infer.onnx.SessionSettings;
import io.drydock.infer.speed.ForwardSpeed;
import io.drydock.network.Model;
import io.drydock.network.graph.GlobalPool;
import io.drydock.network.rewrite.Cut;
import io.drydock.train.config.SizePlan;
import io.drydock.train.config.TrainConfig;
import io.drydock.train.memory.MemoryEstimate;
import io.drydock.workbench.config.PlanMapper;
import io.drydock.workbench.config.TrainPlan;
import io.drydock.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Memory, time and disk that a training will take, before it begins. Safe for use by many threads. */
final class Estimate {
    /** Weights, two moments, average, best. */
    private static final int TENSORS_OF_CHECKPOINT = 5;
    /** One training pass in forward passes, folded and channels-last. */
    private static final double PASSES = 5;

    private final TrainPlan plan;
    private final TrainingImages images;
    private final StartingWeights start;

    Estimate(TrainPlan plan, TrainingImages images, StartingWeights start) {
        this.plan = plan;
        this.images = images;
        this.start = start;
    }

    /**
     * Refuses what cannot fit.
     *
     * @throws io.drydock.core.error.TrainingException naming the micro-batch that would fit
     */
    void requireMemory() {
        long available = availableBytes();
        if (available > 0) {
            MemoryEstimate.require(plan.config(), start.model().network(), available);
        }
    }

    private long memoryBytes() {
        return MemoryEstimate.of(plan.config(), start.model().network()).totalBytes();
    }

    /** Memory that Linux says a new program may take, in bytes; 0 where it does not say. */
    static long availableBytes() {
        try {
            return Files.readAllLines(Path.of("/proc/meminfo")).stream()
                    .filter(line -> line.startsWith("MemAvailable:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    /** Everything, with a second of timing. */
    DryRun dryRun(Workspace workspace) {
        long pixels = 0;
        for (SizePlan.SizeStage stage : plan.config().input().plan().stages()) {
            pixels += stage.size().area() * 3 * images.data().size();
        }
        long weights = start.model().weights().size() * Float.BYTES;
        long checkpoints = 2L * TENSORS_OF_CHECKPOINT * weights;
        try {
            return new DryRun(
                    PlanMapper.tree(plan),
                    PlanMapper.yaml(plan),
                    images.train().size(),
                    images.valid().size(),
                    start.model().network().parameters(),
                    memoryBytes(),
                    availableBytes(),
                    seconds(),
                    pixels + checkpoints + 2 * weights,
                    Files.getFileStore(workspace.root()).getUsableSpace());
        } catch (IOException e) {
            throw new WorkspaceException("Could not ask for the space left in " + workspace.root() + ": " + e + ".", e);
        }
    }

    private double seconds() {
        TrainConfig config = plan.config();
        ImageSize first = config.input().firstSize();
        double perPixel = 1 / (forwardRate(first) * first.area());
        int train = images.train().size();
        int valid = images.valid().size();
        double seconds = config.epochs().frozen() == 0
                ? 0
                : (config.frozenViews() * (double) train + valid) * first.area() * perPixel;
        for (int epoch = 0; epoch < config.epochs().unfrozen(); epoch++) {
            double area = config.input().plan().at(epoch).area();
            seconds += (PASSES * train + 2.0 * valid) * area * perPixel;
        }
        return seconds;
    }

    /** Images a second of a bare forward pass of the body. */
    private double forwardRate(ImageSize size) {
        Model body = Cut.backbone(start.model(), GlobalPool.Kind.AVERAGE);
        int cores = Runtime.getRuntime().availableProcessors();
        try (OnnxFeatureExtractor extractor = OnnxFeatureExtractor.of(body, SessionSettings.lanes(cores))) {
            BatchPlan batches = BatchPlan.of(size, start.normalization(), extractor.width(), extractor.lanes());
            return new ForwardSpeed(batches, (nchw, n, out) -> extractor.extract(nchw, n, size, out))
                    .bare(Duration.ofMillis(1500))
                    .best();
        }
    }
}
