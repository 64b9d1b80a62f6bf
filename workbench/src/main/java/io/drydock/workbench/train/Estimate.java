package io.drydock.workbench.train;

import io.drydock.core.data.ImageSize;
import io.drydock.core.error.TrainingException;
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
import io.drydock.workbench.config.PlanMapper;
import io.drydock.workbench.config.TrainPlan;
import io.drydock.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Memory, time and disk that a training will take, before it begins. Safe for use by many threads. */
final class Estimate {
    /** Program, libraries and buffers beside the network itself. */
    private static final long BASE_BYTES = 900_000_000L;
    /** Weight, gradient, two moments, average. */
    private static final int COPIES_OF_WEIGHTS = 5;
    /** Activations kept for the backward pass, and the gradients and workspaces that stand beside them. */
    private static final double ACTIVATION_FACTOR = 1.6;
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

    /** Resident memory at the largest size, in bytes. */
    long memoryBytes() {
        return memoryBytes(plan.config().batch().pass());
    }

    private long memoryBytes(int pass) {
        TrainConfig config = plan.config();
        long weights = start.model().weights().size() * Float.BYTES;
        if (config.epochs().unfrozen() == 0) {
            return BASE_BYTES + 3 * weights;
        }
        long values = config.input().plan().stages().stream()
                .mapToLong(stage -> start.model().network().activationValues(stage.size()))
                .max()
                .orElse(0);
        return BASE_BYTES + COPIES_OF_WEIGHTS * weights + (long) (ACTIVATION_FACTOR * values * Float.BYTES * pass);
    }

    /**
     * Refuses what cannot fit.
     *
     * @throws TrainingException naming the micro-batch that would fit
     */
    void requireMemory() {
        long available = availableBytes();
        if (available == 0 || memoryBytes() <= available) {
            return;
        }
        int pass = plan.config().batch().pass();
        while (pass > 1 && memoryBytes(pass) > available) {
            pass /= 2;
        }
        String remedy = memoryBytes(pass) <= available
                ? "Use --micro-batch " + pass + ", which gives the same result in less memory."
                : "Use a smaller --size or a smaller --model.";
        throw new TrainingException(String.format(
                "%s at %s with %d images a pass needs about %.1f GB of memory, and %.1f GB are free. %s",
                plan.config().model(),
                plan.config().input().sizes(),
                plan.config().batch().pass(),
                memoryBytes() / 1e9,
                available / 1e9,
                remedy));
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
        long checkpoints = 2L * COPIES_OF_WEIGHTS * weights;
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
