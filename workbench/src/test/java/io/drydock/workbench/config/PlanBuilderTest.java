package io.drydock.workbench.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drydock.core.error.ConfigException;
import io.drydock.train.config.BatchNormMode;
import io.drydock.train.config.EpochPlan;
import io.drydock.train.config.HeadConfig;
import io.drydock.train.config.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlanBuilderTest {
    @TempDir
    Path folder;

    private final PlanBuilder builder = new PlanBuilder();

    @ParameterizedTest
    @EnumSource(value = Recipe.class, names = "THOROUGH", mode = EnumSource.Mode.EXCLUDE)
    void aRecipeAloneIsThatRecipe(Recipe recipe) {
        TrainPlan plan = builder.set("recipe", recipe.key()).build(folder);

        assertThat(plan.config()).isEqualTo(recipe.config());
        assertThat(plan.data()).isEqualTo(DataChoice.CURRENT_SPLIT);
    }

    @ParameterizedTest
    @EnumSource(Recipe.class)
    void theWrittenFileRepeatsThePlan(Recipe recipe) throws IOException {
        TrainPlan plan = new TrainPlan(
                recipe.config(), DataChoice.CURRENT_SPLIT.withSplit(3).withFold(1));
        Path file = Files.writeString(folder.resolve("plan.yaml"), PlanMapper.yaml(plan));

        assertThat(builder.file(file).build(folder)).isEqualTo(plan);
    }

    @Test
    void settingsLieOverTheFileAndTheFileOverTheRecipe() throws IOException {
        Path file = write("recipe: article\nseed: 7\nbatch: {size: 16}\nbody: {batch-norm: trained}\n");

        TrainPlan plan = builder.file(file).set("batch.size", "8").build(folder);

        assertThat(plan.config().seed()).isEqualTo(7);
        assertThat(plan.config().batch().size()).isEqualTo(8);
        assertThat(plan.config().body().batchNorm()).isEqualTo(BatchNormMode.TRAINED);
        assertThat(plan.config().rate()).isEqualTo(Recipe.ARTICLE.config().rate());
    }

    @Test
    void epochsOfTheCommandLineStretchTheSizesOfTheFile() throws IOException {
        Path file = write("epochs: 0+14\ninput: {sizes: '96x96:8,128x128:6'}\n");

        TrainPlan plan = builder.file(file).set("epochs", "1+7").build(folder);

        assertThat(plan.config().input().sizes()).isEqualTo("96x96:4,128x128:3");
    }

    @Test
    void sizesOfTheCommandLineBringTheirEpochsOverThoseOfTheFile() throws IOException {
        Path file = write("epochs: 3+14\ninput: {sizes: '96x96:8,128x128:6'}\n");

        TrainPlan plan =
                builder.file(file).set("input.sizes", "64x64:1,96x96:1").build(folder);

        assertThat(plan.config().epochs()).isEqualTo(new EpochPlan(3, 2));
    }

    @Test
    void aWrongRecipeModelOrSourceOfWeightsNamesTheLineOfTheFile() throws IOException {
        for (String key : List.of("recipe", "model", "weights")) {
            Path file = write("seed: 1\n" + key + ": nonsense\n");

            assertThatThrownBy(() -> new PlanBuilder().file(file).build(folder))
                    .isInstanceOf(ConfigException.class)
                    .hasMessageStartingWith(file + " line 2: ")
                    .hasMessageContaining("nonsense");
        }
    }

    @Test
    void aValueOutOfRangeNamesWhereItWasGiven() throws IOException {
        Path file = write("batch:\n  size: 8\n  micro_batch: 16\n");

        assertThatThrownBy(() -> new PlanBuilder().file(file).build(folder))
                .hasMessageStartingWith(file + " line 3: batch.micro_batch must lie in 0..8, was 16");
        assertThatThrownBy(() -> new PlanBuilder()
                        .file(file)
                        .set("batch.micro_batch", "32")
                        .build(folder))
                .hasMessageStartingWith("Command line: batch.micro_batch must lie in 0..8, was 32");
    }

    @Test
    void anUnknownKeyNamesTheNearestKnownOne() throws IOException {
        Path file = write("loss: {label_smothing: 0.1}\n");

        assertThatThrownBy(() -> builder.file(file).build(folder))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("loss.label_smothing")
                .hasMessageContaining("loss.label_smoothing");
    }

    @Test
    void aValueOfTheWrongKindNamesItsKey() {
        assertThatThrownBy(() -> builder.set("batch.size", "many").build(folder))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("batch.size")
                .hasMessageContaining("many")
                .hasMessageContaining("a whole number");
    }

    @Test
    void aWordThatIsNoChoiceListsTheChoices() {
        assertThatThrownBy(() -> builder.set("body.batch_norm", "flooded").build(folder))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("flooded")
                .hasMessageContaining("folded, trained, fixed");
    }

    @Test
    void aValueOutOfRangeNamesItsKeyAsFilesWriteIt() {
        assertThatThrownBy(() -> builder.set("loss.label_smoothing", "1.5").build(folder))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("loss.label_smoothing must lie in [0, 1), was 1.5");
    }

    @Test
    void aKeyTwiceInAFileIsRefusedWithItsLine() throws IOException {
        Path file = write("seed: 1\nseed: 2\n");

        assertThatThrownBy(() -> builder.file(file))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("line 2")
                .hasMessageContaining("seed");
    }

    @Test
    void anotherHeadBringsItsOwnValues() {
        TrainPlan plan =
                builder.set("recipe", "article").set("head.kind", "linear").build(folder);

        assertThat(plan.config().head()).isEqualTo(HeadConfig.LINEAR);
    }

    @Test
    void epochsAloneStretchTheSizes() {
        TrainPlan half = builder.set("recipe", "default").set("epochs", "0+7").build(folder);

        assertThat(half.config().input().sizes()).isEqualTo("140x210:4,192x288:3");
    }

    @Test
    void oneEpochAloneKeepsOneSize() {
        TrainPlan one = builder.set("recipe", "default").set("epochs", "3+0").build(folder);

        assertThat(one.config().input().sizes()).isEqualTo("140x210");
    }

    @Test
    void sizesAloneBringTheirEpochs() {
        TrainPlan plan = builder.set("recipe", "article")
                .set("input.sizes", "96x96:2,128x128:3")
                .build(folder);

        assertThat(plan.config().epochs()).isEqualTo(new EpochPlan(5, 5));
    }

    @Test
    void aListIsWrittenWithCommas() {
        TrainPlan plan = builder.set("rate.multipliers", "0.1, 0.5,2").build(folder);

        assertThat(plan.config().rate().multipliers()).isEqualTo(List.of(0.1, 0.5, 2.0));
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("config.yaml"), text);
    }
}
