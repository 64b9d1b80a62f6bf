package io.drydock.explore.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.drydock.core.data.ImageSize;
import io.drydock.image.decode.ImageDecoder;
import io.drydock.image.decode.Pixels;
import io.drydock.image.encode.ImageEncoder;
import io.drydock.image.hash.GrayTile;
import io.drydock.image.hash.Orientation;
import io.drydock.image.resize.ResizeMode;
import io.drydock.image.resize.Resizer;
import io.drydock.sample.ShipPictures;
import io.drydock.sample.ShipType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NearDuplicatesTest {
    private static final ShipType[] TYPES = ShipType.values();
    private static final float[][] NO_FEATURES = {};

    @Test
    void differentShipsAreNoCopies() {
        assertThat(new NearDuplicates().pairs(ships(60), NO_FEATURES)).isEmpty();
    }

    @Test
    void aCopyIsFoundHoweverItIsCompressedResizedOrTurned() {
        List<GrayTile> tiles = ships(40);
        Pixels ship = ship(7);
        tiles.add(GrayTile.of(
                new ImageDecoder().decode(ImageEncoder.jpeg(ship, 30)).pixels()));
        tiles.add(GrayTile.of(new Resizer(ResizeMode.SQUISH, new ImageSize(70, 105)).apply(ship)));
        for (Orientation orientation : Orientation.values()) {
            tiles.add(turned(tiles.get(7), orientation));
        }

        List<CopyPair> found = new NearDuplicates().pairs(tiles, NO_FEATURES);

        assertThat(found)
                .allSatisfy(pair ->
                        assertThat(pair.first() == 7 || pair.first() >= 40).isTrue());
        assertThat(found.stream().filter(pair -> pair.first() == 7).map(CopyPair::second))
                .contains(40, 41, 42, 43, 44, 45, 46, 47, 48, 49);
        assertThat(found.stream()
                        .filter(pair -> pair.first() == 7 && pair.second() >= 42)
                        .map(CopyPair::orientation))
                .containsExactlyInAnyOrder(Orientation.values());
    }

    @Test
    void aCropIsLaidOverItsOriginal() {
        Pixels ship = ship(11);
        Pixels crop = crop(ship, 0.06, 0.04);

        Match match = NearDuplicates.compare(GrayTile.of(ship), GrayTile.of(crop), Orientation.UPRIGHT)
                .orElseThrow();

        assertThat(new NearDuplicates().isCopy(match)).isTrue();
        assertThat(match.scale()).isCloseTo(0.9, within(0.02));
        assertThat(match.degrees()).isCloseTo(0, within(0.5));
        assertThat(match.reversed().scale()).isCloseTo(1 / 0.9, within(0.03));
    }

    @Test
    void aFrameAndAMarkDoNotHideACopy() {
        Pixels ship = ship(12);

        Match framed = NearDuplicates.compare(GrayTile.of(ship), GrayTile.of(framed(ship, 8)), Orientation.UPRIGHT)
                .orElseThrow();
        Match marked = NearDuplicates.compare(GrayTile.of(ship), GrayTile.of(marked(ship)), Orientation.UPRIGHT)
                .orElseThrow();

        assertThat(new NearDuplicates().isCopy(framed)).isTrue();
        assertThat(framed.overlap()).isLessThan(0.95);
        assertThat(new NearDuplicates().isCopy(marked)).isTrue();
        assertThat(marked.agreeing()).isLessThan(1);
    }

    private static List<GrayTile> ships(int count) {
        List<GrayTile> tiles = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            tiles.add(GrayTile.of(ship(i)));
        }
        return tiles;
    }

    private static Pixels ship(int seed) {
        return new ImageDecoder()
                .decode(ShipPictures.jpeg(TYPES[seed % TYPES.length], seed))
                .pixels();
    }

    private static GrayTile turned(GrayTile tile, Orientation orientation) {
        float[] values = tile.turned(orientation, GrayTile.SIDE);
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Math.round(values[i]);
        }
        return new GrayTile(bytes);
    }

    private static Pixels crop(Pixels picture, double before, double after) {
        int top = (int) Math.round(before * picture.height());
        int left = (int) Math.round(before * picture.width());
        int height = picture.height() - top - (int) Math.round(after * picture.height());
        int width = picture.width() - left - (int) Math.round(after * picture.width());
        byte[] rgb = new byte[height * width * 3];
        for (int row = 0; row < height; row++) {
            System.arraycopy(
                    picture.rgb(), ((row + top) * picture.width() + left) * 3, rgb, row * width * 3, width * 3);
        }
        return new Pixels(height, width, rgb);
    }

    private static Pixels framed(Pixels picture, int px) {
        int width = picture.width() + 2 * px;
        byte[] rgb = new byte[(picture.height() + 2 * px) * width * 3];
        for (int row = 0; row < picture.height(); row++) {
            System.arraycopy(
                    picture.rgb(), row * picture.width() * 3, rgb, ((row + px) * width + px) * 3, picture.width() * 3);
        }
        return new Pixels(picture.height() + 2 * px, width, rgb);
    }

    /** A white bar over the middle third of a few rows, as a line of text would be. */
    private static Pixels marked(Pixels picture) {
        byte[] rgb = picture.rgb().clone();
        for (int row = picture.height() / 2; row < picture.height() / 2 + 12; row++) {
            for (int column = picture.width() / 3; column < picture.width() * 2 / 3; column++) {
                for (int channel = 0; channel < 3; channel++) {
                    rgb[(row * picture.width() + column) * 3 + channel] = (byte) 255;
                }
            }
        }
        return new Pixels(picture.height(), picture.width(), rgb);
    }
}
