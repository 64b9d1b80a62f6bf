package io.drydock.train.config;

/**
 * The classifier on top of the body.
 *
 * @param kind concat-pool or linear
 * @param dropout probability in [0, 1) before the first linear layer
 * @param hiddenDropout probability in [0, 1) before the last linear layer (concat-pool only)
 * @param initDeviation standard deviation of the initial weights; 0 takes Kaiming's sqrt(2 / inputs)
 */
public record HeadConfig(HeadKind kind, double dropout, double hiddenDropout, double initDeviation) {
    /** fast.ai's head. */
    public static final HeadConfig CONCAT_POOL = new HeadConfig(HeadKind.CONCAT_POOL, 0.25, 0.5, 0);
    /** One linear layer behind dropout .2, weights drawn with deviation .01. */
    public static final HeadConfig LINEAR = new HeadConfig(HeadKind.LINEAR, 0.2, 0, 0.01);

    public HeadConfig {
        Check.below1("head.dropout", dropout);
        Check.below1("head.hiddenDropout", hiddenDropout);
        Check.notNegative("head.initDeviation", initDeviation);
    }

    /** The usual settings of a kind. */
    public static HeadConfig of(HeadKind kind) {
        return kind == HeadKind.LINEAR ? LINEAR : CONCAT_POOL;
    }
}
