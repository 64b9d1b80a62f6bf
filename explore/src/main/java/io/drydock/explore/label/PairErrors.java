package io.drydock.explore.label;

import io.drydock.core.metric.Measured;

/**
 * How many labels of one class belong to another.
 *
 * @param given class index of the label
 * @param other class index that it should be
 * @param count wrong labels of this kind, looked at or not, with its 95 % interval
 */
public record PairErrors(int given, int other, Measured count) {}
