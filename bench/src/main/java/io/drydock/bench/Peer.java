package io.drydock.bench;

import io.drydock.core.data.ImageSize;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The same work in PyTorch and Python's ONNX Runtime: runs the peer script and reads its lines. For one thread at a time. */
final class Peer {
    private final Path python;
    private final Path script;

    Peer(Path python, Path script) {
        this.python = python;
        this.script = script;
    }

    /** Runs the script for one model. */
    List<Measurement> measure(String model, ImageSize size, int batch, Duration duration)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
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
                        "train,frozen,predict,onnx")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<Measurement> measured = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("{")) {
                    measured.add(read(JsonMapper.shared().readTree(line)));
                }
            }
        }
        int exit = process.waitFor();
        if (exit != 0) {
            throw new IOException(script + " ended with " + exit + "; run it alone to see why");
        }
        return measured;
    }

    private static Measurement read(JsonNode line) {
        return new Measurement(
                "python",
                line.get("model").asString(),
                line.get("what").asString(),
                line.get("variant").asString() + ", batch " + line.get("batch").asInt(),
                line.get("img_per_s_median").asDouble(),
                line.get("img_per_s_best").asDouble());
    }
}
