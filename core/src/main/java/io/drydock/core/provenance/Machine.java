package io.drydock.core.provenance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The machine that something ran on.
 *
 * @param os name, version and architecture
 * @param cpu the processor's own name
 * @param cores available to this process
 * @param memoryBytes the most that Java may use
 * @param java version and vendor
 */
public record Machine(String os, String cpu, int cores, long memoryBytes, String java) {
    /** This machine, as far as it tells. */
    public static Machine current() {
        return new Machine(
                property("os.name") + " " + property("os.version") + " " + property("os.arch"),
                cpuName(Path.of("/proc/cpuinfo")),
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory(),
                property("java.version") + " (" + property("java.vendor") + ")");
    }

    private static String property(String name) {
        return System.getProperty(name, "unknown");
    }

    private static String cpuName(Path cpuinfo) {
        if (Files.isReadable(cpuinfo)) {
            try {
                List<String> lines = Files.readAllLines(cpuinfo, StandardCharsets.UTF_8);
                for (String line : lines) {
                    int colon = line.indexOf(':');
                    if (line.startsWith("model name") && colon > 0) {
                        return line.substring(colon + 1).strip();
                    }
                }
            } catch (IOException e) {
                return property("os.arch") + " (" + e.getMessage() + ")";
            }
        }
        return property("os.arch");
    }
}
