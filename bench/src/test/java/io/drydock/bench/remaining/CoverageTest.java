package io.drydock.bench.remaining;

import static org.assertj.core.api.Assertions.assertThat;

import io.drydock.explore.label.LabelEvidence;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoverageTest {
    private static final int SETS = 12;
    private static final int EVERY = 3;

    private final LabelEvidence ships =
            RemainingStudy.read(Path.of("../explore/src/test/resources/golden/label-issues.csv"));

    @ParameterizedTest
    @CsvSource({
        "EVEN, .01", "EVEN, .05", "EVEN, .2",
        "PAIRED, .01", "PAIRED, .05", "PAIRED, .2",
        "BORDER, .01", "BORDER, .05", "BORDER, .2"
    })
    void theIntervalHoldsWhatIsLeftAfterAReviewWithARandomSample(Errors errors, double share) {
        List<SimulatedSet> sets = sets(errors, share);

        for (int looks : new int[] {50, 150}) {
            assertThat(Coverage.of(sets, looks, EVERY).held())
                    .as("%s looks", looks)
                    .isGreaterThanOrEqualTo(SETS - 2);
        }
    }

    @Test
    void theIntervalIsNarrowWhereErrorsAreEven() {
        assertThat(Coverage.of(sets(Errors.EVEN, 0.05), 150, EVERY).width())
                .isLessThanOrEqualTo(0.03 * RemainingStudy.IMAGES);
    }

    @Test
    void theIntervalHoldsZeroOnCleanLabels() {
        List<SimulatedSet> sets = sets(Errors.EVEN, 0);

        for (int looks : new int[] {0, 50, 150}) {
            assertThat(Coverage.of(sets, looks, 0).held()).as("%s looks", looks).isEqualTo(SETS);
        }
    }

    @Test
    void theIntervalHoldsForFeaturesWhoseProbeLearnsFromTheErrors() {
        List<SimulatedSet> sets = IntStream.range(0, SETS)
                .mapToObj(seed ->
                        SimulatedSet.drawn(RemainingStudy.IMAGES, RemainingStudy.DISTANCE, Errors.BORDER, 0.05, seed))
                .toList();

        assertThat(Coverage.of(sets, 50, EVERY).held()).isGreaterThanOrEqualTo(SETS - 2);
    }

    private List<SimulatedSet> sets(Errors errors, double share) {
        return IntStream.range(0, SETS)
                .mapToObj(seed -> SimulatedSet.recorded(ships, RemainingStudy.IMAGES, errors, share, seed))
                .toList();
    }
}
