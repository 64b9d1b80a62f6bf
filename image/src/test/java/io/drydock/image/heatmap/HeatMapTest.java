package io.drydock.image.heatmap;

import static org.assertj.core.api.Assertions.assertThat;

import io.drydock.image.Pictures;
import io.drydock.image.decode.Pixels;
import org.junit.jupiter.api.Test;

class HeatMapTest {
    private static final Pixels GRAY = Pictures.flat(50, 70, 100, 100, 100);

    @Test
    void theImportantPlaceGlowsAndTheRestIsGray() {
        Pixels map = new HeatMap().over(GRAY, new float[][] {{0, 0, 0}, {0, 0, 7}, {0, 0, 0}});

        assertThat(map.at(25, 65, 0)).isGreaterThan(200);
        assertThat(map.at(25, 65, 0)).isGreaterThan(map.at(25, 65, 2));
        assertThat(map.at(5, 5, 0)).isEqualTo(100).isEqualTo(map.at(5, 5, 2));
    }

    @Test
    void aMapWithoutImportanceLeavesThePicture() {
        assertThat(new HeatMap().over(GRAY, new float[][] {{0, -3}})).isEqualTo(GRAY);
    }

    @Test
    void theColorsGrowLighterStepByStep() {
        double before = -1;
        for (int i = 0; i <= 20; i++) {
            int color = Inferno.color(i / 20.0);
            double luma = 0.299 * (color >> 16 & 255) + 0.587 * (color >> 8 & 255) + 0.114 * (color & 255);
            assertThat(luma).isGreaterThan(before);
            before = luma;
        }
    }
}
