package io.drydock.core.metric;

/**
 * How well one class is found.
 *
 * @param code of the class
 * @param support images with this given label
 */
public record ClassScore(String code, Measured precision, Measured recall, Measured f1, int support) {}
