package io.drydock.train.torch;

import static org.bytedeco.pytorch.global.torch.zeros;

import io.drydock.network.Model;
import io.drydock.network.graph.Network;
import io.drydock.network.graph.WeightSpec;
import io.drydock.network.weights.FloatTensor;
import io.drydock.network.weights.WeightSet;
import io.drydock.train.plan.TrainingPlan;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AbstractTensor;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * A network's tensors in libtorch. What trains lies in one flat tensor, with its gradients in a second one of the same
 * layout, and every named parameter is a view into both. For one thread at a time.
 */
public final class TorchWeights implements AutoCloseable {
    private final Network network;
    private final FlatLayout layout;
    private final TorchDevice device;
    private final Map<String, Tensor> tensors = new HashMap<>();
    private final Map<String, TensorOptional> optionals = new HashMap<>();
    private final Tensor values;
    private final Tensor gradients;

    private TorchWeights(Network network, FlatLayout layout, TorchDevice device, Tensor values) {
        this.network = network;
        this.layout = layout;
        this.device = device;
        this.values = values;
        this.gradients = Lasting.of(() -> device.zeros(layout.trained()));
    }

    /** The tensors of a model on the CPU, channels-last, those in the plan's groups with a gradient. */
    public static TorchWeights of(Model model, TrainingPlan plan) {
        return of(model, plan, TorchDevice.CPU);
    }

    /** The same on a device, in its order. */
    public static TorchWeights of(Model model, TrainingPlan plan, TorchDevice device) {
        return of(model, plan, device.order(), device);
    }

    /** The same on the CPU in another order in memory; inputs should come in the same one. */
    public static TorchWeights of(Model model, TrainingPlan plan, MemoryOrder order) {
        return of(model, plan, order, TorchDevice.CPU);
    }

    private static TorchWeights of(Model model, TrainingPlan plan, MemoryOrder order, TorchDevice device) {
        FlatLayout layout = FlatLayout.of(model.network(), plan, order);
        TorchWeights weights =
                new TorchWeights(model.network(), layout, device, Lasting.of(() -> device.zeros(layout.size())));
        Map<String, FlatLayout.Slot> slots = weights.layout.byName();
        for (WeightSpec spec : model.network().weights()) {
            FlatLayout.Slot slot = slots.get(spec.name());
            weights.add(
                    spec.name(),
                    slot == null ? weights.constant(model.weights().tensor(spec.name())) : weights.view(slot));
        }
        weights.load(model.weights());
        return weights;
    }

    /**
     * The same tensors under other names, with gradients of their own: what a second thread needs to compute beside the
     * first. What is written to the values of one is in the other.
     */
    TorchWeights twin() {
        TorchWeights twin = new TorchWeights(network, layout, device, Lasting.of(values::detach));
        Map<String, FlatLayout.Slot> slots = layout.byName();
        for (WeightSpec spec : network.weights()) {
            FlatLayout.Slot slot = slots.get(spec.name());
            twin.add(
                    spec.name(),
                    slot == null ? Lasting.of(() -> tensor(spec.name()).detach()) : twin.view(slot));
        }
        return twin;
    }

    private void add(String name, Tensor tensor) {
        tensors.put(name, tensor);
        optionals.put(name, Lasting.of(() -> new TensorOptional(tensor)));
    }

    private Tensor constant(FloatTensor tensor) {
        return Lasting.of(() -> {
            Tensor copy = zeros(longs(tensor.shape()));
            copy.data_ptr_float().put(tensor.values());
            return device.place(
                    tensor.rank() == 4 ? copy.contiguous(layout.order().format()) : copy);
        });
    }

    private Tensor view(FlatLayout.Slot slot) {
        int[] shape = slot.spec().shape();
        boolean trained = slot.offset() < layout.trained();
        return Lasting.of(() -> {
            Tensor leaf = strided(values, slot, shape).detach();
            if (trained) {
                leaf.set_requires_grad(true);
                leaf.mutable_grad().put(strided(gradients, slot, shape).detach());
            }
            return leaf;
        });
    }

    private Tensor strided(Tensor flat, FlatLayout.Slot slot, int[] shape) {
        return flat.as_strided(longs(shape), layout.order().strides(shape), new LongOptional(slot.offset()));
    }

    /** Takes over the values of the tensors that this layout holds; others must not have changed. */
    public void load(WeightSet weights) {
        write(values, layout.pack(weights, layout.size()));
    }

    public Network network() {
        return network;
    }

    /** Where all tensors of this object lie; inputs must lie there too. */
    public TorchDevice device() {
        return device;
    }

    public FlatLayout layout() {
        return layout;
    }

    /** The tensor of that name; stays this object's. */
    public Tensor tensor(String name) {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException(network.name() + " has no tensor " + name);
        }
        return tensor;
    }

    /** The same tensor as libtorch's optional argument. */
    TensorOptional optional(String name) {
        tensor(name);
        return Objects.requireNonNull(optionals.get(name));
    }

    /** All values that training changes, [layout.size()]. */
    public Tensor values() {
        return values;
    }

    /** Their gradients, [layout.trained()], added up since the last {@link #clearGradients}. */
    public Tensor gradients() {
        return gradients;
    }

    public void clearGradients() {
        gradients.zero_();
    }

    /** Gradients by tensor name, copied out. */
    public WeightSet namedGradients() {
        return layout.unpack(read(gradients));
    }

    /** Tensors that training changes, by name, copied out of a flat tensor of this layout. */
    public WeightSet named(Tensor flat) {
        return layout.unpack(read(flat));
    }

    /** The whole model, with what training changed taken from a flat tensor of this layout. */
    public Model model(Tensor flat) {
        WeightSet changed = named(flat);
        Map<String, FloatTensor> all = new LinkedHashMap<>();
        for (WeightSpec spec : network.weights()) {
            all.put(spec.name(), changed.find(spec.name()).orElseGet(() -> copy(spec)));
        }
        return new Model(network, new WeightSet(all));
    }

    private FloatTensor copy(WeightSpec spec) {
        try (Tensor dense = tensor(spec.name()).contiguous(torch.MemoryFormat.Contiguous)) {
            return new FloatTensor(spec.shape(), read(dense));
        }
    }

    /** All values of a dense float tensor of any device, in its memory order. */
    public static float[] read(Tensor dense) {
        if (!dense.is_cpu()) {
            try (Tensor copy = dense.cpu()) {
                return read(copy);
            }
        }
        float[] copy = new float[Math.toIntExact(dense.numel())];
        try (FloatPointer data = dense.data_ptr_float()) {
            data.get(copy);
        }
        return copy;
    }

    /** Overwrites all values of a dense float tensor; on another device than the CPU it must have one dimension. */
    public static void write(Tensor dense, float[] values) {
        if (dense.numel() != values.length) {
            throw new IllegalArgumentException(values.length + " values for a tensor of " + dense.numel());
        }
        if (values.length == 0) {
            return;
        }
        if (!dense.is_cpu()) {
            try (PointerScope scope = new PointerScope()) {
                dense.copy_(AbstractTensor.create(values, values.length));
            }
            return;
        }
        try (FloatPointer data = dense.data_ptr_float()) {
            data.put(values);
        }
    }

    static long[] longs(int... shape) {
        long[] sides = new long[shape.length];
        for (int d = 0; d < shape.length; d++) {
            sides[d] = shape[d];
        }
        return sides;
    }

    @Override
    public void close() {
        optionals.values().forEach(TensorOptional::close);
        tensors.values().forEach(Tensor::close);
        values.close();
        gradients.close();
    }
}
