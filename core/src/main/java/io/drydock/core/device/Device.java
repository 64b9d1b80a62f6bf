package io.drydock.core.device;

import io.drydock.core.error.ConfigException;
import java.util.Locale;

/** Where a network is computed, as {@code --device} asks for it. */
public enum Device {
    /** An NVIDIA GPU where the program can use one, the CPU otherwise. */
    AUTO,
    /** All cores of the machine. */
    CPU,
    /** The first NVIDIA GPU. */
    CUDA,
    /** The GPU of an Apple computer, by Metal. */
    MPS;

    /** Lower-case name as options and files write it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads a device's name.
     *
     * @throws ConfigException if the text is none of the four
     */
    public static Device parse(String text) {
        for (Device device : values()) {
            if (device.key().equals(text.strip().toLowerCase(Locale.ROOT))) {
                return device;
            }
        }
        throw new ConfigException("Device \"" + text + "\" is none of auto, cpu, cuda, mps.");
    }
}
