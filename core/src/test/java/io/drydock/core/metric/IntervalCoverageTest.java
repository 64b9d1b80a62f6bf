package io.drydock.core.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.drydock.core.predict.Probabilities;
import io.drydock.core.random.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether intervals hold the truth as often as they say, over many sets drawn from a known one. */
class IntervalCoverageTest {
    private static final int SETS = 300;
    private static final int DRAWS = 300;
    /** .95 promised, .93 required, and what 300 sets leave to chance. */
    private static final double LEAST = .93 - .01;

    @Test
    void fiveOfFiveRightIsNotCertainty() {
        Scores scores =
                scores(IntStream.range(0, 5).toArray(), IntStream.range(0, 5).toArray(), 5);

        assertThat(scores.accuracy()).isEqualTo(ShareInterval.of(5, 5));
        assertThat(scores.accuracy().low()).isCloseTo(.511, within(.001));
        assertThat(scores.accuracy().high()).isEqualTo(1);
        assertThat(scores.weightedF1().low()).isBetween(.2, .7);
        assertThat(scores.macroF1().low()).isBetween(.2, .7);
        assertThat(scores.classes().get(0).f1().low()).isLessThan(.5);
        assertThat(scores.logLoss().high()).isGreaterThan(scores.logLoss().value());
        Scores wrong = scores(new int[] {0, 0, 0}, new int[] {1, 1, 1}, 2);
        assertThat(wrong.accuracy().low()).isZero();
        assertThat(wrong.accuracy().high()).isCloseTo(.618, within(.001));
        assertThat(wrong.weightedF1().high()).isGreaterThan(.2);
    }

    @ParameterizedTest
    @CsvSource({
        "2, even, .976, 30", "5, even, .976, 30", "5, even, .9, 30", "5, skewed, .976, 30", "5, skewed, .9, 30",
        "5, even, .7, 60", "2, skewed, .9, 30", "20, even, .9, 100", "20, skewed, .9, 100", "5, even, .95, 300",
        "5, even, .7, 30", "2, even, .9, 80"
    })
    void intervalsHoldTheTruth(int classes, String shares, double right, int n) {
        double[][] world = world(classes, shares.equals("even"), right);
        Map<String, Integer> held = new LinkedHashMap<>();
        for (int set = 0; set < SETS; set++) {
            RandomStream random = RandomStream.of(set, "coverage", classes, n);
            int[] labels = new int[n];
            int[] answers = new int[n];
            for (int i = 0; i < n; i++) {
                int cell = drawn(world, random);
                labels[i] = cell / classes;
                answers[i] = cell % classes;
            }
            Scores scores = scores(labels, answers, classes);
            boolean[] present = new boolean[classes];
            for (int c = 0; c < classes; c++) {
                present[c] = scores.confusion().support(c) + scores.confusion().predictions(c) > 0;
            }
            ConfusionDraws.Sums truth = sums(world);
            count(held, "accuracy", scores.accuracy(), right(world));
            count(held, "weighted F1", scores.weightedF1(), truth.weightedF1());
            count(held, "macro F1", scores.macroF1(), truth.macroF1(present));
            count(held, "F1 of a class", scores.classes().get(0).f1(), f1(world, 0));
            if (n / classes >= 30) {
                count(held, "recall of a class", scores.classes().get(0).recall(), recall(world, 0));
            }
        }
        assertThat(held)
                .allSatisfy((name, times) -> assertThat(times / (double) SETS)
                        .as("%s, %d classes %s, %.3f right, n %d", name, classes, shares, right, n)
                        .isGreaterThanOrEqualTo(LEAST));
    }

    @ParameterizedTest
    @CsvSource({"2, 1, 30", "5, 1, 30", "5, .5, 30", "12, 1, 100"})
    void theIntervalOfTheLogLossHoldsTheTruth(double sharpness, double temper, int n) {
        double truth = 0;
        int large = 40_000;
        RandomStream world = RandomStream.of(7, "log loss");
        for (int i = 0; i < large; i++) {
            double[] p = drawn(world, sharpness);
            truth += Losses.of(tempered(p, temper)[pick(p, world)]) / large;
        }
        int held = 0;
        for (int set = 0; set < SETS; set++) {
            RandomStream random = RandomStream.of(set, "log loss");
            double[][] rows = new double[n][];
            int[] labels = new int[n];
            for (int i = 0; i < n; i++) {
                double[] p = drawn(random, sharpness);
                labels[i] = pick(p, random);
                rows[i] = tempered(p, temper);
            }
            Measured loss = LossDraws.mean(labels, probabilities(rows), set, DRAWS);
            held += loss.low() <= truth && loss.high() >= truth ? 1 : 0;
        }
        assertThat(held / (double) SETS).isGreaterThanOrEqualTo(LEAST);
    }

    @ParameterizedTest
    @CsvSource({".976, .976, 30", ".9, .9, 30", ".9, .8, 30", ".95, .9, 200", ".97, .97, 60"})
    void theIntervalOfADifferenceHoldsTheTruth(double first, double second, int n) {
        int classes = 5;
        int held = 0;
        int points = 0;
        int rejected = 0;
        for (int set = 0; set < SETS; set++) {
            RandomStream random = RandomStream.of(set, "paired", n);
            int[] labels = new int[n];
            double[][] one = new double[n][];
            double[][] other = new double[n][];
            for (int i = 0; i < n; i++) {
                labels[i] = random.nextInt(classes);
                double hard = random.nextDouble();
                double own = random.chance(.7) ? hard : random.nextDouble();
                one[i] = row(hard < first ? labels[i] : wrong(labels[i], classes, random), classes, .8);
                other[i] = row(own < second ? labels[i] : wrong(labels[i], classes, random), classes, .7);
            }
            PairedBootstrap paired = PairedBootstrap.of(labels, probabilities(one), probabilities(other), set, DRAWS);
            Measured difference = paired.difference();
            rejected += paired.pValue() < .05 ? 1 : 0;
            double truth = second - first;
            held += difference.low() <= truth && difference.high() >= truth ? 1 : 0;
            points += difference.low() == difference.high() ? 1 : 0;
        }
        assertThat(points).isZero();
        if (first == second) {
            assertThat(rejected / (double) SETS).isLessThan(.07);
        }
        assertThat(held / (double) SETS).isGreaterThanOrEqualTo(LEAST);
    }

    private static void count(Map<String, Integer> held, String name, Measured interval, double truth) {
        assertThat(interval.low()).isLessThanOrEqualTo(interval.value());
        assertThat(interval.high()).isGreaterThanOrEqualTo(interval.value());
        held.merge(name, interval.low() <= truth + 1e-12 && interval.high() >= truth - 1e-12 ? 1 : 0, Integer::sum);
    }

    /** Shares of each (label, answer), errors spread over the other classes by their share. */
    private static double[][] world(int classes, boolean even, double right) {
        double[] shares = IntStream.range(0, classes)
                .mapToDouble(c -> even ? 1 : Math.pow(classes > 10 ? .8 : .5, c))
                .toArray();
        double sum = Arrays.stream(shares).sum();
        double[][] world = new double[classes][classes];
        for (int i = 0; i < classes; i++) {
            for (int j = 0; j < classes; j++) {
                world[i][j] = shares[i] / sum * (i == j ? right : (1 - right) * shares[j] / (sum - shares[i]));
            }
        }
        return world;
    }

    private static ConfusionDraws.Sums sums(double[][] world) {
        ConfusionDraws.Sums sums = new ConfusionDraws.Sums(world.length);
        for (int i = 0; i < world.length; i++) {
            for (int j = 0; j < world.length; j++) {
                sums.add(i, j, world[i][j]);
            }
        }
        return sums;
    }

    private static double right(double[][] world) {
        return IntStream.range(0, world.length).mapToDouble(c -> world[c][c]).sum();
    }

    private static double recall(double[][] world, int c) {
        return world[c][c] / Arrays.stream(world[c]).sum();
    }

    private static double f1(double[][] world, int c) {
        double column = Arrays.stream(world).mapToDouble(row -> row[c]).sum();
        return 2 * world[c][c] / (Arrays.stream(world[c]).sum() + column);
    }

    private static int drawn(double[][] world, RandomStream random) {
        double at = random.nextDouble();
        for (int i = 0; i < world.length; i++) {
            for (int j = 0; j < world.length; j++) {
                at -= world[i][j];
                if (at < 0) {
                    return i * world.length + j;
                }
            }
        }
        return 0;
    }

    private static double[] drawn(RandomStream random, double sharpness) {
        double[] p = IntStream.range(0, 5)
                .mapToDouble(c -> Math.exp(sharpness * random.nextGaussian()))
                .toArray();
        double sum = Arrays.stream(p).sum();
        return Arrays.stream(p).map(value -> value / sum).toArray();
    }

    private static double[] tempered(double[] p, double temper) {
        double[] q = Arrays.stream(p).map(value -> Math.pow(value, 1 / temper)).toArray();
        double sum = Arrays.stream(q).sum();
        return Arrays.stream(q).map(value -> value / sum).toArray();
    }

    private static int pick(double[] p, RandomStream random) {
        double at = random.nextDouble();
        for (int c = 0; c < p.length; c++) {
            at -= p[c];
            if (at < 0) {
                return c;
            }
        }
        return p.length - 1;
    }

    private static int wrong(int label, int classes, RandomStream random) {
        return (label + 1 + random.nextInt(classes - 1)) % classes;
    }

    private static double[] row(int answer, int classes, double sure) {
        double[] row = new double[classes];
        Arrays.fill(row, (1 - sure) / (classes - 1));
        row[answer] = sure;
        return row;
    }

    private static Scores scores(int[] labels, int[] answers, int classes) {
        Function<Integer, double[]> sure = answer -> row(answer, classes, .9);
        return Scores.of(
                labels, probabilities(Arrays.stream(answers).boxed().map(sure).toArray(double[][]::new)), 1, DRAWS);
    }

    private static Probabilities probabilities(double[][] rows) {
        List<String> images = new ArrayList<>();
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            images.add(i + ".jpg");
        }
        for (int c = 0; c < rows[0].length; c++) {
            codes.add(String.valueOf(c));
        }
        return new Probabilities(images, codes, rows);
    }
}
