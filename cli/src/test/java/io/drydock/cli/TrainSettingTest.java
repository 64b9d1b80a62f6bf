package io.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drydock.core.error.ConfigException;
import io.drydock.core.run.RunEvent;
import io.drydock.core.run.Stage;
import io.drydock.workbench.config.PlanBuilder;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrainSettingTest {
    private final StringWriter err = new StringWriter();
    private final TrainProgress progress = new TrainProgress(new PrintWriter(err, true), OptionalInt.empty());

    /** A value that no key takes is refused for the value, not for an unknown key. Files and names are looked up later. */
    @ParameterizedTest
    @EnumSource(
            value = TrainSetting.class,
            names = {"WEIGHTS", "FROM", "MODEL"},
            mode = EnumSource.Mode.EXCLUDE)
    void everyOptionIsAKeyOfTheConfiguration(TrainSetting setting) {
        PlanBuilder builder = new PlanBuilder().set(setting.key(), "nonsense!");

        assertThatThrownBy(() -> builder.build(Path.of("nowhere")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("nonsense!")
                .hasMessageNotContaining("unknown key");
    }

    @Test
    void elsewhereThanOnATerminalAnEpochIsOneLine() {
        progress.accept(new RunEvent.Started("0001-m", "m", "quick", "64x96", 1, 2, 8, 40, 10, 2, "cpu", 0));
        progress.accept(new RunEvent.Step(1, Stage.FROZEN, 1, 8, 0.9, 1e-3, 120, 30));
        progress.accept(new RunEvent.EpochEnded(1, Stage.FROZEN, 0.91, 0.62, 0.8, 0.79, 33.1));

        assertThat(err.toString().lines()).hasSize(2);
        assertThat(err.toString())
                .contains("epoch 1/2 frozen")
                .contains("train loss 0.9100")
                .contains("weighted F1 0.7900");
    }

    @Test
    void anEpochWithoutValidationSaysNothingOfIt() {
        progress.accept(new RunEvent.EpochEnded(1, Stage.UNFROZEN, 0.91, Double.NaN, Double.NaN, Double.NaN, 3));

        assertThat(err.toString()).doesNotContain("NaN").doesNotContain("valid");
    }

    @Test
    void secondsAreSaidAsPeopleSayThem() {
        assertThat(TrainProgress.duration(45.2)).isEqualTo("45 s");
        assertThat(TrainProgress.duration(185)).isEqualTo("3:05");
        assertThat(TrainProgress.duration(3729)).isEqualTo("1:02:09");
        assertThat(TrainProgress.duration(Double.NaN)).isEqualTo("?");
    }
}
