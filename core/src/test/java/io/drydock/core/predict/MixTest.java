package io.drydock.core.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.drydock.core.error.ConfigException;
import io.drydock.core.error.DataException;
import io.drydock.core.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MixTest {
    private static final List<String> CODES = List.of("1", "2", "5");
    private static final List<String> IMAGES = List.of("a.jpg", "b.jpg");

    private final Probabilities first = of(new double[] {.8, .1, .1}, new double[] {.4, .5, .1});
    private final Probabilities second = of(new double[] {.2, .6, .2}, new double[] {.1, .8, .1});
    private final Probabilities third = of(new double[] {.1, .5, .4}, new double[] {.2, .2, .6});

    @Test
    void theMeanIsOfProbabilities() {
        Probabilities mixed = Mix.parse("mean").combine(List.of(first, second));

        assertThat(mixed.row(0)).containsExactly(new double[] {.5, .35, .15}, within(1e-12));
        assertThat(mixed.predictedCode(0)).isEqualTo("1");
    }

    @Test
    void weightsCountByTheirRatios() {
        Probabilities mixed = Mix.parse("2, 1").combine(List.of(first, second));

        assertThat(mixed.row(0)).containsExactly(new double[] {.6, .8 / 3, .4 / 3}, within(1e-12));
        assertThat(Mix.parse("4,2").combine(List.of(first, second)).row(0))
                .containsExactly(mixed.row(0), within(1e-12));
        assertThat(Mix.parse("2,1").described()).isEqualTo("weights 0.667, 0.333");
        assertThatThrownBy(() -> Mix.parse("2,1").combine(List.of(first)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("2 weights for 1 model.");
    }

    @Test
    void theMajorityWinsAVote() {
        Probabilities mixed = Mix.parse("vote").combine(List.of(first, second, third));

        assertThat(mixed.predictedCode(0)).isEqualTo("2");
        assertThat(mixed.at(0, 1)).isCloseTo(2.0 / 3, within(1e-5));
    }

    @Test
    void aTiedVoteGoesToTheLargerMeanProbability() {
        Probabilities sure = of(new double[] {.05, .05, .9}, new double[] {1, 0, 0});
        Probabilities unsure = of(new double[] {.4, .3, .3}, new double[] {1, 0, 0});

        assertThat(Mix.parse("vote").combine(List.of(unsure, sure)).predictedCode(0))
                .isEqualTo("5");
        assertThat(Mix.parse("vote").combine(List.of(sure, unsure)).predictedCode(0))
                .isEqualTo("5");
    }

    @Test
    void fittedWeightsHaveTheLeastLogLossAndSayWhatTheyWereFittedOn() {
        RandomStream random = RandomStream.of(3, "models");
        int n = 400;
        int[] labels = new int[n];
        List<Probabilities> models =
                List.of(model(random, labels, .9), model(random, labels, .75), model(random, labels, .4));

        Mix.Weights fitted = new Mix.Fit().fit(models, labels, n + " images of the valid part");

        double best = loss(fitted.combine(models), labels);
        assertThat(fitted.described()).contains("fitted on 400 images of the valid part");
        assertThat(fitted.values().stream().mapToDouble(Double::doubleValue).sum())
                .isCloseTo(1, within(1e-9));
        for (double a = 0; a <= 1.0001; a += 0.05) {
            for (double b = 0; a + b <= 1.0001; b += 0.05) {
                List<Double> weights = List.of(a, b, Math.max(0, 1 - a - b));
                Mix other = new Mix.Weights(weights, Optional.empty());
                assertThat(loss(other.combine(models), labels)).isGreaterThanOrEqualTo(best - 1e-7);
            }
        }
    }

    @Test
    void aUselessModelGetsNoWeight() {
        int[] labels = {0, 1};
        Probabilities right = of(new double[] {.9, .05, .05}, new double[] {.05, .9, .05});
        Probabilities wrong = of(new double[] {.05, .9, .05}, new double[] {.9, .05, .05});

        assertThat(new Mix.Fit()
                        .fit(List.of(right, wrong), labels, "2 images")
                        .values()
                        .get(0))
                .isCloseTo(1, within(1e-6));
        assertThatThrownBy(() -> Mix.parse("fit").combine(List.of(right))).isInstanceOf(ConfigException.class);
        assertThat(Mix.parse("fit").needsFitting()).isTrue();
    }

    @Test
    void rowsAreMatchedByImageNotByPosition() {
        Probabilities reversed = second.select(List.of("b.jpg", "a.jpg"));

        assertThat(Mix.parse("mean").combine(List.of(first, reversed)).row(0))
                .containsExactly(new double[] {.5, .35, .15}, within(1e-12));
    }

    @Test
    void whatCannotBeMixedIsRefused() {
        Probabilities otherImages =
                new Probabilities(List.of("a.jpg", "c.jpg"), CODES, new double[][] {{1, 0, 0}, {1, 0, 0}});
        Probabilities otherClasses =
                new Probabilities(IMAGES, List.of("1", "2", "3"), new double[][] {{1, 0, 0}, {1, 0, 0}});

        assertThatThrownBy(() -> Mix.parse("mean").combine(List.of(first, otherImages)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("b.jpg");
        assertThatThrownBy(() -> Mix.parse("mean").combine(List.of(first, otherClasses)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("same classes");
        assertThatThrownBy(() -> Mix.parse("maen"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("\"mean\"");
        assertThatThrownBy(() -> Mix.parse("0,0")).isInstanceOf(ConfigException.class);
        assertThatThrownBy(() -> Mix.parse("1,-1")).isInstanceOf(ConfigException.class);
    }

    private static double loss(Probabilities probabilities, int[] labels) {
        double sum = 0;
        for (int i = 0; i < labels.length; i++) {
            sum -= Math.log(probabilities.at(i, labels[i]));
        }
        return sum / labels.length;
    }

    private static Probabilities model(RandomStream random, int[] labels, double skill) {
        double[][] rows = new double[labels.length][];
        List<String> images = new ArrayList<>();
        for (int i = 0; i < labels.length; i++) {
            labels[i] = i % 3;
            images.add(i + ".jpg");
            int answer = random.chance(skill) ? labels[i] : random.nextInt(3);
            rows[i] = new double[] {.1, .1, .1};
            rows[i][answer] = .8;
        }
        return new Probabilities(images, CODES, rows);
    }

    private static Probabilities of(double[]... rows) {
        return new Probabilities(IMAGES, CODES, rows);
    }
}
