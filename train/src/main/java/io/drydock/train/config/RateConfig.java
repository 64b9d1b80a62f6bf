package io.drydock.train.config;

import java.util.List;

/**
 * Peak learning rates.
 *
 * @param frozen of the head in the frozen epochs
 * @param low of the first parameter group (early body) in the unfrozen epochs; 0 is fast.ai's {@code slice(high)}: a tenth
 *     of {@code high} for all groups but the head
 * @param high of the head in the unfrozen epochs; the groups between lie on a geometric line
 * @param multipliers when not empty, one factor a group (early body, late body, head) on {@code high}, in place of the line
 * @param bodySplit where the early body ends: {@link #FAMILY}, {@code auto} (ResNet: after layer2, else half of its
 *     weights), a share such as {@code 0.67} of its weight tensors, or a stage's name
 */
public record RateConfig(double frozen, double low, double high, List<Double> multipliers, String bodySplit) {
    /** Parameter groups: early body, late body, head. */
    public static final int GROUPS = 3;

    /** Groups as fast.ai makes them: a ResNet's early body ends after layer2; the body of any other network is one group. */
    public static final String FAMILY = "family";

    public RateConfig {
        multipliers = List.copyOf(multipliers);
        Check.positive("rate.frozen", frozen);
        Check.require(low >= 0, "rate.low must not be below 0, was %s. 0 means a tenth of rate.high.", low);
        Check.positive("rate.high", high);
        Check.require(low <= high, "rate.low %s is above rate.high %s. Write the slice as low,high.", low, high);
        Check.require(
                multipliers.isEmpty() || multipliers.size() == GROUPS,
                "rate.multipliers needs 3 factors (early body, late body, head), found %s.",
                multipliers);
        Check.require(
                multipliers.stream().allMatch(factor -> factor >= 0),
                "rate.multipliers must not be below 0, were %s.",
                multipliers);
        Check.require(!bodySplit.isBlank(), "rate.bodySplit is empty. Write auto, a share such as 0.67, or a stage.");
    }

    /** fast.ai's {@code slice(low, high)}. */
    public static RateConfig slice(double frozen, double low, double high) {
        return new RateConfig(frozen, low, high, List.of(), "auto");
    }

    /** Peak rate of each group: [early body, late body, head]. */
    public double[] peaks() {
        if (multipliers.isEmpty()) {
            return low == 0 ? Slice.of(high, GROUPS) : Slice.of(low, high, GROUPS);
        }
        return multipliers.stream().mapToDouble(factor -> factor * high).toArray();
    }
}
