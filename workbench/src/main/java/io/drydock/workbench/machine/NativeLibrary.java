package io.drydock.workbench.machine;

/**
 * A native library and whether it loads.
 *
 * @param name such as {@code OpenCV}
 * @param purpose what needs it
 * @param version as the library says; empty when it does not load
 * @param message why it does not load; empty when it does
 */
public record NativeLibrary(String name, String purpose, String version, String message) {
    public boolean loads() {
        return message.isEmpty();
    }
}
