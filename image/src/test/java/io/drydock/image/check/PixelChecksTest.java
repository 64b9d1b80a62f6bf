package io.drydock.image.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.drydock.core.data.ImageSize;
import io.drydock.image.Pictures;
import io.drydock.image.decode.Pixels;
import io.drydock.image.resize.ResizeMode;
import io.drydock.image.resize.Resizer;
import io.drydock.sample.ShipType;
import org.junit.jupiter.api.Test;

class PixelChecksTest {
    @Test
    void plainPicturesHaveTheirBrightnessAndNothingElse() {
        PixelChecks white = PixelChecks.of(Pictures.flat(20, 30, 255, 255, 255));
        PixelChecks black = PixelChecks.of(Pictures.flat(20, 30, 0, 0, 0));

        assertThat(white.light()).isCloseTo(1, within(1e-3));
        assertThat(black.dark()).isZero();
        assertThat(white.entropy()).isZero();
        assertThat(white.sharpness()).isZero();
        assertThat(white.exactlyGray()).isTrue();
    }

    @Test
    void brightnessWeighsGreenMost() {
        assertThat(PixelChecks.of(Pictures.flat(4, 4, 0, 255, 0)).meanBrightness())
                .isCloseTo(Math.sqrt(0.691), within(2e-3));
        assertThat(PixelChecks.of(Pictures.flat(4, 4, 255, 0, 0)).meanBrightness())
                .isCloseTo(Math.sqrt(0.241), within(2e-3));
    }

    @Test
    void fourEqualColorsHoldTwoBits() {
        assertThat(PixelChecks.of(Pictures.quarters(40, 60)).entropy()).isCloseTo(2, within(1e-9));
    }

    @Test
    void almostGrayCountsAsGrayButNotAsExactlyGray() {
        PixelChecks tinted = PixelChecks.of(Pictures.flat(10, 10, 120, 125, 130));

        assertThat(tinted.channelSpread()).isEqualTo(10);
        assertThat(tinted.looksGray()).isTrue();
        assertThat(tinted.exactlyGray()).isFalse();
    }

    @Test
    void aBlurredShipIsLessSharp() {
        Pixels ship = Pictures.ship(ShipType.CRUISE, 4, 140, 210);
        Pixels small = new Resizer(ResizeMode.SQUISH, new ImageSize(14, 21)).apply(ship);
        Pixels blurred = new Resizer(ResizeMode.SQUISH, new ImageSize(140, 210)).apply(small);

        assertThat(PixelChecks.of(blurred).sharpness())
                .isLessThan(0.6 * PixelChecks.of(ship).sharpness());
    }
}
