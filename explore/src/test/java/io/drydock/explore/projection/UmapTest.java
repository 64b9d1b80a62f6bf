package io.drydock.explore.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.drydock.core.random.RandomStream;
import io.drydock.explore.neighbor.Neighbors;
import org.junit.jupiter.api.Test;

class UmapTest {
    private final float[][] rows = clusters();

    @Test
    void theSameRowsAndSeedGiveTheSameMap() {
        assertThat(Umap.STANDARD.map(rows)).isDeepEqualTo(Umap.STANDARD.map(rows));
    }

    @Test
    void rowsOfOneClusterStayTogether() {
        double[][] map = Umap.STANDARD.map(rows);

        assertThat(Trustworthiness.of(rows, map, 10, 1)).isGreaterThan(0.85);
        int same = 0;
        for (int i = 0; i < map.length; i++) {
            same += nearest(map, i) % 4 == i % 4 ? 1 : 0;
        }
        assertThat(same).isGreaterThan((int) (0.98 * map.length));
    }

    @Test
    void neighborsAreExactAndSorted() {
        Neighbors found = Neighbors.of(rows, 5);

        assertThat(found.similarities()[0]).isSortedAccordingTo((a, b) -> Float.compare(b, a));
        assertThat(found.indices()[0]).hasSize(5).doesNotContain(0);
    }

    private static int nearest(double[][] map, int i) {
        int best = i == 0 ? 1 : 0;
        for (int j = 0; j < map.length; j++) {
            if (j != i
                    && Math.hypot(map[i][0] - map[j][0], map[i][1] - map[j][1])
                            < Math.hypot(map[i][0] - map[best][0], map[i][1] - map[best][1])) {
                best = j;
            }
        }
        return best;
    }

    private static float[][] clusters() {
        RandomStream random = RandomStream.of(11, "clusters");
        float[][] rows = new float[400][24];
        for (int i = 0; i < rows.length; i++) {
            for (int d = 0; d < 24; d++) {
                rows[i][d] = (float) (random.nextGaussian() * 0.5 + (d / 6 == i % 4 ? 3 : 0));
            }
        }
        return rows;
    }
}
