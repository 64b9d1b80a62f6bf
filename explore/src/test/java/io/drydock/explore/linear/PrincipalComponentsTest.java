package io.drydock.explore.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.drydock.core.random.RandomStream;
import org.junit.jupiter.api.Test;

class PrincipalComponentsTest {
    @Test
    void theLargestVariancesAreFoundInOrder() {
        RandomStream random = RandomStream.of(3, "test");
        float[][] rows = new float[2000][20];
        for (float[] row : rows) {
            for (int d = 0; d < row.length; d++) {
                row[d] = (float) (random.nextGaussian() * (d == 7 ? 9 : d == 2 ? 5 : 1) + 4);
            }
        }

        PrincipalComponents pca = PrincipalComponents.of(rows, 2, 1);

        assertThat(Math.abs(pca.components()[0][7])).isCloseTo(1f, within(0.01f));
        assertThat(Math.abs(pca.components()[1][2])).isCloseTo(1f, within(0.01f));
        assertThat(pca.variances()[0]).isCloseTo(81, within(8.0));
        assertThat(pca.variances()[1]).isCloseTo(25, within(2.5));
    }
}
