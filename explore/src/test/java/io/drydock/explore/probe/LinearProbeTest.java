package io.drydock.explore.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.drydock.core.random.RandomStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinearProbeTest {
    @Test
    void aWrongLabelGetsALowOutOfFoldProbability() {
        RandomStream random = RandomStream.of(5, "test");
        int n = 600;
        float[][] features = new float[n][30];
        int[] labels = new int[n];
        int[] folds = new int[n];
        for (int i = 0; i < n; i++) {
            int truth = i % 3;
            labels[i] = i < 30 ? (truth + 1) % 3 : truth;
            folds[i] = i / 3 % 5;
            for (int d = 0; d < 30; d++) {
                features[i][d] = (float) (random.nextGaussian() + (d / 10 == truth ? 1.5 : 0));
            }
        }

        double[][] p = new LinearProbe(1e-3).outOfFold(ProbeInput.of(List.<float[][]>of(features)), labels, 3, folds);

        int suspect = 0;
        for (int i = 0; i < 30; i++) {
            suspect += p[i][labels[i]] < 0.2 ? 1 : 0;
        }
        assertThat(suspect).isGreaterThan(27);
        assertThat(p[100][labels[100]]).isGreaterThan(0.8);
    }
}
