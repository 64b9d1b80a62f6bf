package io.drydock.sample.ship;

import java.util.Random;

/**
 * Draws one kind of ship, bow to the right: x runs from 0 at the stern to 100 at the bow, y upward from 0 at the
 * waterline. Safe for use by many threads.
 */
public interface Ship {
    /** Paints one ship of the kind; colors, variant and cargo come from {@code random}. */
    void paint(Brush brush, Random random);

    /** Uniform in [low, high). */
    static double between(Random random, double low, double high) {
        return low + (high - low) * random.nextDouble();
    }
}
