package io.drydock.train.torch;

import io.drydock.core.device.Device;
import io.drydock.train.device.Devices;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;

/**
 * Where tensors lie and are computed.
 *
 * @param name libtorch's, such as {@code cpu} or {@code cuda}
 */
public record TorchDevice(String name) {
    /** The cores of the machine. */
    public static final TorchDevice CPU = new TorchDevice("cpu");

    /**
     * The device that is asked for.
     *
     * @throws io.drydock.core.error.ConfigException if it cannot be used here
     */
    public static TorchDevice of(Device asked) {
        return new TorchDevice(Devices.resolve(asked).key());
    }

    /** Whether tensors lie in Java's reach, so that nothing has to be copied. */
    public boolean cpu() {
        return name.equals(CPU.name);
    }

    /** The order that is fast there; on Metal the one that PyTorch uses of its own accord. */
    public MemoryOrder order() {
        return name.equals(Device.MPS.key()) ? MemoryOrder.CHANNELS_FIRST : MemoryOrder.CHANNELS_LAST;
    }

    /** A tensor of zeros there. */
    public Tensor zeros(long... shape) {
        return cpu() ? torch.zeros(shape) : torch.zeros(shape, new TensorOptions(device()));
    }

    /** A float tensor of the CPU as one of this device, in its order; on the CPU the very same tensor. */
    public Tensor place(Tensor rows) {
        if (cpu()) {
            return rows;
        }
        Tensor there = rows.to(device(), torch.ScalarType.Float);
        return there.dim() == 4 ? there.contiguous(order().format()) : there;
    }

    private org.bytedeco.pytorch.Device device() {
        return new org.bytedeco.pytorch.Device(name);
    }
}
