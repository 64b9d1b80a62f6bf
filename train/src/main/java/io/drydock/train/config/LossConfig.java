package io.drydock.train.config;

/**
 * Cross entropy and what is mixed into it.
 *
 * @param labelSmoothing share of the target spread evenly over all classes, in [0, 1)
 * @param balance treatment of classes of unequal size
 * @param mixupAlpha parameter of the Beta distribution the mixing weight is drawn from (Zhang et al., arXiv:1710.09412)
 * @param mixupShare share of the batches that are mixed, in 0..1; 0 for no mixup
 */
public record LossConfig(double labelSmoothing, ClassBalance balance, double mixupAlpha, double mixupShare) {
    /** Plain cross entropy. */
    public static final LossConfig PLAIN = new LossConfig(0, ClassBalance.NONE, 0.4, 0);

    public LossConfig {
        Check.below1("loss.labelSmoothing", labelSmoothing);
        Check.positive("loss.mixupAlpha", mixupAlpha);
        Check.share("loss.mixupShare", mixupShare);
    }
}
