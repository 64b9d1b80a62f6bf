package io.drydock.image.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.drydock.image.Pictures;
import io.drydock.image.decode.ImageDecoder;
import io.drydock.image.decode.Pixels;
import io.drydock.image.encode.ImageEncoder;
import io.drydock.sample.ShipType;
import org.junit.jupiter.api.Test;

class BorderAndTintTest {
    private final Pixels ship = Pictures.ship(ShipType.TANKERS, 2, 120, 180);

    @Test
    void barsOfOneColorAreMeasuredThroughCompression() {
        Pixels framed = framed(ship, 8, 8, 250);
        Pixels compressed =
                new ImageDecoder().decode(ImageEncoder.jpeg(framed, 80)).pixels();

        assertThat(PixelChecks.of(ship).border()).isZero();
        assertThat(PixelChecks.of(framed).border()).isCloseTo(share(8, 8), within(0.01));
        assertThat(PixelChecks.of(compressed).border()).isCloseTo(share(8, 8), within(0.03));
        assertThat(PixelChecks.of(framed(ship, 12, 0, 0)).border()).isCloseTo(share(12, 0), within(0.01));
    }

    @Test
    void aPlainPictureHasNoBorder() {
        assertThat(PixelChecks.of(Pictures.flat(40, 60, 200, 200, 200)).border())
                .isZero();
    }

    @Test
    void sepiaHasOneColorForEachBrightnessAndAPhotographMany() {
        byte[] sepia = new byte[ship.rgb().length];
        for (int at = 0; at < sepia.length; at += 3) {
            int gray = (ship.rgb()[at] & 0xFF) * 3 / 4;
            sepia[at] = (byte) Math.min(255, gray + 45);
            sepia[at + 1] = (byte) Math.min(255, gray + 20);
            sepia[at + 2] = (byte) gray;
        }
        PixelChecks toned = PixelChecks.of(new Pixels(ship.height(), ship.width(), sepia));

        assertThat(toned.looksGray()).isFalse();
        assertThat(toned.tint()).isLessThan(2);
        assertThat(PixelChecks.of(ship).tint()).isGreaterThan(6);
    }

    private static double share(int rows, int columns) {
        return 1 - 120.0 * 180 / ((120 + 2 * rows) * (180 + 2 * columns));
    }

    private static Pixels framed(Pixels picture, int rows, int columns, int gray) {
        int height = picture.height() + 2 * rows;
        int width = picture.width() + 2 * columns;
        byte[] rgb = new byte[height * width * 3];
        java.util.Arrays.fill(rgb, (byte) gray);
        for (int row = 0; row < picture.height(); row++) {
            System.arraycopy(
                    picture.rgb(),
                    row * picture.width() * 3,
                    rgb,
                    ((row + rows) * width + columns) * 3,
                    picture.width() * 3);
        }
        return new Pixels(height, width, rgb);
    }
}
