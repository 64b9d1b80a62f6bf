package io.drydock.train.torch;

import io.drydock.network.graph.BatchNorm;
import io.drydock.network.graph.Network;
import io.drydock.network.graph.Node;
import io.drydock.network.graph.WeightSpec;
import io.drydock.network.weights.FloatTensor;
import io.drydock.network.weights.WeightSet;
import io.drydock.train.plan.ParameterGroup;
import io.drydock.train.plan.TrainingPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where each tensor that a training changes lies in one flat array: group by group, in each the decayed tensors (two or more
 * dimensions) before the rest, and after all groups the statistics of moving batch norms.
 * With everything in one array a gradient step, a norm, an average or a checkpoint is one operation, not hundreds.
 *
 * @param order of the values of a kernel
 * @param slots in order of their offsets
 * @param segments stretches with one rate and decay, without the statistics
 * @param trained number of values with a gradient; the statistics follow
 * @param size number of values
 */
public record FlatLayout(MemoryOrder order, List<Slot> slots, List<Segment> segments, int trained, int size) {
    /**
     * One tensor.
     *
     * @param offset of its first value
     */
    public record Slot(WeightSpec spec, int offset) {
        int values() {
            return Math.toIntExact(spec.size());
        }
    }

    /**
     * Consecutive values with one learning rate.
     *
     * @param group index of the parameter group
     */
    public record Segment(int group, boolean decayed, int offset, int length) {}

    public FlatLayout {
        slots = List.copyOf(slots);
        segments = List.copyOf(segments);
    }

    /** The layout of what a plan trains. */
    public static FlatLayout of(Network network, TrainingPlan plan, MemoryOrder order) {
        Map<String, WeightSpec> specs = new LinkedHashMap<>();
        network.weights().forEach(spec -> specs.put(spec.name(), spec));
        List<Slot> slots = new ArrayList<>();
        List<Segment> segments = new ArrayList<>();
        int offset = 0;
        for (int g = 0; g < plan.groups().size(); g++) {
            for (boolean decayed : new boolean[] {true, false}) {
                int start = offset;
                for (WeightSpec spec : members(plan.groups().get(g), specs)) {
                    if (spec.dimensions().size() > 1 == decayed) {
                        slots.add(new Slot(spec, offset));
                        offset = Math.addExact(offset, Math.toIntExact(spec.size()));
                    }
                }
                if (offset > start) {
                    segments.add(new Segment(g, decayed, start, offset - start));
                }
            }
        }
        int trained = offset;
        for (Node node : network.nodes()) {
            if (node instanceof BatchNorm norm && plan.movingNorms().contains(node.name())) {
                for (String name : List.of(norm.runningMean(), norm.runningVar())) {
                    WeightSpec spec = specs.get(name);
                    if (spec != null) {
                        slots.add(new Slot(spec, offset));
                        offset += Math.toIntExact(spec.size());
                    }
                }
            }
        }
        return new FlatLayout(order, slots, segments, trained, offset);
    }

    private static List<WeightSpec> members(ParameterGroup group, Map<String, WeightSpec> specs) {
        List<WeightSpec> members = new ArrayList<>();
        specs.forEach((name, spec) -> {
            if (group.tensors().contains(name)) {
                members.add(spec);
            }
        });
        return members;
    }

    /** Slots by tensor name. */
    Map<String, Slot> byName() {
        Map<String, Slot> named = new HashMap<>();
        slots.forEach(slot -> named.put(slot.spec().name(), slot));
        return named;
    }

    /** Named row-major tensors from a flat array of this layout; a shorter array holds the first of them only. */
    public WeightSet unpack(float[] flat) {
        Map<String, FloatTensor> tensors = new LinkedHashMap<>();
        for (Slot slot : slots) {
            if (slot.offset() + slot.values() <= flat.length) {
                float[] values = new float[slot.values()];
                int[] shape = slot.spec().shape();
                copy(shape, flat, slot.offset(), values, true);
                tensors.put(slot.spec().name(), new FloatTensor(shape, values));
            }
        }
        return new WeightSet(tensors);
    }

    /** A flat array of {@code length} values (all, or the trained ones) from named row-major tensors. */
    public float[] pack(WeightSet tensors, int length) {
        float[] flat = new float[length];
        for (Slot slot : slots) {
            if (slot.offset() + slot.values() <= length) {
                copy(
                        slot.spec().shape(),
                        flat,
                        slot.offset(),
                        tensors.tensor(slot.spec().name()).values(),
                        false);
            }
        }
        return flat;
    }

    /** Copies between channels-last (flat) and row-major (named) order. */
    private void copy(int[] shape, float[] flat, int offset, float[] rowMajor, boolean unpack) {
        if (order.rowMajor(shape)) {
            if (unpack) {
                System.arraycopy(flat, offset, rowMajor, 0, rowMajor.length);
            } else {
                System.arraycopy(rowMajor, 0, flat, offset, rowMajor.length);
            }
            return;
        }
        int channels = shape[1];
        int pixels = shape[2] * shape[3];
        for (int o = 0, at = 0; o < shape[0]; o++) {
            for (int c = 0; c < channels; c++) {
                for (int p = 0; p < pixels; p++, at++) {
                    int there = offset + (o * pixels + p) * channels + c;
                    if (unpack) {
                        rowMajor[at] = flat[there];
                    } else {
                        flat[there] = rowMajor[at];
                    }
                }
            }
        }
    }
}
