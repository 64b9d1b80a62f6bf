package io.drydock.infer.speed;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Counts pictures as they come and notes the speed of each window of about half a second. Safe for use by many threads. */
final class SpeedWindows {
    private static final long WINDOW_NANOS = 500_000_000L;

    private final List<Double> rates = new ArrayList<>();
    private long start = System.nanoTime();
    private long inWindow;
    private long images;

    synchronized void add(int count) {
        images += count;
        inWindow += count;
        long now = System.nanoTime();
        if (now - start >= WINDOW_NANOS) {
            rates.add(inWindow * 1e9 / (now - start));
            start = now;
            inWindow = 0;
        }
    }

    synchronized ImageRate rate() {
        List<Double> sorted = new ArrayList<>(rates);
        Collections.sort(sorted);
        return sorted.isEmpty()
                ? new ImageRate(Double.NaN, Double.NaN, images)
                : new ImageRate(sorted.get(sorted.size() / 2), sorted.get(sorted.size() - 1), images);
    }
}
