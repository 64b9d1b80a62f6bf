package io.drydock.core.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.drydock.core.metric.Measured;
import io.drydock.core.metric.Scores;
import io.drydock.core.random.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CrossFitTest {
    private static final List<String> CODES = List.of("1", "2", "3", "4", "5");
    private static final int SETS = 200;

    @Test
    void modelsThatKnowNothingScoreChanceAndNoMore() {
        double fitted = 0;
        double crossFitted = 0;
        int holds = 0;
        for (int set = 0; set < SETS; set++) {
            RandomStream random = RandomStream.of(set, "random models");
            int[] labels = labels(180);
            List<Probabilities> models = models(random, labels, 0, 0, 0, 0, 0, 0, 0, 0);
            Mix.Fit fit = new Mix.Fit();
            if (set < 40) {
                fitted += score(labels, fit.fit(models, labels, "").combine(models))
                                .value()
                        / 40;
            }
            Measured score = score(
                    labels,
                    fit.crossFit(models, labels, models.get(0).images(), "").probabilities());
            crossFitted += score.value() / SETS;
            holds += score.low() <= .2 && score.high() >= .2 ? 1 : 0;
        }
        assertThat(fitted).isGreaterThan(.22);
        assertThat(crossFitted).isCloseTo(.2, within(.008));
        assertThat(holds).isGreaterThanOrEqualTo((int) (.93 * SETS));
    }

    @Test
    void copiesOfAnImageAreLeftOutWithIt() {
        double apart = 0;
        double together = 0;
        int sets = 30;
        for (int set = 0; set < sets; set++) {
            RandomStream random = RandomStream.of(set, "copied images");
            int[] originals = labels(36);
            int[] labels = IntStream.range(0, 180).map(i -> originals[i / 5]).toArray();
            List<Probabilities> models = new ArrayList<>();
            for (Probabilities model : models(random, originals, 0, 0, 0, 0, 0, 0, 0, 0)) {
                double[][] rows =
                        IntStream.range(0, 180).mapToObj(i -> model.row(i / 5)).toArray(double[][]::new);
                models.add(new Probabilities(names(180), CODES, rows));
            }
            List<String> contents =
                    IntStream.range(0, 180).mapToObj(i -> "content " + i / 5).toList();
            Mix.Fit fit = new Mix.Fit();
            apart += score(labels, fit.crossFit(models, labels, names(180), "").probabilities())
                    .value();
            together += score(labels, fit.crossFit(models, labels, contents, "").probabilities())
                    .value();
        }
        assertThat(together / sets).isCloseTo(.2, within(.03));
        assertThat(apart / sets).isGreaterThan(together / sets + .05);
    }

    @Test
    void theBetterModelKeepsItsWeightAndItsScore() {
        RandomStream random = RandomStream.of(1, "one good model");
        int[] labels = labels(300);
        List<Probabilities> models = models(random, labels, .8, .1, .1);

        CrossFit fitted =
                new Mix.Fit().crossFit(models, labels, models.get(0).images(), "300 images of the valid part");

        double sum = fitted.weights().values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        assertThat(fitted.weights().values().get(0) / sum).isGreaterThan(.8);
        assertThat(score(labels, fitted.probabilities()).value())
                .isCloseTo(score(labels, models.get(0)).value(), within(.02));
        assertThat(fitted.folds()).isEqualTo(5);
        assertThat(fitted.weights().described())
                .contains("cross-fitted in 5 folds")
                .contains("300 images");
    }

    @Test
    void aFewImagesGiveWeightsToo() {
        int[] one = {2};
        List<Probabilities> models = models(RandomStream.of(2, "few"), one, .5, .5);

        CrossFit fitted = new Mix.Fit().crossFit(models, one, List.of("a"), "1 image");

        assertThat(fitted.weights().values()).containsExactly(.5, .5);
        assertThat(fitted.probabilities().size()).isEqualTo(1);
        int[] three = {0, 1, 2};
        assertThat(new Mix.Fit()
                        .crossFit(models(RandomStream.of(3, "few"), three, .9, .1), three, List.of("a", "b", "b"), "")
                        .folds())
                .isEqualTo(2);
    }

    private static Measured score(int[] labels, Probabilities probabilities) {
        return Scores.of(labels, probabilities, 1, 400).weightedF1();
    }

    private static int[] labels(int n) {
        return IntStream.range(0, n).map(i -> i % CODES.size()).toArray();
    }

    private static List<String> names(int n) {
        return IntStream.range(0, n).mapToObj(i -> i + ".jpg").toList();
    }

    /** Models that give the label {@code skill} of the probability more than chance would. */
    private static List<Probabilities> models(RandomStream random, int[] labels, double... skills) {
        List<Probabilities> models = new ArrayList<>();
        for (double skill : skills) {
            double[][] rows = new double[labels.length][CODES.size()];
            for (int i = 0; i < rows.length; i++) {
                double sum = 0;
                for (int c = 0; c < CODES.size(); c++) {
                    rows[i][c] = -Math.log(1 - random.nextDouble());
                    sum += rows[i][c];
                }
                for (int c = 0; c < CODES.size(); c++) {
                    rows[i][c] = (1 - skill) * rows[i][c] / sum;
                }
                rows[i][random.chance(skill) ? labels[i] : random.nextInt(CODES.size())] += skill;
                double whole = Arrays.stream(rows[i]).sum();
                for (int c = 0; c < CODES.size(); c++) {
                    rows[i][c] /= whole;
                }
            }
            models.add(new Probabilities(names(labels.length), CODES, rows));
        }
        return models;
    }
}
