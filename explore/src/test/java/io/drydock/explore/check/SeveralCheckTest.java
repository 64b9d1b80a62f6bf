package io.drydock.explore.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.drydock.core.random.RandomStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeveralCheckTest {
    @Test
    void theHeadOfTheRankingIsListedByPlaceAndWithoutAThreshold() {
        double[] values = ordinary(200);
        values[7] = 9;
        values[11] = 12;
        values[20] = Double.NaN;

        CheckResult several = SeveralCheck.of(values);

        assertThat(several.threshold()).isNaN();
        assertThat(several.rule()).isEqualTo("2 listed");
        assertThat(several.flags()).extracting(Flag::row).containsExactly(11, 7);
        assertThat(several.flags().get(1).score()).isCloseTo(2 / 199.0, within(1e-12));
    }

    @Test
    void noMoreThanFortyAreListedOfALargeSetAndNoneOfAnEmptyOne() {
        assertThat(SeveralCheck.of(ordinary(9000)).flags()).hasSize(40);
        assertThat(SeveralCheck.of(new double[0]).flags()).isEmpty();
    }

    private static double[] ordinary(int n) {
        RandomStream random = RandomStream.of(2, "values");
        return IntStream.range(0, n).mapToDouble(i -> random.nextGaussian()).toArray();
    }
}
