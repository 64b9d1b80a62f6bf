package io.drydock.explore.label;

import io.drydock.core.random.RandomStream;

/**
 * Share of wrong labels in each band of {@link SuspicionBands}, as a hidden Markov chain from the most to the least suspect:
 * its log odds follow those of the noise model, {@link Shape#drift} of each step, and stray from them by a normal step. The
 * exact posterior given the verdicts comes from one pass forward; paths are drawn backward (Fruehwirth-Schnatter, 1994). For one
 * thread at a time.
 */
final class HitRates {
    private static final double STEP = 0.3;
    private static final double LOWEST = -9.6;
    private static final int STATES = 53;
    /** Variance of every step, whatever the bands are like. */
    private static final double STRAY = 0.03;

    private static final double START_DEVIATION = 3;
    private static final double START_SHARE = 0.5;

    /**
     * How a chain moves.
     *
     * @param drift share of the noise model's change of log odds that the rate takes over
     * @param jump variance of a step between bands, for each unit by which their doubt differs
     * @param floor share of wrong labels that no score sees
     * @param weight belief in it before any verdict
     */
    record Shape(double drift, double jump, double floor, double weight) {}

    private final SuspicionBands bands;
    private final double[] rates = new double[STATES];
    private final double[][] forward;
    private final double[][][] moves;
    private final double logEvidence;

    /**
     * Passes forward.
     *
     * @param moves {@link #moves} of the shape's drift and jump
     * @param expected wrong labels that are believable before any verdict: a chain with more is believed less
     */
    HitRates(SuspicionBands bands, Shape shape, double[][][] moves, double expected) {
        this.bands = bands;
        for (int s = 0; s < STATES; s++) {
            rates[s] = shape.floor() + (1 - shape.floor()) / (1 + Math.exp(-odds(s)));
        }
        this.forward = new double[bands.count()][STATES];
        this.moves = moves;
        double log = Math.log(shape.weight());
        for (int b = 0; b < bands.count(); b++) {
            log += update(b, expected);
        }
        this.logEvidence = log;
    }

    private static double odds(int state) {
        return LOWEST + state * STEP;
    }

    /** How likely the verdicts are, logarithm. */
    double logEvidence() {
        return logEvidence;
    }

    /** Probabilities of the steps into each band, [bands][from][to]; the first band has none. */
    static double[][][] moves(SuspicionBands bands, double drift, double jump) {
        double[][][] moves = new double[bands.count()][][];
        for (int b = 1; b < moves.length; b++) {
            double shift = drift * (bands.odds()[b] - bands.odds()[b - 1]);
            double apart = Math.abs(bands.doubt()[b] - bands.doubt()[b - 1]);
            moves[b] = move(shift, Math.sqrt(jump * apart + STRAY));
        }
        return moves;
    }

    /** [from][to] probabilities of a step. */
    private static double[][] move(double shift, double deviation) {
        double[][] move = new double[STATES][STATES];
        for (int from = 0; from < STATES; from++) {
            double mean = Math.max(LOWEST, Math.min(odds(STATES - 1), odds(from) + shift));
            double sum = 0;
            for (int to = 0; to < STATES; to++) {
                double z = (odds(to) - mean) / deviation;
                move[from][to] = Math.abs(z) > 5 ? 0 : Math.exp(-z * z / 2);
                sum += move[from][to];
            }
            for (int to = 0; to < STATES; to++) {
                move[from][to] /= sum;
            }
        }
        return move;
    }

    /** One step forward; how likely the verdicts of the band are, logarithm. */
    private double update(int b, double expected) {
        double[] now = forward[b];
        for (int s = 0; s < STATES; s++) {
            if (b == 0) {
                double z = (odds(s) - START_SHARE * bands.odds()[0]) / START_DEVIATION;
                now[s] = Math.exp(-z * z / 2);
            } else if (forward[b - 1][s] > 1e-12) {
                for (int to = 0; to < STATES; to++) {
                    now[to] += forward[b - 1][s] * moves[b][s][to];
                }
            }
        }
        double[] likelihoods = new double[STATES];
        double largest = Double.NEGATIVE_INFINITY;
        double before = 0;
        for (int s = 0; s < STATES; s++) {
            before += now[s];
            likelihoods[s] = bands.wrong()[b] * Math.log(rates[s])
                    + bands.right()[b] * Math.log1p(-rates[s])
                    - bands.sizes()[b] * rates[s] / expected;
            largest = Math.max(largest, likelihoods[s]);
        }
        double after = 0;
        for (int s = 0; s < STATES; s++) {
            now[s] *= Math.exp(likelihoods[s] - largest) / before;
            after += now[s];
        }
        for (int s = 0; s < STATES; s++) {
            now[s] /= after;
        }
        return Math.log(after) + largest;
    }

    /** Rates of all bands, drawn from the belief. */
    double[] draw(RandomStream random) {
        double[] path = new double[bands.count()];
        double[] weights = forward[path.length - 1].clone();
        for (int b = path.length - 1; b >= 0; b--) {
            int state = draw(weights, random);
            path[b] = rates[state];
            for (int s = 0; b > 0 && s < STATES; s++) {
                weights[s] = forward[b - 1][s] * moves[b][s][state];
            }
        }
        return path;
    }

    private static int draw(double[] weights, RandomStream random) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double at = random.nextDouble() * sum;
        int state = 0;
        while (state < weights.length - 1 && (at -= weights[state]) >= 0) {
            state++;
        }
        return state;
    }
}
