package io.drydock.train.config;

/**
 * AdamW (Loshchilov and Hutter, arXiv:1711.05101); no decay on tensors of one dimension.
 *
 * @param beta1 decay of the first moment, in [0, 1)
 * @param beta2 decay of the second moment, in [0, 1)
 * @param epsilon added to the root of the second moment
 * @param weightDecay decoupled decay, multiplied by the rate
 * @param clipNorm gradients are scaled down to this norm over all of them; 0 for no clipping
 */
public record OptimizerConfig(double beta1, double beta2, double epsilon, double weightDecay, double clipNorm) {
    public OptimizerConfig {
        Check.below1("optimizer.beta1", beta1);
        Check.below1("optimizer.beta2", beta2);
        Check.positive("optimizer.epsilon", epsilon);
        Check.notNegative("optimizer.weightDecay", weightDecay);
        Check.notNegative("optimizer.clipNorm", clipNorm);
    }
}
