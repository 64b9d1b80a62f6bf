package io.drydock.train.device;

import io.drydock.core.device.Device;
import io.drydock.core.error.ConfigException;
import org.bytedeco.javacpp.Loader;

/**
 * Settles which device computes. libtorch is loaded only to ask about a GPU: when one is asked for by name, or when its
 * CUDA build is on the class path. Safe for use by many threads.
 */
public final class Devices {
    private static final String INSTEAD = " Use --device cpu, which is what --device auto takes here.";

    private Devices() {}

    /**
     * The device itself in place of AUTO: CUDA where the CUDA build of libtorch is there and finds a GPU, else the CPU.
     * Metal is taken only by name.
     *
     * @throws ConfigException if the device asked for cannot be used, saying what it needs
     */
    public static Device resolve(Device asked) {
        return switch (asked) {
            case AUTO -> cudaBuild(Devices.class.getClassLoader()) && answers(Device.CUDA) ? Device.CUDA : Device.CPU;
            case CPU -> Device.CPU;
            case CUDA -> cuda();
            case MPS -> metal();
        };
    }

    /** Whether the natives of libtorch's CUDA build can be found, which the usual build of Drydock does without. */
    static boolean cudaBuild(ClassLoader loader) {
        String library = System.mapLibraryName("torch_cuda");
        return loader.getResource("org/bytedeco/pytorch/" + Loader.getPlatform() + "-gpu/" + library) != null;
    }

    private static boolean answers(Device device) {
        try {
            return TorchProbe.answers(device);
        } catch (LinkageError e) {
            return false;
        }
    }

    private static Device cuda() {
        if (!cudaBuild(Devices.class.getClassLoader())) {
            throw new ConfigException("--device cuda: the libtorch in this Drydock is the build for CPUs. Build Drydock"
                    + " with its CUDA build (mvn -Pcuda package, see docs/devices.md) on a machine with an NVIDIA GPU."
                    + INSTEAD);
        }
        return asked(
                Device.CUDA,
                "finds no GPU. It needs an NVIDIA GPU with its driver, CUDA 13 and cuDNN 9 (does nvidia-smi list"
                        + " it?).");
    }

    private static Device metal() {
        if (!Loader.getPlatform().equals("macosx-arm64")) {
            throw new ConfigException(
                    "--device mps: Metal is there on Apple computers with an M processor only; this is "
                            + Loader.getPlatform() + "." + INSTEAD);
        }
        return asked(Device.MPS, "finds no Metal. It needs macOS 14 or later.");
    }

    private static Device asked(Device device, String otherwise) {
        try {
            if (TorchProbe.answers(device)) {
                return device;
            }
        } catch (LinkageError e) {
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new ConfigException(
                    "--device " + device.key() + ": libtorch does not load: " + reason + ". See drydock doctor."
                            + INSTEAD,
                    e);
        }
        throw new ConfigException("--device " + device.key() + ": libtorch " + otherwise + INSTEAD);
    }
}
