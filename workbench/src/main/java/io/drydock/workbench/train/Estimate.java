package io.drydock.workbench.train;

import io.drydock.core.device.Device;
import io.drydock.core.error.WorkspaceException;
import io.drydock.train.config.SizePlan;
import io.drydock.train.memory.MemoryEstimate;
import io.drydock.workbench.config.PlanMapper;
import io.drydock.workbench.config.TrainPlan;
import io.drydock.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Memory, time and disk that a training will take, before it begins. Safe for use by many threads. */
final class Estimate {
    /** Weights, two moments, average, best. */
    private static final int TENSORS_OF_CHECKPOINT = 5;

    private final TrainPlan plan;
    private final TrainingImages images;
    private final StartingWeights start;

    Estimate(TrainPlan plan, TrainingImages images, StartingWeights start) {
        this.plan = plan;
        this.images = images;
        this.start = start;
    }

    /**
     * Refuses what cannot fit into the machine's memory; that of a GPU is not asked for.
     *
     * @throws io.drydock.core.error.TrainingException naming the micro-batch that would fit
     */
    void requireMemory() {
        long available = freeBytes();
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

    /** Free memory that counts for this training: 0 where it is not known, or tensors lie on a GPU. */
    private long freeBytes() {
        return plan.config().machine().resolved().device() == Device.CPU ? availableBytes() : 0;
    }

    /** Everything, with the time of some batches. */
    DryRun dryRun(Workspace workspace) {
        boolean fits = freeBytes() == 0 || memoryBytes() <= freeBytes();
        TimeEstimate time = TimeEstimate.of(plan.config(), images, start, fits);
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
                    freeBytes(),
                    time,
                    pixels + checkpoints + 2 * weights,
                    Files.getFileStore(workspace.root()).getUsableSpace());
        } catch (IOException e) {
            throw new WorkspaceException("Could not ask for the space left in " + workspace.root() + ": " + e + ".", e);
        }
    }
}
