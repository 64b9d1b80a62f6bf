package io.drydock.network.weights;

import io.drydock.core.error.WeightsException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Tensors by name, in the order they were given. */
public record WeightSet(Map<String, FloatTensor> tensors) {
    /** No tensors. */
    public static final WeightSet EMPTY = new WeightSet(Map.of());

    public WeightSet {
        tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
    }

    /**
     * The tensor of that name.
     *
     * @throws WeightsException if there is none
     */
    public FloatTensor tensor(String name) {
        return find(name)
                .orElseThrow(() -> new WeightsException(
                        "There is no tensor " + name + " among the " + tensors.size() + " tensors of these weights."));
    }

    /** The tensor of that name, if there is one. */
    public Optional<FloatTensor> find(String name) {
        return Optional.ofNullable(tensors.get(name));
    }

    public Set<String> names() {
        return tensors.keySet();
    }

    public boolean contains(String name) {
        return tensors.containsKey(name);
    }

    /** Number of values in all tensors. */
    public long size() {
        return tensors.values().stream().mapToLong(FloatTensor::size).sum();
    }

    /** These and others; where both have a name, the other's tensor. */
    public WeightSet with(WeightSet others) {
        Map<String, FloatTensor> merged = new LinkedHashMap<>(tensors);
        merged.putAll(others.tensors);
        return new WeightSet(merged);
    }

    /** These, with one tensor added or replaced. */
    public WeightSet with(String name, FloatTensor tensor) {
        return with(new WeightSet(Map.of(name, tensor)));
    }

    /** Those tensors whose names pass. */
    public WeightSet filter(Predicate<String> names) {
        Map<String, FloatTensor> kept = new LinkedHashMap<>(tensors);
        kept.keySet().removeIf(names.negate());
        return new WeightSet(kept);
    }

    /** SHA-256 over names (sorted), shapes and values, in hexadecimal: equal exactly when the tensors are equal. */
    public String sha256() {
        MessageDigest digest = Sha256.digest("SHA-256");
        new TreeMap<>(tensors).forEach((name, tensor) -> {
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            ByteBuffer bytes =
                    ByteBuffer.allocate(4 * (2 + tensor.rank() + tensor.size())).order(ByteOrder.LITTLE_ENDIAN);
            bytes.putInt(-1).putInt(tensor.rank());
            for (int side : tensor.shape()) {
                bytes.putInt(side);
            }
            bytes.asFloatBuffer().put(tensor.values());
            digest.update(bytes.array());
        });
        return Sha256.hex(digest.digest());
    }

    @Override
    public String toString() {
        return "weights[" + tensors.size() + " tensors]";
    }
}
