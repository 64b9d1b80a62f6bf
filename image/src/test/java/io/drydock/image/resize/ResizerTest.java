package io.drydock.image.resize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drydock.core.data.ImageSize;
import io.drydock.core.error.ConfigException;
import io.drydock.image.Pictures;
import io.drydock.image.decode.Pixels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResizerTest {
    private static final ImageSize SIZE = new ImageSize(140, 210);

    @ParameterizedTest
    @EnumSource(ResizeMode.class)
    void everyShapeComesToTheSize(ResizeMode mode) {
        Resizer resizer = new Resizer(mode, SIZE);

        for (int[] shape : new int[][] {{1, 1}, {41, 210}, {158, 210}, {500, 20}, {20, 500}, {280, 420}}) {
            Pixels resized = resizer.apply(Pictures.flat(shape[0], shape[1], 90, 120, 30));
            assertThat(resized).isEqualTo(Pictures.flat(140, 210, 90, 120, 30));
        }
    }

    @Test
    void aPictureOfTheSizeIsHandedBackAsItIs() {
        Pixels picture = Pictures.quarters(140, 210);

        assertThat(new Resizer(ResizeMode.SQUISH, SIZE).apply(picture)).isSameAs(picture);
    }

    @Test
    void squishKeepsAllFourQuarters() {
        Pixels squished = new Resizer(ResizeMode.SQUISH, SIZE).apply(Pictures.quarters(100, 100));
        Pixels expected = Pictures.quarters(140, 210);

        for (int y : new int[] {0, 60, 80, 139}) {
            for (int x : new int[] {0, 95, 115, 209}) {
                assertThat(squished.at(y, x, 0)).isEqualTo(expected.at(y, x, 0));
            }
        }
    }

    @Test
    void cropKeepsTheMiddleAndPadReflectsTheEdge() {
        Pixels wide = Pictures.quarters(100, 400);

        Pixels cropped = new Resizer(ResizeMode.CROP, new ImageSize(50, 50)).apply(wide);
        Pixels padded = new Resizer(ResizeMode.PAD, new ImageSize(100, 100)).apply(wide);

        assertThat(cropped.at(10, 10, 0)).isEqualTo(220);
        assertThat(cropped.at(10, 40, 1)).isEqualTo(200);
        assertThat(padded.at(45, 10, 0)).isEqualTo(220);
        assertThat(padded.at(2, 10, 0)).as("reflected from below").isEqualTo(20);
    }

    @Test
    void shrinkingAveragesAndDoesNotSkip() {
        byte[] stripes = new byte[64 * 64 * 3];
        for (int i = 0; i < stripes.length; i++) {
            stripes[i] = (byte) (i / 3 % 2 == 0 ? 0 : 200);
        }

        Pixels shrunk = new Resizer(ResizeMode.SQUISH, new ImageSize(8, 8)).apply(new Pixels(64, 64, stripes));

        assertThat(shrunk).isEqualTo(Pictures.flat(8, 8, 100, 100, 100));
    }

    @Test
    void anUnknownModeNamesTheKnownOnes() {
        assertThat(ResizeMode.parse(" Crop ")).isEqualTo(ResizeMode.CROP);
        assertThatThrownBy(() -> ResizeMode.parse("stretch"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("squish, crop, pad");
    }
}
