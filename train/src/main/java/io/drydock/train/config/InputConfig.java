package io.drydock.train.config;

import io.drydock.core.data.ImageSize;
import io.drydock.image.resize.ResizeMode;

/**
 * What the network sees.
 *
 * @param sizes one size ({@code 140x210}), or sizes with their unfrozen epochs ({@code 140x210:8,192x288:6})
 * @param resize how an image of another shape becomes that size
 */
public record InputConfig(String sizes, ResizeMode resize) {
    public InputConfig {
        SizePlan.parse(sizes);
    }

    /** Sizes in order with their epochs. */
    public SizePlan plan() {
        return SizePlan.parse(sizes);
    }

    /** The first size, at which the frozen epochs run. */
    public ImageSize firstSize() {
        return plan().stages().get(0).size();
    }

    /** The last size, at which the network is scored and used. */
    public ImageSize lastSize() {
        SizePlan plan = plan();
        return plan.stages().get(plan.stages().size() - 1).size();
    }
}
