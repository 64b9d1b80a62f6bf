package io.drydock.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.drydock.core.data.CsvImport;
import io.drydock.core.data.Dataset;
import io.drydock.core.data.FileCheck;
import io.drydock.core.data.ImportOptions;
import io.drydock.core.data.ImportedLabels;
import io.drydock.core.data.ImportedTest;
import io.drydock.core.data.LabeledImage;
import io.drydock.core.split.Part;
import io.drydock.core.split.Split;
import io.drydock.core.split.Splitter;
import io.drydock.core.submission.SampleSubmission;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ShipsTest {
    private static Path ships = Path.of("");

    @BeforeAll
    static void findShips() {
        Optional<Path> found = Stream.iterate(Path.of("").toAbsolutePath(), at -> at != null, Path::getParent)
                .flatMap(at -> Stream.of(at.resolve("shared"), at.resolveSibling("shared")))
                .map(shared -> shared.resolve("ships"))
                .filter(Files::isDirectory)
                .findFirst();
        assumeTrue(found.isPresent(), "skipped: the ship images (shared/ships) are not beside this project");
        ships = found.orElseThrow();
    }

    @Test
    void theRealCsvsAreReadWhole() {
        CsvImport csv = new CsvImport(ImportOptions.automatic(), FileCheck.under(ships.resolve("images")));

        ImportedLabels labels = csv.labels(ships.resolve("train.csv"));
        ImportedTest test = csv.test(ships.resolve("test.csv"));

        assertThat(labels.images()).hasSize(5314);
        assertThat(labels.unusable()).isEmpty();
        assertThat(labels.classes().codes()).containsExactly("1", "2", "3", "4", "5");
        assertThat(test.images()).hasSize(3618);
        assertThat(SampleSubmission.read(ships.resolve("sample_submission.csv")).ids())
                .containsExactlyElementsOf(test.images());
    }

    @Test
    void theRealSetIsSplitInProportion() {
        ImportedLabels labels =
                new CsvImport(ImportOptions.automatic(), FileCheck.none()).labels(ships.resolve("train.csv"));
        Dataset data = new Dataset(
                labels.classes(),
                labels.images().stream()
                        .map(image -> new LabeledImage(image.image(), image.image(), image.label()))
                        .toList());

        Split split = Splitter.stratified(0.15).folds(5).split(data, 42, 1);

        assertThat(split.count(Part.VALID)).isBetween(795, 799);
        assertThat(split.foldCount()).isEqualTo(5);
    }
}
