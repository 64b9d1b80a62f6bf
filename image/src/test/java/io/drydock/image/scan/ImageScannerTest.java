package io.drydock.image.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.drydock.core.data.ImageFolder;
import io.drydock.core.data.Reason;
import io.drydock.image.Pictures;
import io.drydock.image.decode.ImageDecoder;
import io.drydock.sample.BrokenKind;
import io.drydock.sample.CopyKind;
import io.drydock.sample.Planted;
import io.drydock.sample.ShipSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageScannerTest {
    private final ImageScanner scanner = new ImageScanner(new ImageDecoder(), 2);

    @Test
    void whatWasPlantedIsFound(@TempDir Path folder) throws IOException {
        Planted planted = ShipSet.of(30, 9)
                .withExactCopies(3)
                .withGray(6)
                .withBroken(8)
                .withReencoded(2)
                .write(folder);
        List<String> images = names(folder.resolve("images"));
        images.add("gone.jpg");

        Map<String, ScannedImage> scanned = byName(scanner.scan(new ImageFolder(folder.resolve("images")), images));

        for (Planted.Copy copy : planted.copies(CopyKind.EXACT)) {
            assertThat(scanned.get(copy.image()).sha256())
                    .isEqualTo(scanned.get(copy.original()).sha256());
            assertThat(pixelHash(scanned, copy.image())).isEqualTo(pixelHash(scanned, copy.original()));
        }
        for (Planted.Copy copy : planted.copies(CopyKind.REENCODED)) {
            assertThat(pixelHash(scanned, copy.image())).isNotEqualTo(pixelHash(scanned, copy.original()));
        }
        assertThat(planted.gray())
                .allMatch(image ->
                        scanned.get(image).contents().orElseThrow().checks().exactlyGray());
        assertThat(planted.gray())
                .filteredOn(image ->
                        scanned.get(image).contents().orElseThrow().header().storedGray())
                .hasSize(3);
        for (Planted.Broken broken : planted.broken()) {
            assertThat(reason(scanned.get(broken.image()))).isEqualTo(reasonOf(broken.kind()));
        }
        assertThat(reason(scanned.get("gone.jpg"))).isEqualTo(Reason.MISSING_FILE);
    }

    @Test
    void resultsStandInTheOrderGivenAndEveryPictureIsVisitedOnce(@TempDir Path folder) throws IOException {
        ShipSet.of(25, 3).withTest(0).write(folder);
        List<String> images = names(folder.resolve("images"));
        AtomicInteger visited = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();

        List<ScannedImage> scanned = scanner.scan(
                new ImageFolder(folder.resolve("images")),
                images,
                (index, image) -> visited.incrementAndGet(),
                done::set);

        assertThat(scanned).extracting(ScannedImage::image).containsExactlyElementsOf(images);
        assertThat(visited.get()).isEqualTo(25);
        assertThat(done.get()).isEqualTo(25);
    }

    @Test
    @Tag("slow")
    void theRealShipsHaveTheKnownCounts() throws IOException {
        assumeTrue(Pictures.ships().isPresent(), "no ships/images folder in shared/ beside the project: skipped");
        Path ships = Pictures.ships().orElseThrow();

        List<ScannedImage> scanned = scanner.scan(new ImageFolder(ships), names(ships));

        assertThat(scanned).hasSize(8932).allMatch(ScannedImage::readable);
        assertThat(count(scanned, contents -> contents.header().storedGray())).isEqualTo(154);
        assertThat(count(scanned, contents -> contents.checks().exactlyGray())).isBetween(237L, 243L);
        assertThat(count(scanned, contents -> contents.checks().looksGray())).isBetween(272L, 278L);
        assertThat(scanned.stream().map(ScannedImage::sha256).distinct().count())
                .isEqualTo(8928);
        assertThat(count(scanned, contents -> contents.header().width() == 210)).isEqualTo(8669);
    }

    private static long count(List<ScannedImage> scanned, java.util.function.Predicate<ScannedPixels> test) {
        return scanned.stream()
                .flatMap(image -> image.contents().stream())
                .filter(test)
                .count();
    }

    private static Reason reasonOf(BrokenKind kind) {
        return switch (kind) {
            case EMPTY -> Reason.EMPTY_FILE;
            case HUGE -> Reason.TOO_LARGE;
            case TRUNCATED, NOT_A_PICTURE -> Reason.UNREADABLE;
        };
    }

    private static Reason reason(ScannedImage image) {
        return image.problem().orElseThrow().reason();
    }

    private static String pixelHash(Map<String, ScannedImage> scanned, String image) {
        return scanned.get(image).contents().orElseThrow().pixelSha256();
    }

    private static Map<String, ScannedImage> byName(List<ScannedImage> scanned) {
        Map<String, ScannedImage> byName = new HashMap<>();
        scanned.forEach(image -> byName.put(image.image(), image));
        return byName;
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }
}
