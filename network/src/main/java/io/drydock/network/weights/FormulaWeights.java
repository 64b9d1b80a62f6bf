package io.drydock.network.weights;

import io.drydock.core.random.RandomStream;
import io.drydock.network.graph.Network;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Deterministic weights for parity tests and speed runs: every value follows from the tensor's name, shape and
 * position alone, so that any language can make the same network. Safe for use by many threads.
 */
public final class FormulaWeights {
    private static final long FNV_OFFSET = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private FormulaWeights() {}

    /** All tensors of a network. */
    public static WeightSet of(Network network) {
        Map<String, FloatTensor> tensors = new LinkedHashMap<>();
        network.weights().forEach(spec -> tensors.put(spec.name(), weight(spec.name(), spec.shape())));
        return new WeightSet(tensors);
    }

    /** A weight: uniform with a spread that fits its name and shape. */
    public static FloatTensor weight(String name, int... shape) {
        if (shape.length >= 2) {
            double fanIn = (double) FloatTensor.sizeOf(shape) / shape[0];
            return tensor(name, 0, Math.sqrt(4 / fanIn), shape);
        }
        if (name.endsWith("running_var")) {
            return tensor(name, 1, 0.5, shape);
        }
        if (name.endsWith("running_mean") || name.endsWith("bias")) {
            return tensor(name, 0, 0.1, shape);
        }
        return name.endsWith("num_batches_tracked") ? FloatTensor.scalar(0) : tensor(name, 1, 0.2, shape);
    }

    /** An input such as an image batch: uniform in [-1, 1), not scaled by its shape. */
    public static FloatTensor input(String name, int... shape) {
        return tensor(name, 0, 1, shape);
    }

    private static FloatTensor tensor(String name, double center, double spread, int... shape) {
        long hash = FNV_OFFSET;
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xFF)) * FNV_PRIME;
        }
        float[] values = new float[Math.toIntExact(FloatTensor.sizeOf(shape))];
        for (int i = 0; i < values.length; i++) {
            double u = (RandomStream.mix(hash + (i + 1) * GOLDEN) >>> 40) * 0x1p-23 - 1;
            values[i] = (float) (center + spread * u);
        }
        return new FloatTensor(shape, values);
    }
}
