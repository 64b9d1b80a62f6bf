package io.drydock.explore.cue;

/**
 * One number per image that says nothing of what the image shows.
 *
 * @param name such as {@code brightness}
 * @param values [n], or codes of a category; NaN is a value of its own
 */
public record Measure(String name, double[] values) {}
