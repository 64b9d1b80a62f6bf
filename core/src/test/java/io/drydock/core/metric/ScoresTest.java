package io.drydock.core.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.drydock.core.error.DataException;
import io.drydock.core.predict.Probabilities;
import io.drydock.core.random.RandomStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoresTest {
    private static final List<String> CODES = List.of("1", "2", "5");

    @Test
    void lossCalibrationAndTopLossesAreTheHandComputedOnes() {
        Probabilities probabilities = probabilities(new double[][] {{.7, .2, .1}, {.1, .6, .3}, {.5, .3, .2}});
        int[] labels = {0, 1, 2};

        Scores scores = Scores.of(labels, probabilities);

        double expected = -(Math.log(.7) + Math.log(.6) + Math.log(.2)) / 3;
        assertThat(scores.logLoss().value()).isCloseTo(expected, within(1e-12));
        assertThat(scores.accuracy().value()).isEqualTo(2.0 / 3);
        assertThat(scores.calibrationError()).isCloseTo((.3 + .4 + .5) / 3, within(1e-12));
        assertThat(scores.classes()).extracting(ClassScore::code).isEqualTo(CODES);
        TopLosses.TopLoss worst = TopLosses.of(labels, probabilities, 2).get(0);
        assertThat(worst.image()).isEqualTo("2.jpg");
        assertThat(worst.predicted()).isZero();
        assertThat(worst.loss()).isCloseTo(-Math.log(.2), within(1e-12));
        assertThat(worst.pPredicted()).isCloseTo(.5, within(1e-12));
    }

    @Test
    void aCertainMistakeHasAFiniteLoss() {
        Probabilities certain = probabilities(new double[][] {{1, 0, 0}});

        assertThat(Losses.mean(new int[] {1}, certain)).isCloseTo(36.0437, within(1e-4));
    }

    @Test
    void theIntervalOfAnAccuracyIsAboutTheBinomialOne() {
        int n = 1000;
        double[][] rows = new double[n][];
        int[] labels = new int[n];
        for (int i = 0; i < n; i++) {
            rows[i] = new double[] {i < 900 ? .9 : .05, i < 900 ? .05 : .9, .05};
        }

        Scores scores = Scores.of(labels, probabilities(rows));

        double half = 1.96 * Math.sqrt(.9 * .1 / n);
        assertThat(scores.accuracy().value()).isEqualTo(.9);
        assertThat(scores.accuracy().low()).isCloseTo(.9 - half, within(.003));
        assertThat(scores.accuracy().high()).isCloseTo(.9 + half, within(.003));
        assertThat(scores.weightedF1().low()).isLessThan(scores.weightedF1().value());
    }

    @Test
    void theSameSeedGivesTheSameIntervals() {
        int[] labels = new int[300];
        Probabilities noisy = noisy(labels, 1, 0.6);

        assertThat(Scores.of(labels, noisy, 7, 500).weightedF1())
                .isEqualTo(Scores.of(labels, noisy, 7, 500).weightedF1());
        assertThat(Scores.of(labels, noisy, 8, 500).weightedF1())
                .isNotEqualTo(Scores.of(labels, noisy, 7, 500).weightedF1());
    }

    @Test
    void aBetterRunIsFoundBetter() {
        int[] labels = new int[600];
        Probabilities weak = noisy(labels, 1, 0.5);
        Probabilities strong = noisy(labels, 2, 0.9);

        PairedBootstrap compared = PairedBootstrap.of(labels, weak, strong);

        assertThat(compared.difference().value()).isPositive();
        assertThat(compared.difference().low()).isPositive();
        assertThat(compared.pValue()).isLessThan(0.01);
        assertThat(compared.onlySecondRight()).isGreaterThan(compared.onlyFirstRight());
        assertThat(compared.first().value())
                .isEqualTo(Scores.of(labels, weak).weightedF1().value());
    }

    @Test
    void aRunAgainstItselfDiffersByNothing() {
        int[] labels = new int[200];
        Probabilities run = noisy(labels, 1, 0.7);
        List<String> reversed = new ArrayList<>(run.images());
        Collections.reverse(reversed);

        PairedBootstrap compared = PairedBootstrap.of(labels, run, run.select(reversed));

        assertThat(compared.difference()).isEqualTo(Measured.exactly(0));
        assertThat(compared.pValue()).isEqualTo(1);
    }

    @Test
    void runsOnOtherImagesAreNotCompared() {
        Probabilities one = probabilities(new double[][] {{1, 0, 0}});
        Probabilities other = new Probabilities(List.of("x.jpg"), CODES, new double[][] {{1, 0, 0}});

        assertThatThrownBy(() -> PairedBootstrap.of(new int[] {0}, one, other))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("0.jpg");
        assertThatThrownBy(() -> Scores.of(new int[0], probabilities(new double[0][])))
                .isInstanceOf(DataException.class);
    }

    @Test
    void percentilesAreLinearBetweenValues() {
        assertThat(Bootstrap.percentile(new double[] {1, 2, 3, 4, 5}, 0.025)).isCloseTo(1.1, within(1e-12));
        assertThat(new Measured(.9251, .9064, .9432)).hasToString(".925 [.906, .943]");
    }

    private static Probabilities noisy(int[] labels, long seed, double skill) {
        RandomStream random = RandomStream.of(seed, "noisy");
        double[][] rows = new double[labels.length][];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = i % 3;
            int answer = random.chance(skill) ? labels[i] : random.nextInt(3);
            rows[i] = new double[] {.1, .1, .1};
            rows[i][answer] = .8;
        }
        return probabilities(rows);
    }

    private static Probabilities probabilities(double[][] rows) {
        List<String> images = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            images.add(i + ".jpg");
        }
        return new Probabilities(images, CODES, rows);
    }
}
