package io.drydock.workbench.train;

import io.drydock.core.data.ImageSize;
import io.drydock.core.device.Device;
import io.drydock.core.error.TrainingException;
import io.drydock.infer.FeatureExtractor;
import io.drydock.infer.batch.BatchPlan;
import io.drydock.infer.speed.ForwardSpeed;
import io.drydock.network.Model;
import io.drydock.network.graph.GlobalPool;
import io.drydock.network.rewrite.Cut;
import io.drydock.train.config.SizePlan;
import io.drydock.train.config.TrainConfig;
import io.drydock.train.forward.ForwardEngine;
import io.drydock.train.loop.StepSpeed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How long a training will take, and how that was found out.
 *
 * @param seconds all epochs, validation included
 * @param batches seconds of one timed training batch at each size; empty when none could be timed
 * @param how in words: what was timed, and why no training batch when there was none
 */
public record TimeEstimate(double seconds, Map<ImageSize, Double> batches, String how) {
    /** One training pass in forward passes, folded and channels-last, where no training batch can be timed. */
    private static final double PASSES = 5;
    /** A validation pass of the training engine in forward passes. */
    private static final double VALIDATION_PASSES = 2;

    private static final String FORWARD = "a timed forward batch";

    public TimeEstimate {
        batches = Map.copyOf(batches);
    }

    /**
     * Times forward batches for a second, and one training batch at each size of the plan.
     *
     * @param fits whether memory allows a training batch
     */
    static TimeEstimate of(TrainConfig config, TrainingImages images, StartingWeights start, boolean fits) {
        ImageSize first = config.input().firstSize();
        double pixel = 1 / (forwardRate(config, start, first) * first.area());
        int train = images.train().size();
        int valid = images.valid().size();
        double frozen = config.epochs().frozen() == 0
                ? 0
                : (config.frozenViews() * (double) train + valid) * first.area() * pixel;
        if (config.epochs().unfrozen() == 0) {
            return new TimeEstimate(frozen, Map.of(), FORWARD + ": no epoch trains the body");
        }
        Map<ImageSize, Double> batches = new LinkedHashMap<>();
        String why = fits ? timed(config, start, batches) : "a training batch does not fit the free memory";
        double seconds = frozen;
        for (int epoch = 0; epoch < config.epochs().unfrozen(); epoch++) {
            ImageSize size = config.input().plan().at(epoch);
            double forward = size.area() * pixel;
            double step =
                    batches.getOrDefault(size, PASSES * forward * config.batch().size());
            seconds += step * train / config.batch().size() + VALIDATION_PASSES * valid * forward;
        }
        return new TimeEstimate(
                seconds, batches, batches.isEmpty() ? FORWARD + ", since " + why : words(config, batches));
    }

    /** Fills in the seconds of a batch at each size, or says why that cannot be. */
    private static String timed(TrainConfig config, StartingWeights start, Map<ImageSize, Double> batches) {
        try {
            StepSpeed speed = new StepSpeed(config, start.model());
            for (SizePlan.SizeStage stage : config.input().plan().stages()) {
                batches.computeIfAbsent(stage.size(), speed::once);
            }
            return "";
        } catch (TrainingException | LinkageError e) {
            batches.clear();
            return "libtorch is not there to train one: " + e.getMessage();
        } catch (RuntimeException e) {
            RuntimeException translated = Failures.translated(e, config);
            if (!(translated instanceof TrainingException)) {
                throw e;
            }
            // What comes from libtorch itself, such as a GPU whose memory is too small.
            batches.clear();
            return "one failed: " + translated.getMessage();
        }
    }

    private static String words(TrainConfig config, Map<ImageSize, Double> batches) {
        List<String> each = new ArrayList<>();
        batches.forEach((size, seconds) -> each.add(String.format(Locale.ROOT, "%.2f s at %s", seconds, size)));
        return "one timed training batch of " + config.batch().size() + " images: " + String.join(", ", each);
    }

    /** Images a second of a bare forward pass of the body. */
    private static double forwardRate(TrainConfig config, StartingWeights start, ImageSize size) {
        Model body = Cut.backbone(start.model(), GlobalPool.Kind.AVERAGE);
        int cores = Runtime.getRuntime().availableProcessors();
        Device device = config.machine().resolved().device();
        try (FeatureExtractor extractor = ForwardEngine.extractor(body, device, cores)) {
            BatchPlan batches = BatchPlan.of(size, start.normalization(), extractor.width(), extractor.lanes());
            return new ForwardSpeed(batches, (nchw, n, out) -> extractor.extract(nchw, n, size, out))
                    .bare(Duration.ofMillis(1500))
                    .best();
        }
    }
}
