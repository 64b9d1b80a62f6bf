package io.drydock.cli;

import io.drydock.core.device.Device;
import picocli.CommandLine.Option;

/** Where a verb runs networks. For one thread at a time. */
final class DeviceOption {
    @Option(
            names = "--device",
            paramLabel = "DEVICE",
            defaultValue = "auto",
            description = "auto, cpu, cuda (NVIDIA) or mps (Apple); auto takes a usable NVIDIA GPU, else the CPU.")
    private String device = "auto";

    /**
     * The device as it was asked for.
     *
     * @throws io.drydock.core.error.ConfigException if there is no such device
     */
    Device asked() {
        return Device.parse(device);
    }
}
