package io.drydock.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import io.drydock.core.finding.Copy;
import io.drydock.core.finding.ImageGroup;
import io.drydock.core.finding.ImageGroup.Kind;
import io.drydock.core.split.Split;
import io.drydock.sample.ShipSet;
import io.drydock.workbench.check.WorkspaceChecks;
import io.drydock.workbench.json.DuplicatesJson;
import io.drydock.workspace.image.Picture;
import io.drydock.workspace.image.StoredImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class FindDuplicatesTest {
    @TempDir
    private Path folder;

    @Test
    void plantedCopiesAreFoundOnceAndThenRemembered() throws IOException {
        ShipWorkspace ships = planted();

        FindDuplicates.Result first = new FindDuplicates().run(request(ships), Progress.NONE);
        List<String> tasks = new ArrayList<>();
        FindDuplicates.Result second = new FindDuplicates().run(request(ships), (task, done, total) -> tasks.add(task));

        assertThat(first.count(Kind.NEAR)).isEqualTo(9);
        assertThat(first.known()).isFalse();
        assertThat(second.known()).isTrue();
        assertThat(second.groups()).isEqualTo(first.groups());
        assertThat(second.pairs()).isEqualTo(first.pairs());
        assertThat(tasks).doesNotContain("reading images", "comparing images");
        assertThat(Files.readString(first.report().orElseThrow()))
                .contains("near, similarity")
                .doesNotContain("http://");
        JsonNode json = DuplicatesJson.of(first);
        assertThat(json.get("schema").asString()).isEqualTo("drydock.duplicates/1");
        assertThat(json.get("duplicates").size()).isEqualTo(first.groups().size());
        assertThat(json.get("duplicates")
                        .get(first.groups().size() - 1)
                        .get("kind")
                        .asString())
                .isEqualTo("near");
    }

    @Test
    void aSplitGroupedByNearCopiesKeepsThemInOnePart() {
        ShipWorkspace ships = planted();
        FindDuplicates.Result before = new FindDuplicates().run(request(ships), Progress.NONE);

        Split split = new SplitData()
                .run(SplitData.Request.of(ships.root(), 3).withValidShare(0.4).withGrouping(SplitData.Grouping.NEAR))
                .split();
        FindDuplicates.Result after = new FindDuplicates().run(request(ships), Progress.NONE);

        assertThat(before.leak().orElseThrow().leaks()).isTrue();
        assertThat(after.leak().orElseThrow().leakingValid()).isZero();
        assertThat(split.groupBy()).isEqualTo("near");
        for (ImageGroup group : after.groups()) {
            assertThat(group.images().stream()
                            .filter(copy -> copy.label().isPresent())
                            .map(Copy::part)
                            .distinct())
                    .hasSize(1);
        }
    }

    @Test
    void imagesMeasuredByAnOlderVersionAreLookedAtOnceMore() {
        ShipWorkspace ships =
                ShipWorkspace.in(folder, ShipSet.of(20, 5).withGray(3).withTest(4));
        List<StoredImage> old = ships.open().images().byPath().values().stream()
                .map(FindDuplicatesTest::withoutTint)
                .toList();
        ships.open().images().markUnknown(ships.open().images().byPath().keySet());
        ships.open().images().put(old);
        List<String> tasks = new ArrayList<>();

        WorkspaceChecks.Checked checked = new WorkspaceChecks(ships.open()).run((task, done, total) -> tasks.add(task));

        assertThat(tasks).contains("looking at images");
        assertThat(checked.images()).hasSize(24);
        assertThat(checked.results().get(0).flags()).hasSize(3);
        tasks.clear();
        new WorkspaceChecks(ships.open()).run((task, done, total) -> tasks.add(task));
        assertThat(tasks).isEmpty();
    }

    private ShipWorkspace planted() {
        return ShipWorkspace.in(
                folder,
                ShipSet.of(60, 5)
                        .withExactCopies(2)
                        .withReencoded(3)
                        .withResized(3)
                        .withFlipped(3)
                        .withTest(5));
    }

    private static FindDuplicates.Request request(ShipWorkspace ships) {
        return new FindDuplicates.Request(ships.root());
    }

    private static StoredImage withoutTint(StoredImage image) {
        Optional<Picture> stripped = image.picture().map(picture -> {
            Map<String, Double> checks = new HashMap<>(picture.checks());
            checks.remove("tint");
            return new Picture(
                    picture.height(),
                    picture.width(),
                    picture.format(),
                    picture.mode(),
                    picture.orientation(),
                    picture.pixelSha256(),
                    checks);
        });
        return new StoredImage(image.path(), image.sha256(), image.sizeBytes(), -1, stripped, image.unusable());
    }
}
