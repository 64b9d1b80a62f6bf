package io.drydock.train.loop;

import io.drydock.core.data.ImageSize;
import io.drydock.core.random.RandomStream;
import io.drydock.network.Model;
import io.drydock.train.config.TrainConfig;
import io.drydock.train.loss.Targets;
import io.drydock.train.plan.TrainingPlan;
import io.drydock.train.torch.TorchRuntime;
import java.time.Duration;
import java.util.Arrays;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AbstractTensor;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Measures training steps (forward, backward, AdamW) over one batch of noise, as a configuration would run them. For one
 * thread at a time.
 */
public final class StepSpeed {
    private static final int WARM_UP_STEPS = 2;
    private static final int QUICK_WARM_UP_STEPS = 1;
    private static final int FEWEST_STEPS = 3;

    private final TrainConfig config;
    private final Model start;

    /** @param start as {@link StartingModel} makes it for the configuration */
    public StepSpeed(TrainConfig config, Model start) {
        this.config = config;
        this.start = start;
    }

    /** Seconds of each timed step at the first size; at least three, and as many as fit the duration. */
    public double[] seconds(Duration duration) {
        return seconds(config.input().firstSize(), WARM_UP_STEPS, FEWEST_STEPS, duration);
    }

    /** Seconds of one step at a size, after one to warm up. */
    public double once(ImageSize size) {
        return seconds(size, QUICK_WARM_UP_STEPS, 1, Duration.ZERO)[0];
    }

    private double[] seconds(ImageSize size, int warmUp, int fewest, Duration duration) {
        TorchRuntime.start(config.machine().resolved().threads());
        int classes = start.network().outputWidth();
        int[] labels = new int[config.batch().size()];
        Arrays.setAll(labels, i -> i % classes);
        TrainingPlan plan = TrainingPlan.of(start.network(), config);
        int[] counts = new int[classes];
        Arrays.fill(counts, 1);
        Targets targets =
                Targets.of(config.loss().labelSmoothing(), config.loss().balance(), counts);
        double[] rates = new double[plan.groups().size()];
        Arrays.fill(rates, 1e-4);
        try (Learner learner = new Learner(config, start, plan, targets, false);
                PointerScope scope = new PointerScope()) {
            Tensor input = input(labels.length, size);
            double[] times = new double[0];
            long end = 0;
            for (int step = 0; step < warmUp + fewest || System.nanoTime() < end; step++) {
                if (step == warmUp) {
                    end = System.nanoTime() + duration.toNanos();
                }
                long began = System.nanoTime();
                learner.step(input, labels, new Mixing(1, new int[0]), rates, 0.9);
                if (step >= warmUp) {
                    times = Arrays.copyOf(times, times.length + 1);
                    times[times.length - 1] = (System.nanoTime() - began) / 1e9;
                }
            }
            return times;
        }
    }

    private static Tensor input(int images, ImageSize size) {
        RandomStream random = RandomStream.of(0, "step speed");
        float[] values = new float[images * 3 * size.height() * size.width()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.uniform(-1, 1);
        }
        return AbstractTensor.create(values, images, 3, size.height(), size.width())
                .contiguous(torch.MemoryFormat.ChannelsLast);
    }
}
