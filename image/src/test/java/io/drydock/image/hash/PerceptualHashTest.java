package io.drydock.image.hash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.drydock.image.Pictures;
import io.drydock.sample.ShipType;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PerceptualHashTest {
    private final GrayTile ship = GrayTile.of(Pictures.ship(ShipType.CARGO, 3, 140, 210));

    @Test
    void aMirroredPictureHasTheSameCoefficientsWithOtherSigns() {
        float[] upright = PerceptualHash.of(ship).coefficients();
        float[] mirrored = PerceptualHash.of(turned(Orientation.FLIPPED)).coefficients();

        for (int u = 0; u < PerceptualHash.SIDE; u++) {
            for (int v = 0; v < PerceptualHash.SIDE; v++) {
                int at = u * PerceptualHash.SIDE + v;
                assertThat(mirrored[at]).isCloseTo(v % 2 == 0 ? upright[at] : -upright[at], within(0.1f));
            }
        }
    }

    @Test
    void aTransposedPictureHasTheSameCoefficientsInOtherPlaces() {
        float[] upright = PerceptualHash.of(ship).coefficients();
        float[] transposed = PerceptualHash.of(turned(Orientation.TRANSPOSED)).coefficients();

        for (int u = 0; u < PerceptualHash.SIDE; u++) {
            for (int v = 0; v < PerceptualHash.SIDE; v++) {
                assertThat(transposed[u * PerceptualHash.SIDE + v])
                        .isCloseTo(upright[v * PerceptualHash.SIDE + u], within(0.1f));
            }
        }
    }

    @Test
    void everyOrientationIsUndoneByItsInverse() {
        Set<Orientation> all = EnumSet.allOf(Orientation.class);

        assertThat(all).allSatisfy(orientation -> {
            GrayTile back = turned(turned(ship, orientation), orientation.inverse());
            assertThat(back).isEqualTo(ship);
        });
        assertThat(Orientation.QUARTER_TURN.inverse()).isEqualTo(Orientation.THREE_QUARTER_TURN);
    }

    @Test
    void aQuarterTurnBringsTheLowerLeftCornerToTheUpperLeft() {
        byte[] corner = new byte[GrayTile.SIZE];
        corner[(GrayTile.SIDE - 1) * GrayTile.SIDE] = 100;

        float[] quarter = new GrayTile(corner).turned(Orientation.QUARTER_TURN, GrayTile.SIDE);

        assertThat(quarter[0]).isEqualTo(100);
    }

    private GrayTile turned(Orientation orientation) {
        return turned(ship, orientation);
    }

    private static GrayTile turned(GrayTile tile, Orientation orientation) {
        float[] values = tile.turned(orientation, GrayTile.SIDE);
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Math.round(values[i]);
        }
        return new GrayTile(bytes);
    }
}
