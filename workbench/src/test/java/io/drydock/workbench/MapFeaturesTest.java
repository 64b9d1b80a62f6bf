package io.drydock.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.drydock.sample.ShipSet;
import io.drydock.workbench.feature.Encoder;
import io.drydock.workbench.map.MapColoring;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class MapFeaturesTest {
    @Test
    void theSameSeedLaysOutTheSameMapAndDrawsItInEveryColoring(@TempDir Path folder) throws Exception {
        ShipWorkspace ships = ShipWorkspace.in(folder, ShipSet.of(80, 5).withTest(20));
        MapFeatures.Request request =
                new MapFeatures.Request(ships.root(), Encoder.standard(), Optional.empty(), 3, true);

        MapFeatures.Result once = new MapFeatures().run(request, Progress.NONE);
        MapFeatures.Result again = new MapFeatures().run(request, Progress.NONE);

        assertThat(FindLabelIssues.estimate(ships.root()))
                .as("only an audit says how many labels are wrong")
                .isEmpty();
        assertThat(again.map().points()).isEqualTo(once.map().points());
        assertThat(once.map().points()).hasSize(100);
        assertThat(once.map().trustworthiness()).isBetween(0.7, 1.0);
        assertThat(once.map().colorings()).containsExactly(MapColoring.values());
        assertThat(once.files()).hasSize(6).allSatisfy(file -> assertThat(file).isNotEmptyFile());
        assertThat(Files.readString(once.report()))
                .contains(
                        "script-src 'sha256-",
                        "map-canvas",
                        once.map().points().get(0).image().image());
    }

    @Test
    void drawnSetsOfOneKindAreNotToldApart(@TempDir Path folder) {
        ShipWorkspace ships = ShipWorkspace.in(folder, ShipSet.of(80, 5).withTest(60));

        MeasureShift.Result result = new MeasureShift().run(new MeasureShift.Request(ships.root()), Progress.NONE);

        assertThat(result.shift().embedding().orElseThrow().area()).isCloseTo(0.5, within(0.17));
        assertThat(result.shift().embedding().orElseThrow().notable()).isFalse();
        assertThat(result.shift().likeTest()).hasSize(60);
        assertThat(result.report().orElseThrow()).isNotEmptyFile();
    }
}
