package io.drydock.image.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.drydock.core.data.ImageFolder;
import io.drydock.image.hash.ContentHash;
import io.drydock.image.hash.GrayTile;
import io.drydock.sample.ShipPictures;
import io.drydock.sample.ShipType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TileStoreTest {
    @TempDir
    private Path folder;

    @Test
    void aSecondLookDecodesOnlyWhatIsNew() throws IOException {
        List<StoredImage> two = List.of(ship(1), ship(2));
        List<StoredImage> three = List.of(ship(1), ship(2), ship(3));
        List<Integer> decoded = new ArrayList<>();

        List<Optional<GrayTile>> first = store().tiles(new ImageFolder(folder), two, decoded::add);
        List<Optional<GrayTile>> second = store().tiles(new ImageFolder(folder), three, decoded::add);

        assertThat(decoded).containsExactly(1, 2, 1);
        assertThat(second.subList(0, 2)).isEqualTo(first);
        assertThat(second.get(2)).isPresent().isNotEqualTo(first.get(0));
    }

    @Test
    void aDamagedFileIsMadeAnew() throws IOException {
        List<StoredImage> ships = List.of(ship(1), ship(2));
        List<Optional<GrayTile>> before = store().tiles(new ImageFolder(folder), ships, done -> {});
        byte[] bytes = Files.readAllBytes(folder.resolve("tiles.bin"));
        bytes[100] ^= 1;
        Files.write(folder.resolve("tiles.bin"), bytes);
        List<Integer> decoded = new ArrayList<>();

        assertThat(store().tiles(new ImageFolder(folder), ships, decoded::add)).isEqualTo(before);
        assertThat(decoded).hasSize(2);
    }

    @Test
    void anImageThatCannotBeDecodedHasNoTile() throws IOException {
        Files.writeString(folder.resolve("broken.jpg"), "no picture");
        StoredImage broken = new StoredImage("broken.jpg", ContentHash.ofFile(folder.resolve("broken.jpg")));

        assertThat(store().tiles(new ImageFolder(folder), List.of(broken, ship(1)), done -> {}))
                .satisfiesExactly(
                        tile -> assertThat(tile).isEmpty(),
                        tile -> assertThat(tile).isPresent());
    }

    private TileStore store() {
        return new TileStore(folder);
    }

    private StoredImage ship(int seed) throws IOException {
        Path file = folder.resolve(seed + ".jpg");
        Files.write(file, ShipPictures.jpeg(ShipType.CRUISE, seed));
        return new StoredImage(seed + ".jpg", ContentHash.ofFile(file));
    }
}
