package io.drydock.train.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.drydock.network.Model;
import io.drydock.network.weights.FormulaWeights;
import io.drydock.network.weights.WeightSet;
import io.drydock.train.TinyModel;
import io.drydock.train.config.BatchConfig;
import io.drydock.train.config.BatchNormMode;
import io.drydock.train.config.ClassBalance;
import io.drydock.train.config.HeadConfig;
import io.drydock.train.config.Recipe;
import io.drydock.train.config.TrainConfig;
import io.drydock.train.loss.Targets;
import io.drydock.train.plan.TrainingPlan;
import io.drydock.train.torch.TorchRuntime;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AbstractTensor;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LearnerTest {
    private static final int[] LABELS = {0, 1, 2, 0, 1, 2, 0, 1};
    private static final Mixing UNMIXED = new Mixing(1, new int[0]);

    @BeforeAll
    static void start() {
        TorchRuntime.start(1);
    }

    private static Learner learner(TrainConfig config) {
        Model model = StartingModel.of(config, TinyModel.pretrained(), 3);
        TrainingPlan plan = TrainingPlan.of(model.network(), "auto", List.of(), BatchNormMode.FOLDED);
        Targets targets = Targets.of(0.1, ClassBalance.NONE, new int[] {3, 3, 2});
        return new Learner(config, model, plan, targets, true);
    }

    private static Tensor input() {
        return AbstractTensor.create(FormulaWeights.input("x", 8, 3, 48, 64).values(), 8, 3, 48, 64)
                .contiguous(torch.MemoryFormat.ChannelsLast);
    }

    private static double step(Learner learner, Mixing mixing) {
        try (PointerScope scope = new PointerScope()) {
            return learner.step(input(), LABELS, mixing, new double[] {1e-4, 1e-4, 1e-3}, 0.9);
        }
    }

    @Test
    void microBatchesAddUpToTheSameGradientWhenFolded() {
        TrainConfig whole = Recipe.DEFAULT.config().withHead(new HeadConfig(HeadConfig.LINEAR.kind(), 0, 0, 0.01));
        TrainConfig parts = whole.withBatch(new BatchConfig(8, 3, 8, true));
        try (Learner first = learner(whole);
                Learner second = learner(parts)) {
            assertThat(step(first, UNMIXED)).isCloseTo(step(second, UNMIXED), within(1e-6));

            WeightSet a = first.weights().namedGradients();
            WeightSet b = second.weights().namedGradients();
            for (String name : a.names()) {
                assertThat(b.tensor(name).values())
                        .as(name)
                        .containsExactly(a.tensor(name).values(), within(1e-5f));
            }
        }
    }

    @Test
    @Tag("slow")
    void thousandStepsLeaveNoPointerBehind() {
        int[] partners = {7, 6, 5, 4, 3, 2, 1, 0};
        try (Learner learner = learner(Recipe.DEFAULT.config())) {
            for (int i = 0; i < 500; i++) {
                step(learner, new Mixing(0.7, partners));
            }
            long pointers = Pointer.totalCount();
            long resident = nativeBytes();
            for (int i = 0; i < 1000; i++) {
                step(learner, i % 2 == 0 ? UNMIXED : new Mixing(0.7, partners));
            }
            assertThat(Pointer.totalCount()).isLessThanOrEqualTo(pointers + 5);
            assertThat(nativeBytes() - resident).isLessThan(40L << 20);
        }
    }

    /** Resident memory beside the Java heap, which the build pins so that only native memory moves. */
    private static long nativeBytes() {
        return Pointer.physicalBytes() - Runtime.getRuntime().totalMemory();
    }
}
