package io.drydock.image.augment;

import io.drydock.core.random.RandomStream;

/**
 * Brightness and contrast in logit space, as fast.ai: logit(U(.5 - b, .5 + b)) is added to the logit of a value, then
 * it is multiplied by exp(U(-ln c, ln c)). Each has its own draw of {@code probability}.
 *
 * @param brightness b, in [0, 0.49]; .1 draws from U(.4, .6)
 * @param contrast c, at least 1; 1.25 draws from .8 to 1.25
 */
public record LogitLighting(double brightness, double contrast, double probability) {
    public static final LogitLighting NONE = new LogitLighting(0, 1, 0);

    private static final double SMALLEST = 1e-7;

    public LogitLighting {
        Ranges.requireWithin("logit brightness", brightness, 0, 0.49);
        Ranges.requireWithin("logit contrast", contrast, 1, 10);
        Ranges.requireShare("logit lighting probability", probability);
    }

    ToneCurve draw(RandomStream random) {
        boolean brighter = random.chance(probability);
        double shift = logit(random.uniform(0.5 - brightness, 0.5 + brightness));
        boolean harder = random.chance(probability);
        double range = StrictMath.log(contrast);
        double factor = StrictMath.exp(random.uniform(-range, range));
        double added = brighter ? shift : 0;
        double multiplied = harder ? factor : 1;
        if (added == 0 && multiplied == 1) {
            return ToneCurve.IDENTITY;
        }
        return value -> 1 / (1 + StrictMath.exp(-(logit(value) + added) * multiplied));
    }

    private static double logit(double value) {
        double p = Math.max(SMALLEST, Math.min(1 - SMALLEST, value));
        return StrictMath.log(p / (1 - p));
    }
}
