package io.drydock.image.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.drydock.core.random.RandomStream;
import java.util.DoubleSummaryStatistics;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Draws many views and holds them against fast.ai's table. */
class ArticleRangesTest {
    private static final int DRAWS = 4000;

    private final Augmentation article = Augmentation.ARTICLE;

    @Test
    void halfOfTheViewsAreMirrored() {
        assertThat(shareChanged(random -> article.flip().draw(random).values()[0]))
                .isCloseTo(0.5, within(0.03));
    }

    @Test
    void threeInFourAreTurnedUpToTenDegrees() {
        ToDoubleFunction<RandomStream> degrees = random ->
                Math.toDegrees(Math.asin(article.rotation().draw(random, 1).values()[3]));

        DoubleSummaryStatistics drawn = statistics(degrees);

        assertThat(drawn.getMin()).isBetween(-10.0, -9.9);
        assertThat(drawn.getMax()).isBetween(9.9, 10.0);
        assertThat(1 - share(degrees, 0)).isCloseTo(0.75, within(0.03));
    }

    @Test
    void threeInFourAreMagnifiedUpToATenth() {
        ToDoubleFunction<RandomStream> scale =
                random -> 1 / article.zoom().draw(random).values()[0];

        assertThat(statistics(scale).getMin()).isEqualTo(1);
        assertThat(statistics(scale).getMax()).isBetween(1.099, 1.1);
        assertThat(1 - share(scale, 1)).isCloseTo(0.75, within(0.03));
    }

    @Test
    void threeInFourAreWarped() {
        ToDoubleFunction<RandomStream> perspective =
                random -> article.warp().draw(random).values()[6];

        assertThat(1 - share(perspective, 0)).isCloseTo(0.75, within(0.03));
    }

    @Test
    void brightnessMovesMiddleGrayFromTwoToThreeFifths() {
        LogitLighting brightness = new LogitLighting(0.1, 1, 0.75);
        ToDoubleFunction<RandomStream> middle =
                random -> brightness.draw(random).of(0.5);

        assertThat(statistics(middle).getMin()).isBetween(0.4, 0.401);
        assertThat(statistics(middle).getMax()).isBetween(0.599, 0.6);
        assertThat(1 - share(middle, 0.5)).isCloseTo(0.75, within(0.03));
    }

    @Test
    void contrastMultipliesTheLogit() {
        LogitLighting contrast = new LogitLighting(0, 1.25, 0.75);
        ToDoubleFunction<RandomStream> logit = random -> {
            double value = contrast.draw(random).of(1 / (1 + Math.exp(-1)));
            return Math.log(value / (1 - value));
        };

        assertThat(statistics(logit).getMin()).isBetween(0.8, 0.802);
        assertThat(statistics(logit).getMax()).isBetween(1.248, 1.25);
    }

    @Test
    void aToneTableIsMonotonicAndKeepsItsEnds() {
        byte[] table =
                article.logit().draw(RandomStream.of(1, "augmentation", 3)).table(ToneCurve.IDENTITY);

        for (int i = 1; i < 256; i++) {
            assertThat(table[i] & 0xFF).isGreaterThanOrEqualTo(table[i - 1] & 0xFF);
        }
        assertThat(table[0] & 0xFF).isLessThan(3);
        assertThat(table[255] & 0xFF).isGreaterThan(252);
    }

    private static double shareChanged(ToDoubleFunction<RandomStream> drawn) {
        return share(drawn, -1);
    }

    private static double share(ToDoubleFunction<RandomStream> drawn, double value) {
        int count = 0;
        for (int i = 0; i < DRAWS; i++) {
            count += Math.abs(drawn.applyAsDouble(RandomStream.of(5, "augmentation", i)) - value) < 1e-12 ? 1 : 0;
        }
        return (double) count / DRAWS;
    }

    private static DoubleSummaryStatistics statistics(ToDoubleFunction<RandomStream> drawn) {
        DoubleSummaryStatistics statistics = new DoubleSummaryStatistics();
        for (int i = 0; i < DRAWS; i++) {
            statistics.accept(drawn.applyAsDouble(RandomStream.of(5, "augmentation", i)));
        }
        return statistics;
    }
}
