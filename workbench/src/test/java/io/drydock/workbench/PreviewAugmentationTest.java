package io.drydock.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drydock.core.data.ImageSize;
import io.drydock.core.error.ConfigException;
import io.drydock.core.error.WorkspaceException;
import io.drydock.image.decode.ImageDecoder;
import io.drydock.sample.ShipSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreviewAugmentationTest {
    @TempDir
    Path folder;

    private Path place;

    @BeforeEach
    void makeWorkspace() {
        place = folder.resolve("ws");
        Path ships = folder.resolve("ships");
        ShipSet.of(10, 3).write(ships);
        new InitWorkspace()
                .run(
                        InitWorkspace.Request.of(place, ships.resolve("images")).withLabels(ships.resolve("train.csv")),
                        Progress.NONE);
    }

    @Test
    void originalsStandBesideTheirViews() throws Exception {
        PreviewAugmentation.Result result =
                new PreviewAugmentation().run(PreviewAugmentation.Request.of(place, "article"), Progress.NONE);

        assertThat(result.rows()).hasSize(6).allSatisfy(row -> {
            assertThat(row.resized().size()).isEqualTo(new ImageSize(140, 210));
            assertThat(row.views()).hasSize(5).doesNotHaveDuplicates();
        });
        assertThat(result.summary().get(0)).startsWith("Resized to 140x210 (height × width) by squish");
        assertThat(Files.readString(result.picture())).startsWith("<svg").contains("data:image/jpeg");
        assertThat(Files.readString(result.page())).contains("Three ways to resize");
    }

    @Test
    void thePictureCanBeAPng() {
        PreviewAugmentation.Result result =
                new PreviewAugmentation().run(request("default", "pad", "grid.png"), Progress.NONE);

        assertThat(new ImageDecoder().decode(result.picture()).pixels().width()).isGreaterThan(4 * 100);
        assertThat(result.summary().get(0)).contains("100x150").contains("pad");
    }

    @Test
    void equalSeedsDrawEqualViews() {
        PreviewAugmentation.Request request = PreviewAugmentation.Request.of(place, "default");

        assertThat(new PreviewAugmentation().run(request, Progress.NONE).rows())
                .isEqualTo(new PreviewAugmentation().run(request, Progress.NONE).rows());
    }

    @Test
    void whatCannotBeDoneIsRefusedWithWhatCould() {
        assertThatThrownBy(() -> new PreviewAugmentation().run(request("default", "pad", "grid.gif"), Progress.NONE))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(".svg or .png");
        assertThatThrownBy(() -> new PreviewAugmentation().run(request("artcle", "pad", "a.svg"), Progress.NONE))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("article");
    }

    @Test
    void aPictureThatExistsIsReplacedOnlyByForceAndBeforeAnythingIsDrawn() throws Exception {
        for (String name : List.of("there.svg", "there.png")) {
            Path there = Files.writeString(folder.resolve(name), "mine");
            PreviewAugmentation.Request request = request("default", "pad", name);
            List<String> steps = new ArrayList<>();

            assertThatThrownBy(() -> new PreviewAugmentation().run(request, (step, done, all) -> steps.add(step)))
                    .isInstanceOf(WorkspaceException.class)
                    .hasMessageContaining(name + " exists already")
                    .hasMessageContaining("--force");
            assertThat(there).content().isEqualTo("mine");
            assertThat(steps).isEmpty();

            new PreviewAugmentation().run(forced(request), Progress.NONE);
            assertThat(Files.size(there)).isGreaterThan(100);
        }
    }

    @Test
    void aLinkStaysAndAFolderIsNotReplaced() throws Exception {
        Path target = Files.writeString(folder.resolve("target.svg"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.svg"), target);
        Files.createDirectory(folder.resolve("a.svg"));

        new PreviewAugmentation().run(forced(request("default", "pad", "link.svg")), Progress.NONE);

        assertThat(link).isSymbolicLink();
        assertThat(target).content().startsWith("<svg");
        assertThatThrownBy(
                        () -> new PreviewAugmentation().run(forced(request("default", "pad", "a.svg")), Progress.NONE))
                .isInstanceOf(WorkspaceException.class)
                .hasMessageContaining("is a folder");
    }

    private static PreviewAugmentation.Request forced(PreviewAugmentation.Request request) {
        return new PreviewAugmentation.Request(
                request.workspace(),
                request.recipe(),
                request.size(),
                request.resize(),
                request.images(),
                request.views(),
                request.seed(),
                request.output(),
                true);
    }

    private PreviewAugmentation.Request request(String recipe, String resize, String file) {
        return new PreviewAugmentation.Request(
                place,
                recipe,
                Optional.of("100x150"),
                Optional.of(resize),
                2,
                2,
                1,
                Optional.of(folder.resolve(file)),
                false);
    }
}
