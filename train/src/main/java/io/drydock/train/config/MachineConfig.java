package io.drydock.train.config;

import io.drydock.core.device.Device;
import io.drydock.train.device.Devices;

/**
 * How the machine is used. The same seed, device, thread count and machine give the same weights.
 *
 * @param device where the network is computed; AUTO chooses, resolved before the run is written
 * @param threads threads of the tensor library; 0 for one a physical core, resolved before the run is written
 * @param workers threads that augment batches ahead; 0 chooses
 * @param checkpointMinutes minutes between checkpoints within an epoch; 0 for one an epoch only
 */
public record MachineConfig(Device device, int threads, int workers, double checkpointMinutes) {
    /** Everything chosen by the program, a checkpoint at least every 5 minutes. */
    public static final MachineConfig AUTO = new MachineConfig(Device.AUTO, 0, 0, 5);

    public MachineConfig {
        Check.range("machine.threads", threads, 0, 1024);
        Check.range("machine.workers", workers, 0, 1024);
        Check.notNegative("machine.checkpointMinutes", checkpointMinutes);
    }

    /**
     * These settings with every 0 replaced by a number, and AUTO by a device.
     *
     * @throws io.drydock.core.error.ConfigException if the device cannot be used on this machine
     */
    public MachineConfig resolved() {
        int cores = Math.max(1, Runtime.getRuntime().availableProcessors());
        int resolvedThreads = threads == 0 ? cores : threads;
        return new MachineConfig(
                Devices.resolve(device),
                resolvedThreads,
                workers == 0 ? Math.max(1, Math.min(8, cores / 2)) : workers,
                checkpointMinutes);
    }
}
