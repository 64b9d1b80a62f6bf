package io.drydock.train.finder;

/**
 * Learning rates read off a {@link LossCurve}, as fast.ai names them.
 *
 * @param valley in the middle of the longest falling stretch: the usual choice
 * @param slide where, seen from the end, the slopes at both sides of an interval become alike
 * @param minimum a tenth of the rate with the lowest loss
 * @param steep the rate at which the loss falls fastest
 */
public record RateSuggestions(double valley, double slide, double minimum, double steep) {}
