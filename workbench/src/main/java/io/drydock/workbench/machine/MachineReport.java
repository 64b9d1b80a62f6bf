package io.drydock.workbench.machine;

import io.drydock.core.provenance.Machine;
import java.nio.file.Path;
import java.util.List;

/**
 * What a machine has for the work.
 *
 * @param totalMemoryBytes of the machine or its container; 0 when not known
 * @param freeMemoryBytes not in use now; 0 when not known
 * @param libraries native libraries
 * @param caches folders with things that can be made or fetched again
 */
public record MachineReport(
        Machine machine,
        long totalMemoryBytes,
        long freeMemoryBytes,
        List<NativeLibrary> libraries,
        List<CacheSize> caches) {
    public MachineReport {
        libraries = List.copyOf(libraries);
        caches = List.copyOf(caches);
    }

    /**
     * A cache.
     *
     * @param bytes what it holds; 0 when there is no such folder
     */
    public record CacheSize(String name, Path folder, long bytes) {}

    /** Whether every native library loads. */
    public boolean healthy() {
        return libraries.stream().allMatch(NativeLibrary::loads);
    }
}
