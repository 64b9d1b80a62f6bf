package io.drydock.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drydock.core.run.RunListener;
import io.drydock.core.run.Stage;
import io.drydock.image.resize.ResizeMode;
import io.drydock.network.graph.Network;
import io.drydock.network.zoo.ModelZoo;
import io.drydock.sample.ShipSet;
import io.drydock.train.config.EpochPlan;
import io.drydock.train.config.InputConfig;
import io.drydock.train.config.Recipe;
import io.drydock.train.config.TrainConfig;
import io.drydock.train.memory.MemoryEstimate;
import io.drydock.workbench.config.PlanBuilder;
import io.drydock.workbench.json.RatesJson;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

@Tag("slow")
class FindLearningRateTest {
    @TempDir
    Path folder;

    @Test
    void theHeadsRateAsksForNoMemoryOfTheBody() {
        TrainConfig large = Recipe.DEFAULT
                .config()
                .withEpochs(new EpochPlan(0, 4), new InputConfig("1400x2100:3,2800x4200:1", ResizeMode.SQUISH));
        Network network = ModelZoo.create(large.model());

        TrainConfig head = FindLearningRate.tried(large, Stage.FROZEN);
        TrainConfig body = FindLearningRate.tried(large, Stage.UNFROZEN);

        long free = 4L << 30;
        assertThat(MemoryEstimate.require(head, network, free).totalBytes()).isLessThan(free);
        assertThat(head.frozenViews()).isEqualTo(1);
        assertThat(body.input().sizes()).isEqualTo("1400x2100");
        assertThatThrownBy(() -> MemoryEstimate.require(body, network, free)).hasMessageContaining("of memory");
    }

    @Test
    void theCurveIsDrawnWithFourSuggestionsAndNoRunBegins() throws Exception {
        Path place = folder.resolve("ws");
        Path ships = folder.resolve("ships");
        ShipSet.of(60, 3).write(ships);
        new InitWorkspace()
                .run(
                        InitWorkspace.Request.of(place, ships.resolve("images")).withLabels(ships.resolve("train.csv")),
                        Progress.NONE);
        new SplitData().run(SplitData.Request.of(place, 1));
        PlanBuilder settings = new PlanBuilder()
                .set("model", "tf_efficientnet_lite0")
                .set("weights", "none")
                .set("input.sizes", "32x48")
                .set("epochs", "1+1")
                .set("batch.frozen_size", "8");

        FindLearningRate.Result result = new FindLearningRate()
                .run(
                        new FindLearningRate.Request(place, settings.build(place), Stage.FROZEN, 40),
                        RunListener.silent());

        assertThat(result.byName()).containsOnlyKeys("valley", "slide", "minimum", "steep");
        assertThat(result.picture()).isRegularFile().hasFileName("lr-find.svg");
        assertThat(Files.readString(result.picture())).startsWith("<svg").contains("valley", "steep");
        ObjectNode document = RatesJson.of(result);
        assertThat(document.path("rates").size()).isEqualTo(result.curve().rates().length);
        assertThat(new ListRuns().run(place)).isEmpty();
    }
}
