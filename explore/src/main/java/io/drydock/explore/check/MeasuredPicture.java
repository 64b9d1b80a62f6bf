package io.drydock.explore.check;

import java.util.Map;

/**
 * One picture as its pixels were measured.
 *
 * @param heightPx upright
 * @param widthPx upright
 * @param storedGray whether the file has one channel
 * @param checks measures by name, such as {@code dark} in 0..1
 */
public record MeasuredPicture(int heightPx, int widthPx, boolean storedGray, Map<String, Double> checks) {
    public MeasuredPicture {
        checks = Map.copyOf(checks);
    }

    /**
     * One measure.
     *
     * @throws IllegalArgumentException if it was not measured, naming those that were
     */
    public double check(String name) {
        Double value = checks.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no check " + name + " among " + checks.keySet());
        }
        return value;
    }

    /** Width over height. */
    public double aspect() {
        return (double) widthPx / heightPx;
    }
}
