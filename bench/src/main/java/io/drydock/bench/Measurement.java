package io.drydock.bench;

import java.util.Arrays;
import java.util.Locale;

/**
 * Images a second of one kind of work.
 *
 * @param engine who did it
 * @param what train, frozen or predict
 * @param variant layout and mathematics
 */
record Measurement(String engine, String model, String what, String variant, double median, double best) {
    /** From the seconds of timed batches. */
    static Measurement ofSeconds(String model, String what, String variant, int images, double[] seconds) {
        double[] sorted = seconds.clone();
        Arrays.sort(sorted);
        return new Measurement("drydock", model, what, variant, images / sorted[sorted.length / 2], images / sorted[0]);
    }

    String line() {
        return String.format(
                Locale.ROOT, "%-9s %-24s %-8s %-38s %8.1f %8.1f", engine, model, what, variant, median, best);
    }
}
