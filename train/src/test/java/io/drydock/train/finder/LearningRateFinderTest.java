package io.drydock.train.finder;

import static org.assertj.core.api.Assertions.assertThat;

import io.drydock.core.device.Device;
import io.drydock.core.run.RunEvent;
import io.drydock.core.run.Stage;
import io.drydock.image.resize.ResizeMode;
import io.drydock.network.Model;
import io.drydock.train.TinyModel;
import io.drydock.train.config.BatchConfig;
import io.drydock.train.config.EpochPlan;
import io.drydock.train.config.InputConfig;
import io.drydock.train.config.MachineConfig;
import io.drydock.train.config.Recipe;
import io.drydock.train.config.TrainConfig;
import io.drydock.train.loop.ColoredPictures;
import io.drydock.train.loop.StartingModel;
import io.drydock.train.torch.TorchRuntime;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LearningRateFinderTest {
    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        TorchRuntime.start(1);
    }

    private static TrainConfig config() {
        return Recipe.DEFAULT
                .config()
                .withEpochs(new EpochPlan(1, 1), new InputConfig("32x48", ResizeMode.SQUISH))
                .withBatch(new BatchConfig(8, 0, 8, true))
                .withMachine(new MachineConfig(Device.CPU, 1, 1, 0));
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void theCurveRisesInRateAndRepeatsAndLeavesTheModelAsItWas(Stage stage) {
        Model start = StartingModel.of(config(), TinyModel.pretrained(), ColoredPictures.CLASSES);
        String before = start.weights().sha256();
        List<RunEvent> events = new ArrayList<>();
        LearningRateFinder finder =
                new LearningRateFinder(config(), ColoredPictures.data(45, 12, folder), 60, events::add);

        LossCurve curve = finder.curve(start, stage);
        LossCurve again = finder.curve(start, stage);

        assertThat(curve.rates()).hasSizeBetween(20, 60).isSorted();
        assertThat(curve.rates()[0]).isEqualTo(1e-7);
        assertThat(again.losses()).isEqualTo(curve.losses());
        assertThat(start.weights().sha256()).isEqualTo(before);
        RateSuggestions found = curve.trimmed(60).suggestions();
        assertThat(List.of(found.valley(), found.slide(), found.minimum(), found.steep()))
                .allMatch(rate -> rate >= 1e-8 && rate <= 10);
    }
}
