package io.drydock.image.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.drydock.core.data.ImageSize;
import io.drydock.core.error.ConfigException;
import io.drydock.core.random.RandomStream;
import io.drydock.image.Pictures;
import io.drydock.image.decode.Pixels;
import io.drydock.sample.ShipType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every augmentation keeps to, and what single ranges do. */
class AugmenterTest {
    private static final ImageSize SIZE = new ImageSize(140, 210);
    private static final Pixels SHIP = Pictures.ship(ShipType.CARGO, 3, 140, 210);

    static List<Augmentation> augmentations() {
        return List.of(
                Augmentation.NONE,
                Augmentation.ARTICLE,
                Augmentation.STRONG,
                Augmentation.ARTICLE
                        .with(new Flip(1, true))
                        .with(new Zoom(1, 2, 1))
                        .with(new Warp(0.5, 1)));
    }

    @ParameterizedTest
    @MethodSource("augmentations")
    void aViewDependsOnPictureAndStreamOnlyWhateverTheThread(Augmentation augmentation) {
        Augmenter augmenter = new Augmenter(augmentation, SIZE);
        List<Pixels> alone = IntStream.range(0, 40)
                .mapToObj(i -> augmenter.view(SHIP, stream(i)))
                .toList();

        List<Pixels> together = IntStream.range(0, 40)
                .parallel()
                .mapToObj(i -> augmenter.view(SHIP, stream(i)))
                .toList();

        assertThat(together).isEqualTo(alone);
    }

    @ParameterizedTest
    @MethodSource("augmentations")
    void aViewHasTheSizeAndLeavesThePictureAlone(Augmentation augmentation) {
        Augmenter augmenter = new Augmenter(augmentation, new ImageSize(64, 96));
        byte[] before = SHIP.rgb().clone();

        Pixels view = augmenter.view(SHIP, stream(1));

        assertThat(view.size()).isEqualTo(new ImageSize(64, 96));
        assertThat(view.rgb()).isNotSameAs(SHIP.rgb());
        assertThat(SHIP.rgb()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("augmentations")
    void aPlainPictureStaysPlainExceptForLightAndErasing(Augmentation augmentation) {
        Augmenter augmenter = new Augmenter(augmentation.with(Erasing.NONE), SIZE);
        Pixels plain = Pictures.flat(140, 210, 120, 120, 120);

        for (int i = 0; i < 20; i++) {
            Set<Integer> values = new HashSet<>();
            for (byte value : augmenter.view(plain, stream(i)).rgb()) {
                values.add(value & 0xFF);
            }
            assertThat(values).as("reflection leaves no black corners").hasSize(1);
        }
    }

    @Test
    void withoutRangesTheViewIsThePicture() {
        assertThat(new Augmenter(Augmentation.NONE, SIZE).view(SHIP, stream(0))).isEqualTo(SHIP);
    }

    @Test
    void aFlipMirrorsExactly() {
        Augmenter flip = new Augmenter(Augmentation.NONE.with(new Flip(1, false)), SIZE);

        Pixels mirrored = flip.view(SHIP, stream(0));

        for (int y = 0; y < 140; y += 7) {
            for (int x = 0; x < 210; x++) {
                assertThat(mirrored.at(y, x, 1)).isEqualTo(SHIP.at(y, 209 - x, 1));
            }
        }
        assertThat(flip.view(mirrored, stream(1))).isEqualTo(SHIP);
    }

    @Test
    void dihedralReachesAllEightOrientations() {
        Pixels square = Pictures.quarters(32, 32);
        byte[] corner = square.rgb().clone();
        corner[0] = 0;
        Pixels marked = new Pixels(32, 32, corner);
        Augmenter augmenter = new Augmenter(Augmentation.NONE.with(new Flip(1, true)), new ImageSize(32, 32));

        Set<Pixels> views = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            views.add(augmenter.view(marked, stream(i)));
        }

        assertThat(views).hasSize(8);
    }

    @Test
    void zoomShowsAPartOfThePicture() {
        Augmenter zoom = new Augmenter(Augmentation.NONE.with(new Zoom(2, 2, 1)), SIZE);
        Pixels quarters = Pictures.quarters(140, 210);

        Set<Integer> reds = new HashSet<>();
        for (int i = 0; i < 30; i++) {
            reds.add(zoom.view(quarters, stream(i)).at(70, 105, 0));
        }

        assertThat(reds).as("the middle of the view wanders over the picture").contains(220, 20);
    }

    @Test
    void aQuarterTurnDoesNotShear() {
        Homography turn = new Rotation(90, 1).draw(stream(4), 1.5);
        double[] square = turn.inPixels(140, 210, 140, 210).values();

        assertThat(Math.hypot(square[0], square[3])).isCloseTo(1, within(1e-9));
        assertThat(square[0] * square[1] + square[3] * square[4]).isCloseTo(0, within(1e-9));
    }

    @Test
    void warpMovesTheCornersAsFastAiDoes() {
        Homography warp = Homography.ofCorners(new double[] {-1.1, -1.2, -0.9, 1.2, 1.1, -0.95, 0.9, 0.95});

        double[] corner = image(warp, -1.1, -1.2);
        double[] other = image(warp, 0.9, 0.95);

        assertThat(corner).containsExactly(new double[] {-1, -1}, within(1e-9));
        assertThat(other).containsExactly(new double[] {1, 1}, within(1e-9));
    }

    @Test
    void erasingAndGrayscaleComeAsOftenAsAsked() {
        Augmenter augmenter =
                new Augmenter(Augmentation.NONE.withGrayscale(0.15).with(new Erasing(0.25, 0.1, 0.4)), SIZE);
        Pixels red = Pictures.flat(140, 210, 200, 0, 0);
        int gray = 0;
        int erased = 0;

        for (int i = 0; i < 1000; i++) {
            byte[] rgb = augmenter.view(red, stream(i)).rgb();
            boolean covered = false;
            boolean colorless = false;
            for (int at = 0; at < rgb.length; at += 3) {
                covered |= rgb[at] == 127;
                colorless |= rgb[at] == 67;
            }
            gray += colorless ? 1 : 0;
            erased += covered ? 1 : 0;
        }

        assertThat(gray).isBetween(115, 185);
        assertThat(erased).isBetween(210, 290);
    }

    @Test
    void rangesGuardThemselvesAndNameTheirKey() {
        assertThatThrownBy(() -> new Zoom(1.5, 1.2, 1))
                .isInstanceOf(ConfigException.class)
                .hasMessage("augmentation zoom min must not exceed max, were 1.5 and 1.2.");
        assertThatThrownBy(() -> new Flip(1.5, false)).hasMessageContaining("flip probability must lie in 0.0..1.0");
        assertThatThrownBy(() -> new LogitLighting(0.5, 1, 1)).hasMessageContaining("logit brightness");
    }

    private static double[] image(Homography map, double x, double y) {
        double[] v = map.values();
        double w = v[6] * x + v[7] * y + v[8];
        return new double[] {(v[0] * x + v[1] * y + v[2]) / w, (v[3] * x + v[4] * y + v[5]) / w};
    }

    private static RandomStream stream(int index) {
        return RandomStream.of(7, "augmentation", 1, index);
    }
}
