package io.drydock.image.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.drydock.core.random.RandomStream;
import io.drydock.image.decode.Pixels;
import org.junit.jupiter.api.Test;

class CompositeTest {
    private static final int HEIGHT = 60;
    private static final int WIDTH = 90;

    @Test
    void everyCompositeHasTheSizeOfItsPictureAndIsTheSameEachTime() {
        for (Composite kind : Composite.values()) {
            Pixels made = kind.of(subject(200), subject(20), RandomStream.of(3, "test"));

            assertThat(made.size()).isEqualTo(subject(200).size());
            assertThat(made).isEqualTo(kind.of(subject(200), subject(20), RandomStream.of(3, "test")));
            assertThat(made).isNotEqualTo(kind.of(subject(200), subject(20), RandomStream.of(4, "test")));
        }
    }

    @Test
    void twoSubjectsStandInOnePictureAndOnlyOneInItsCounterpart() {
        for (int seed = 0; seed < 20; seed++) {
            Pixels both = Composite.SEVERAL.of(subject(200), subject(20), RandomStream.of(seed, "test"));
            Pixels one = Composite.NOT_SEVERAL.of(subject(200), subject(20), RandomStream.of(seed, "test"));

            assertThat(share(both, 150, 255)).isGreaterThan(0.01);
            assertThat(share(both, 0, 60)).isGreaterThan(0.01);
            assertThat(share(one, 150, 255)).isGreaterThan(0.01);
            assertThat(share(one, 0, 60)).isLessThan(0.001);
        }
    }

    /** A block of one gray in the middle fifth of a gray sheet. */
    private static Pixels subject(int level) {
        byte[] rgb = new byte[HEIGHT * WIDTH * 3];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                boolean inside = Math.abs(y - HEIGHT / 2) < HEIGHT / 4 && Math.abs(x - WIDTH / 2) < WIDTH / 4;
                for (int c = 0; c < 3; c++) {
                    rgb[(y * WIDTH + x) * 3 + c] = (byte) (inside ? level : 100);
                }
            }
        }
        return new Pixels(HEIGHT, WIDTH, rgb);
    }

    private static double share(Pixels pixels, int low, int high) {
        int count = 0;
        for (int y = 0; y < pixels.height(); y++) {
            for (int x = 0; x < pixels.width(); x++) {
                count += pixels.at(y, x, 0) >= low && pixels.at(y, x, 0) <= high ? 1 : 0;
            }
        }
        return (double) count / (pixels.height() * pixels.width());
    }
}
