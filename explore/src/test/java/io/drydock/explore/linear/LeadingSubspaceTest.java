package io.drydock.explore.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.drydock.core.random.RandomStream;
import org.junit.jupiter.api.Test;

class LeadingSubspaceTest {
    @Test
    void theSubspaceHoldsTheVarianceAndItsBasisIsOrthonormal() {
        RandomStream random = RandomStream.of(3, "test");
        float[][] rows = new float[500][40];
        for (float[] row : rows) {
            for (int d = 0; d < 40; d++) {
                row[d] = (float) ((d < 5 ? 10 : 0.1) * random.nextGaussian() + 7);
            }
        }

        LeadingSubspace subspace = LeadingSubspace.of(rows, 5, 0);

        float[][] basis = subspace.basis();
        for (int a = 0; a < 5; a++) {
            for (int b = 0; b < 5; b++) {
                double product = 0;
                for (float[] direction : basis) {
                    product += direction[a] * direction[b];
                }
                assertThat(product).isCloseTo(a == b ? 1 : 0, within(1e-5));
            }
        }
        double kept = 0;
        for (float[] row : subspace.project(rows)) {
            kept += Rows.dot(row, row) / rows.length;
        }
        assertThat(kept).isCloseTo(500, within(60.0));
    }

    @Test
    void fewRowsGiveAsManyDimensions() {
        float[][] rows = {{1, 0, 0}, {0, 1, 0}};

        assertThat(LeadingSubspace.of(rows, 10, 0).project(rows)).hasDimensions(2, 2);
    }
}
