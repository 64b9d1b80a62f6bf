package io.drydock.explore.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drydock.core.random.RandomStream;
import org.junit.jupiter.api.Test;

class LearnedTraitTest {
    private static final int WIDTH = 24;

    @Test
    void picturesWithTheTraitRankAboveThoseWithout() {
        RandomStream random = RandomStream.of(5, "trait");
        float[][] pictures = rows(200, 0, random);
        for (int i = 0; i < 10; i++) {
            pictures[i] = row(3, random);
        }

        LearnedTrait trait = LearnedTrait.of(pictures, rows(60, 3, random), rows(60, 0, random));

        assertThat(trait.made().area()).isGreaterThan(0.9);
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < 10; i++) {
            least = Math.min(least, trait.values()[i]);
        }
        int above = 0;
        for (int i = 10; i < 200; i++) {
            above += trait.values()[i] > least ? 1 : 0;
        }
        assertThat(above).isLessThan(20);
    }

    @Test
    void whereNothingWasPlantedMadePicturesAreToldByChanceOnly() {
        RandomStream random = RandomStream.of(6, "trait");

        LearnedTrait trait = LearnedTrait.of(rows(20, 0, random), rows(150, 0, random), rows(150, 0, random));

        assertThat(trait.made().area()).isBetween(0.38, 0.62);
    }

    @Test
    void rowsWithoutCounterpartsAreRefused() {
        RandomStream random = RandomStream.of(7, "trait");
        assertThatThrownBy(() -> LearnedTrait.of(rows(3, 0, random), rows(8, 1, random), rows(7, 0, random)))
                .hasMessageContaining("8 and 7");
    }

    private static float[][] rows(int n, double shift, RandomStream random) {
        float[][] rows = new float[n][];
        for (int i = 0; i < n; i++) {
            rows[i] = row(shift, random);
        }
        return rows;
    }

    private static float[] row(double shift, RandomStream random) {
        float[] row = new float[WIDTH];
        for (int d = 0; d < WIDTH; d++) {
            row[d] = (float) (5 + random.nextGaussian() + (d < 2 ? shift : 0));
        }
        return row;
    }
}
