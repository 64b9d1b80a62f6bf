package io.drydock.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShipSetTest {
    @TempDir
    private Path folder;

    @Test
    void theSameSeedWritesTheSameFiles() throws IOException {
        ShipSet set = ShipSet.of(12, 4).withMislabeled(2).withFlipped(1).withGray(2);

        Planted first = set.write(folder.resolve("first"));
        Planted second = set.write(folder.resolve("second"));

        assertThat(second).isEqualTo(first);
        for (String image : first.classOfImage().keySet()) {
            assertThat(folder.resolve("second/images").resolve(image))
                    .hasSameBinaryContentAs(folder.resolve("first/images").resolve(image));
        }
        assertThat(folder.resolve("second/train.csv")).hasSameTextualContentAs(folder.resolve("first/train.csv"));
    }

    @Test
    void severalShipsStandInAsManyPicturesAndLeaveTheOthersAsTheyWere() throws IOException {
        Planted usual = ShipSet.of(12, 4).write(folder.resolve("usual"));
        Planted composed = ShipSet.of(12, 4).withSeveral(3).write(folder.resolve("composed"));

        assertThat(composed.classOfImage()).isEqualTo(usual.classOfImage());
        assertThat(composed.several()).hasSize(3);
        int same = 0;
        for (String image : usual.classOfImage().keySet()) {
            byte[] one = Files.readAllBytes(folder.resolve("usual/images").resolve(image));
            byte[] other = Files.readAllBytes(folder.resolve("composed/images").resolve(image));
            same += Arrays.equals(one, other) ? 1 : 0;
        }
        assertThat(same).isEqualTo(usual.classOfImage().size() - 3);
    }

    @Test
    void theFaultsPlantedAreInTheFiles() throws IOException {
        Planted planted = ShipSet.of(20, 8)
                .withTest(5)
                .withMislabeled(3)
                .withExactCopies(2)
                .withConflicts(1)
                .withLeaks(1)
                .withResized(1)
                .withBroken(4)
                .write(folder);
        Map<String, String> train = rows("train.csv");

        assertThat(train).hasSize(20 + 2 + 1 + 1 + 4);
        assertThat(planted.mislabeled()).hasSize(3).allSatisfy(mislabel -> {
            assertThat(train).containsEntry(mislabel.image(), mislabel.code());
            assertThat(planted.classOfImage()).containsEntry(mislabel.image(), mislabel.trueCode());
            assertThat(mislabel.code()).isNotEqualTo(mislabel.trueCode());
        });
        Planted.Copy leak = planted.copies(CopyKind.LEAK).get(0);
        assertThat(rows("test.csv")).hasSize(6).containsKey(leak.image());
        assertThat(rows("sample_submission.csv").keySet())
                .isEqualTo(rows("test.csv").keySet());
        Planted.Copy conflict = planted.copies(CopyKind.CONFLICT).get(0);
        assertThat(train.get(conflict.image())).isNotEqualTo(train.get(conflict.original()));
        Planted.Copy resized = planted.copies(CopyKind.RESIZED).get(0);
        assertThat(picture(resized.image()).getWidth())
                .isEqualTo(picture(resized.original()).getWidth() / 2);
        assertThat(planted.broken()).extracting(Planted.Broken::kind).containsExactly(BrokenKind.values());
    }

    @Test
    void everyClassIsThereInAboutItsShare() {
        Planted planted = ShipSet.of(40, 1).withTest(0).write(folder);

        for (ShipType type : ShipType.values()) {
            long count = planted.classOfImage().values().stream()
                    .filter(type.code()::equals)
                    .count();
            assertThat(count / 40.0).isBetween(type.share() - 0.03, type.share() + 0.03);
        }
    }

    @Test
    void anImpossibleSetIsRefused() {
        assertThatThrownBy(() -> ShipSet.of(3, 1).withMislabeled(4)).hasMessageContaining("4 mislabeled");
    }

    private BufferedImage picture(String image) throws IOException {
        return ImageIO.read(folder.resolve("images").resolve(image).toFile());
    }

    private Map<String, String> rows(String csv) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve(csv));
        Map<String, String> rows = new HashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            rows.put(cells[0], cells.length > 1 ? cells[1] : "");
        }
        return rows;
    }
}
