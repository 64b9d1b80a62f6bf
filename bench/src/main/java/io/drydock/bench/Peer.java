package io.drydock.bench;

import io.drydock.core.data.ImageSize;
import io.drydock.core.error.ConfigException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** The same work in PyTorch and Python's ONNX Runtime: runs the peer script and reads its lines. For one thread at a time. */
final class Peer {
    /** Settings of the launcher that the peer's users do not have. */
    private static final List<String> OURS = List.of("OMP_WAIT_POLICY", "GLIBC_TUNABLES");

    private static final List<String> MODULES = List.of("torch", "timm", "onnx", "onnxscript", "onnxruntime");

    private final Path python;
    private final Path script;

    Peer(Path python, Path script) {
        this.python = python.getNameCount() > 1 ? python.toAbsolutePath() : python;
        this.script = script.toAbsolutePath().normalize();
    }

    /**
     * Makes sure that Python has what the script imports, some of it only after minutes.
     *
     * @throws ConfigException saying what to install
     */
    void require() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(python.toString(), "-c", "import " + String.join(", ", MODULES))
                .redirectErrorStream(true)
                .start();
        List<String> said;
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            said = lines.lines().toList();
        }
        if (process.waitFor() != 0) {
            throw new ConfigException(String.format(
                    "%s lacks what the peer needs: %s. Install it: %s -m pip install %s",
                    python, last(said), python, String.join(" ", MODULES)));
        }
    }

    /**
     * Runs the script for one model and hands on each line as it comes. It runs in a folder of its own, for it leaves files.
     *
     * @throws IOException if it cannot be started, or fails; then with the last thing it said
     */
    void measure(String model, ImageSize size, int batch, Duration duration, Consumer<Measurement> heard)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("drydock-peer");
        Path said = folder.resolve("errors.txt");
        ProcessBuilder builder = new ProcessBuilder(command(model, size, batch, duration))
                .directory(folder.toFile())
                .redirectError(said.toFile());
        OURS.forEach(builder.environment()::remove);
        Process process = builder.start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("{")) {
                    heard.accept(Measurement.read(line));
                }
            }
        }
        int exit = process.waitFor();
        List<String> errors = Files.readAllLines(said);
        Files.deleteIfExists(folder.resolve("peer.onnx"));
        Files.delete(said);
        Files.deleteIfExists(folder);
        if (exit != 0) {
            throw new IOException(script + " ended with " + exit + ": " + last(errors));
        }
    }

    private static String last(List<String> lines) {
        return lines.isEmpty() ? "nothing said" : lines.get(lines.size() - 1);
    }

    private List<String> command(String model, ImageSize size, int batch, Duration duration) {
        return List.of(
                python.toString(),
                script.toString(),
                "--model",
                model,
                "--size",
                size.toString(),
                "--batch",
                Integer.toString(batch),
                "--seconds",
                Long.toString(duration.toSeconds()),
                "--what",
                "train,frozen,predict,onnx");
    }
}
