package io.drydock.train.device;

import io.drydock.core.device.Device;
import io.drydock.core.library.LibraryFolder;
import org.bytedeco.pytorch.global.torch;

/** Asks libtorch, and so loads it. Safe for use by many threads. */
final class TorchProbe {
    private TorchProbe() {}

    static boolean answers(Device device) {
        LibraryFolder.current().useForJavaCpp();
        return switch (device) {
            case CUDA -> torch.cuda_is_available();
            case MPS -> torch.hasMPS();
            case CPU, AUTO -> true;
        };
    }
}
