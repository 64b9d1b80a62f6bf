package io.drydock.core.random;

import java.nio.charset.StandardCharsets;

/**
 * A splitmix64 stream found by a seed, a name and indices (epoch, image), the same on every machine.
 * Streams of different names or indices are independent (Steele, Lea and Flood, OOPSLA 2014). For one thread at a time.
 */
public final class RandomStream {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;
    private double spareGaussian = Double.NaN;

    private RandomStream(long state) {
        this.state = state;
    }

    /** The stream of a seed, a name such as {@code augmentation}, and indices such as (epoch, image). */
    public static RandomStream of(long seed, String name, long... indices) {
        long hash = 0xCBF29CE484222325L;
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xFF)) * 0x100000001B3L;
        }
        long state = mix(seed + GOLDEN) ^ hash;
        for (long index : indices) {
            state = mix(state + GOLDEN * (index + 1));
        }
        return new RandomStream(mix(state));
    }

    /** The splitmix64 finalizer: a bijection that spreads every input bit. */
    public static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    public long nextLong() {
        state += GOLDEN;
        return mix(state);
    }

    /** Uniform in [0, 1), 53 bits. */
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /** Uniform in [low, high). */
    public double uniform(double low, double high) {
        return low + (high - low) * nextDouble();
    }

    /** Uniform in 0..bound-1 (bias below bound / 2^31). */
    public int nextInt(int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("bound must be at least 1, was " + bound);
        }
        return (int) (((nextLong() >>> 33) * bound) >>> 31);
    }

    public boolean chance(double probability) {
        return nextDouble() < probability;
    }

    /** Standard normal, by the polar Box-Muller method. */
    public double nextGaussian() {
        if (!Double.isNaN(spareGaussian)) {
            double spare = spareGaussian;
            spareGaussian = Double.NaN;
            return spare;
        }
        double x;
        double y;
        double squared;
        do {
            x = 2 * nextDouble() - 1;
            y = 2 * nextDouble() - 1;
            squared = x * x + y * y;
        } while (squared >= 1 || squared == 0);
        double factor = StrictMath.sqrt(-2 * StrictMath.log(squared) / squared);
        spareGaussian = y * factor;
        return x * factor;
    }

    /** A Fisher-Yates permutation of 0..n-1. */
    public int[] permutation(int n) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
