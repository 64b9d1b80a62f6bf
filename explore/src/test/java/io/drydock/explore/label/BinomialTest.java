package io.drydock.explore.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.drydock.core.random.RandomStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinomialTest {
    @Test
    void theUpperBoundIsThatOfClopperAndPearson() {
        assertThat(Binomial.upperBound(0, 50, 0.95)).isCloseTo(1 - Math.pow(0.05, 1 / 50.0), within(1e-9));
        assertThat(Binomial.upperBound(2, 20, 0.95)).isCloseTo(0.2826, within(1e-4));
        assertThat(Binomial.upperBound(5, 5, 0.95)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"650, .002", "40, .3", "400, .1", "30, .95"})
    void drawsHaveTheMeanAndTheVarianceOfTheLaw(int trials, double probability) {
        RandomStream random = RandomStream.of(1, "binomial");
        int[] drawn = IntStream.range(0, 20_000)
                .map(i -> Binomial.draw(trials, probability, random))
                .toArray();

        double mean = IntStream.of(drawn).average().orElseThrow();
        double variance = IntStream.of(drawn)
                .mapToDouble(k -> (k - mean) * (k - mean))
                .average()
                .orElseThrow();
        double expected = trials * probability * (1 - probability);
        assertThat(mean).isCloseTo(trials * probability, within(0.04 * Math.sqrt(expected)));
        assertThat(variance).isCloseTo(expected, within(0.06 * expected));
    }
}
