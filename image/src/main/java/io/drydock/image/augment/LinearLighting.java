package io.drydock.image.augment;

import io.drydock.core.random.RandomStream;

/**
 * Contrast as a factor from U(gainMin, gainMax) and brightness as a sum from U(-offset, offset).
 *
 * @param gainMin at least 0
 * @param offset share of the full range, in [0, 1]; .098 is 25 grey levels
 */
public record LinearLighting(double gainMin, double gainMax, double offset, double probability) {
    public static final LinearLighting NONE = new LinearLighting(1, 1, 0, 0);

    public LinearLighting {
        Ranges.requireWithin("linear gain min", gainMin, 0, 10);
        Ranges.requireWithin("linear gain max", gainMax, 0, 10);
        Ranges.requireOrdered("linear gain", gainMin, gainMax);
        Ranges.requireWithin("linear offset", offset, 0, 1);
        Ranges.requireShare("linear lighting probability", probability);
    }

    ToneCurve draw(RandomStream random) {
        boolean applied = random.chance(probability);
        double gain = random.uniform(gainMin, gainMax);
        double added = random.uniform(-offset, offset);
        return applied ? value -> value * gain + added : ToneCurve.IDENTITY;
    }
}
