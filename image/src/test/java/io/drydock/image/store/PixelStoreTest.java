package io.drydock.image.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drydock.core.data.ImageFolder;
import io.drydock.core.data.ImageSize;
import io.drydock.core.error.ImageException;
import io.drydock.image.decode.ImageDecoder;
import io.drydock.image.hash.ContentHash;
import io.drydock.image.resize.ResizeMode;
import io.drydock.image.resize.Resizer;
import io.drydock.sample.Planted;
import io.drydock.sample.ShipSet;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PixelStoreTest {
    private static final Resizer RESIZER = new Resizer(ResizeMode.SQUISH, new ImageSize(56, 84));

    @TempDir
    private static Path set;

    private static Planted planted;

    @TempDir
    private Path cache;

    @BeforeAll
    static void drawShips() {
        planted = ShipSet.of(20, 5).withTest(0).withExactCopies(3).withBroken(4).write(set);
    }

    @Test
    void everyPictureComesBackAsDecodedAndResized() throws IOException {
        PixelStore store = open(new AtomicInteger());

        for (StoredImage image : images()) {
            if (store.contains(image.image())) {
                assertThat(store.pixels(image.image()))
                        .isEqualTo(RESIZER.apply(new ImageDecoder()
                                .decode(set.resolve("images").resolve(image.image()))
                                .pixels()));
            }
        }
        assertThat(planted.classOfImage().keySet()).allMatch(store::contains);
    }

    @Test
    void badFilesAreSkippedAndListedWithTheirReasons() throws IOException {
        PixelStore store = open(new AtomicInteger());

        assertThat(store.skipped())
                .extracting(SkippedImage::image)
                .containsExactlyInAnyOrderElementsOf(
                        planted.broken().stream().map(Planted.Broken::image).toList());
        assertThat(store.skipped()).extracting(SkippedImage::reason).anyMatch("empty file"::equals);
        assertThatThrownBy(() -> store.pixels(planted.broken().get(0).image()))
                .isInstanceOf(ImageException.class)
                .hasMessageContaining("truncated");
    }

    @Test
    void aSecondOpeningDecodesNothingAndEqualContentsAreHeldOnce() throws IOException {
        AtomicInteger decoded = new AtomicInteger();
        PixelStore first = open(decoded);
        assertThat(decoded.get()).as("20 ships and 4 broken files, copies once").isEqualTo(24);

        decoded.set(0);
        PixelStore second = open(decoded);

        assertThat(decoded.get()).isZero();
        assertThat(second.file()).isEqualTo(first.file());
        assertThat(second.skipped()).isEqualTo(first.skipped());
    }

    @Test
    void aShortFileIsRebuilt() throws IOException {
        PixelStore store = open(new AtomicInteger());
        try (RandomAccessFile file = new RandomAccessFile(store.file().toFile(), "rw")) {
            file.setLength(file.length() / 2);
        }
        AtomicInteger decoded = new AtomicInteger();

        open(decoded);

        assertThat(decoded.get()).isEqualTo(24);
    }

    @Test
    void aDamagedRowIsDecodedAnew() throws IOException {
        PixelStore store = open(new AtomicInteger());
        try (RandomAccessFile file = new RandomAccessFile(store.file().toFile(), "rw")) {
            file.write(new byte[56 * 84 * 3 * 24]);
        }

        aPictureIsWhole(store);
    }

    private void aPictureIsWhole(PixelStore store) {
        String image = planted.classOfImage().keySet().iterator().next();
        assertThat(store.pixels(image))
                .isEqualTo(RESIZER.apply(new ImageDecoder()
                        .decode(set.resolve("images").resolve(image))
                        .pixels()));
    }

    @Test
    void nothingTemporaryRemainsBesideTheFile() throws IOException {
        PixelStore store = open(new AtomicInteger());

        try (Stream<Path> files = Files.list(cache)) {
            assertThat(files).containsExactly(store.file());
        }
    }

    private PixelStore open(AtomicInteger decoded) throws IOException {
        return PixelStore.open(
                cache,
                new ImageFolder(set.resolve("images")),
                images(),
                RESIZER,
                2,
                count -> decoded.accumulateAndGet(count, Math::max));
    }

    private static List<StoredImage> images() throws IOException {
        List<StoredImage> images = new ArrayList<>();
        try (Stream<Path> files = Files.list(set.resolve("images"))) {
            for (Path file : files.sorted().toList()) {
                images.add(new StoredImage(file.getFileName().toString(), ContentHash.ofFile(file)));
            }
        }
        return images;
    }
}
