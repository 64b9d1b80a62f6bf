package io.drydock.train.schedule;

/**
 * Straight line from 0 up to {@code peak}, then half a cosine down to 0 (Loshchilov and Hutter, arXiv:1608.03983).
 *
 * @param warmUpShare share of the steps spent rising, in (0, 1)
 */
public record WarmUpCosine(double peak, double warmUpShare) implements Schedule {
    public WarmUpCosine {
        if (!(warmUpShare > 0 && warmUpShare < 1)) {
            throw new IllegalArgumentException("the warm-up share must lie in (0, 1), was " + warmUpShare);
        }
    }

    @Override
    public double at(double progress) {
        return progress < warmUpShare
                ? peak * progress / warmUpShare
                : CosineHill.between(peak, 0, (progress - warmUpShare) / (1 - warmUpShare));
    }
}
