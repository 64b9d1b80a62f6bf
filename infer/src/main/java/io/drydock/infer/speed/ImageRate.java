package io.drydock.infer.speed;

/**
 * A measured speed, in pictures a second over windows of about half a second.
 *
 * @param median of the windows
 * @param best of the windows
 * @param images pictures computed in all
 */
public record ImageRate(double median, double best, long images) {}
