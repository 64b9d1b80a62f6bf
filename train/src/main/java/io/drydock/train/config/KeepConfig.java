package io.drydock.train.config;

/**
 * Which weights a training ends with, and when it ends early.
 *
 * @param emaDecay decay of the running average of the weights that is kept as the result, in [0, 1); 0 keeps the weights
 * @param best whether the epoch with the best validation F1 is kept rather than the last
 * @param patience epochs without a better validation F1 after which training stops; 0 never stops early
 * @param stopOnNan whether a loss that is not a number ends the training with an error at once
 */
public record KeepConfig(double emaDecay, boolean best, int patience, boolean stopOnNan) {
    /** The last epoch's weights; stops only when the loss is not a number. */
    public static final KeepConfig LAST = new KeepConfig(0, false, 0, true);

    public KeepConfig {
        Check.below1("keep.emaDecay", emaDecay);
        Check.range("keep.patience", patience, 0, 10000);
    }
}
