package io.drydock.explore.outlier;

import static org.assertj.core.api.Assertions.assertThat;

import io.drydock.core.random.RandomStream;
import org.junit.jupiter.api.Test;

class OutliersTest {
    private static final int SIZE = 120;

    @Test
    void aRowUnlikeAllOthersOfItsGroupIsFarAndTheRestIsNot() {
        float[][] rows = new float[2 * SIZE][8];
        int[] groups = new int[rows.length];
        RandomStream random = RandomStream.of(3, "rows");
        for (int i = 0; i < rows.length; i++) {
            groups[i] = i / SIZE;
            rows[i][groups[i]] = 1;
            for (int d = 0; d < 8; d++) {
                rows[i][d] += (groups[i] == 0 ? 0.05f : 0.2f) * (float) random.nextGaussian();
            }
        }
        rows[7] = new float[] {0, 0, 0, 0, 0, 0, 2, -2};

        Outliers outliers = Outliers.of(rows, groups);

        assertThat(outliers.far()).startsWith(7).hasSizeLessThan(6);
        assertThat(outliers.score(7)).isLessThan(0.5);
        assertThat(outliers.score(8)).isGreaterThan(0.5);
    }

    @Test
    void aVariedGroupIsHeldAgainstItself() {
        float[][] rows = new float[2 * SIZE][6];
        int[] groups = new int[rows.length];
        RandomStream random = RandomStream.of(4, "rows");
        for (int i = 0; i < rows.length; i++) {
            groups[i] = i / SIZE;
            rows[i][groups[i]] = 1;
            for (int d = 0; d < 6; d++) {
                rows[i][d] += (groups[i] == 0 ? 0.02f : 0.4f) * (float) random.nextGaussian();
            }
        }

        Outliers outliers = Outliers.of(rows, groups);

        assertThat(outliers.medians()[SIZE]).isGreaterThan(5 * outliers.medians()[0]);
        assertThat(outliers.far()).hasSizeLessThan(12);
    }
}
