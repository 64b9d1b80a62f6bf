package io.drydock.workbench;

import com.sun.management.OperatingSystemMXBean;
import io.drydock.core.library.LibraryFolder;
import io.drydock.core.provenance.Machine;
import io.drydock.workbench.machine.FolderSize;
import io.drydock.workbench.machine.LoadedElsewhere;
import io.drydock.workbench.machine.MachineReport;
import io.drydock.workbench.machine.MachineReport.CacheSize;
import io.drydock.workbench.machine.NativeLibrary;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code drydock doctor}: says what the machine has and whether each native library loads. Every library is loaded in a process of its own, so
 * that this one stays free of them. Safe for use by many threads.
 */
public final class CheckMachine {
    private static final List<Probe> PROBES = List.of(
            new Probe("OpenCV", "reading images", "io.drydock.image.opencv.OpenCvLibrary"),
            new Probe("ONNX Runtime", "features, predictions", "io.drydock.infer.onnx.OnnxRuntimeLibrary"),
            new Probe("libtorch", "training", "io.drydock.train.torch.TorchLibrary"));

    private record Probe(String name, String purpose, String mainClass) {}

    /**
     * What to look at.
     *
     * @param workspace whose cache is measured, if any
     * @param environment variables of the process, which say where caches lie
     */
    public record Request(Optional<Path> workspace, Map<String, String> environment) {
        public Request {
            environment = Map.copyOf(environment);
        }
    }

    /** Looks. */
    public MachineReport run(Request request, Progress progress) {
        List<NativeLibrary> libraries = new ArrayList<>();
        for (Probe probe : PROBES) {
            progress.at("loading " + probe.name(), libraries.size(), PROBES.size());
            libraries.add(LoadedElsewhere.load(probe.name(), probe.purpose(), probe.mainClass()));
        }
        progress.at("loading libraries", PROBES.size(), PROBES.size());
        long total = 0;
        long free = 0;
        if (ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system) {
            total = system.getTotalMemorySize();
            free = system.getFreeMemorySize();
        }
        return new MachineReport(Machine.current(), total, free, libraries, caches(request));
    }

    private static List<CacheSize> caches(Request request) {
        Path home = Path.of(System.getProperty("user.home"));
        Map<String, String> environment = request.environment();
        Path hub = Optional.ofNullable(environment.get("HF_HUB_CACHE"))
                .map(Path::of)
                .or(() -> Optional.ofNullable(environment.get("HF_HOME")).map(folder -> Path.of(folder, "hub")))
                .orElse(home.resolve(".cache").resolve("huggingface").resolve("hub"));
        Path libraries = LibraryFolder.current().path();
        List<CacheSize> caches = new ArrayList<>();
        request.workspace().ifPresent(folder -> caches.add(size("workspace cache", folder.resolve("cache"))));
        caches.add(size("unpacked libraries", libraries));
        caches.add(size("downloaded weights", hub));
        return caches;
    }

    private static CacheSize size(String name, Path folder) {
        return new CacheSize(name, folder, FolderSize.bytes(folder));
    }
}
