package io.drydock.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drydock.core.data.ImageSize;
import io.drydock.core.error.ConfigException;
import io.drydock.network.weights.BundledBackbone;
import io.drydock.sample.Planted;
import io.drydock.sample.ShipSet;
import io.drydock.workbench.feature.Encoder;
import io.drydock.workbench.issue.ProbeChoice;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CompareLabelsTest {
    private static final ProbeChoice PROBE = new ProbeChoice(
            List.of(Encoder.Backbone.of(BundledBackbone.MODEL).at(new ImageSize(64, 96))), 4, 1, false, 42);

    private ShipWorkspace ships;

    @BeforeAll
    void correctThePlantedMislabels(@TempDir Path folder) {
        ShipSet set = ShipSet.of(160, 9).withTest(5).withMislabeled(40);
        ships = ShipWorkspace.in(folder, set);
        for (Planted.Mislabel wrong : set.write(folder.resolve("again")).mislabeled()) {
            new DecideLabels(ships.root()).run(DecideLabels.Request.relabel(List.of(wrong.image()), wrong.trueCode()));
        }
        String dropped = ships.open().dataset().images().get(0).image();
        new DecideLabels(ships.root()).run(DecideLabels.Request.drop(List.of(dropped)));
    }

    @Test
    void correctedLabelsMakeTheBetterModelAndTheEditOfTheYardstickIsSaid() {
        CompareLabels.Result result = compare("import", "now");

        assertThat(result.edits().relabeled()).hasSize(40);
        assertThat(result.edits().dropped()).hasSize(1);
        assertThat(result.edits().validEdited()).isPositive();
        assertThat(result.agreeing().n() + result.scoredEdited()).isEqualTo(159);
        assertThat(result.agreeing().difference().value()).isPositive();
        assertThat(result.onAfter().difference().value()).isPositive();
        assertThat(result.ownAfter().value()).isGreaterThan(result.ownBefore().value());
        assertThat(result.warning())
                .hasValueSatisfying(text -> assertThat(text)
                        .contains(result.scoredEdited() + " of the 159 images scored had their own label edited"));
    }

    @Test
    void oneVersionTwiceIsNoDifference() {
        CompareLabels.Result result = compare("now", "now");

        assertThat(result.edits().count()).isZero();
        assertThat(result.agreeing().difference().value()).isZero();
        assertThat(result.warning()).isEmpty();
        assertThat(result.verdict()).isEqualTo("The two versions of the labels are the same.");
    }

    @Test
    void twoRunsAreHeldAgainstTheLabelsThatTheyShare() {
        String first = ships.run(1).name();
        String second = ships.run(2).name();

        CompareLabels.Result result = new CompareLabels()
                .run(
                        CompareLabels.Request.of(ships.root())
                                .ofRuns(first, second)
                                .between("import", "now"),
                        Progress.NONE);

        assertThat(result.models()).containsExactly(first, second);
        assertThat(result.agreeing().n()).isPositive();
        assertThat(result.edits().relabeled()).hasSize(40);
    }

    @Test
    void anUnknownVersionIsRefusedWithWhatWouldDo() {
        assertThatThrownBy(() -> compare("import", "yesterday"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("\"yesterday\" is no version of the labels")
                .hasMessageContaining("import, now");
        assertThatThrownBy(() -> compare("1", "900"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("entries 1 to 42")
                .hasMessageContaining("run:900");
    }

    private CompareLabels.Result compare(String before, String after) {
        CompareLabels.Request request = new CompareLabels.Request(
                ships.root(), Optional.of(before), Optional.of(after), List.of(), PROBE, Map.of());
        return new CompareLabels().run(request, Progress.NONE);
    }
}
