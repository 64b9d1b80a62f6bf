package io.drydock.core.library;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The mounted file systems of Linux and whether programs may run from them. Elsewhere, and where the system's list cannot
 * be read, everything may run. Safe for use by many threads.
 */
final class Mounts {
    private static final Path LIST = Path.of("/proc/self/mounts");

    private final List<String> lines;

    /** @param lines in the form of {@code /proc/self/mounts}: device, folder, type, options */
    Mounts(List<String> lines) {
        this.lines = List.copyOf(lines);
    }

    static Mounts current() {
        if (!Files.isReadable(LIST)) {
            return new Mounts(List.of());
        }
        try {
            return new Mounts(Files.readAllLines(LIST, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return new Mounts(List.of());
        }
    }

    /** Whether a library in this folder, which exists, can be loaded. */
    boolean mayRun(Path folder) {
        Path real = real(folder);
        int longest = -1;
        boolean runs = true;
        for (String line : lines) {
            String[] fields = line.split(" ");
            if (fields.length > 3) {
                Path mounted = Path.of(fields[1].replace("\\040", " "));
                if (real.startsWith(mounted) && mounted.getNameCount() >= longest) {
                    longest = mounted.getNameCount();
                    runs = !Arrays.asList(fields[3].split(",")).contains("noexec");
                }
            }
        }
        return runs;
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            return folder.toAbsolutePath().normalize();
        }
    }
}
