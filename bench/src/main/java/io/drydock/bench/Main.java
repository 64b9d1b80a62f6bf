package io.drydock.bench;

import io.drydock.core.data.ImageSize;
import io.drydock.train.config.BatchNormMode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * {@code make bench}: prints one table of images a second. Properties: {@code bench.models} (comma-separated), {@code
 * bench.seconds} a measurement, {@code bench.peer} (a Python with torch, timm, onnx and onnxruntime) and {@code
 * bench.script} (the peer script), which then run in the same table.
 */
public final class Main {
    private static final ImageSize SIZE = new ImageSize(140, 210);
    private static final List<Integer> BATCHES = List.of(32, 64);

    private Main() {}

    /** Measures and prints. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Duration duration = Duration.ofSeconds(Long.getLong("bench.seconds", 15));
        System.out.printf("%-9s %-24s %-8s %-38s %8s %8s%n", "engine", "model", "what", "variant", "median", "best");
        for (String model : System.getProperty("bench.models", "tf_efficientnet_lite0,resnet50")
                .split(",")) {
            for (int batch : BATCHES) {
                Speed speed = new Speed(model, SIZE, batch, duration);
                System.out.println(speed.train(BatchNormMode.FOLDED).line());
                System.out.println(speed.train(BatchNormMode.TRAINED).line());
            }
            Speed forward = new Speed(model, SIZE, BATCHES.get(0), duration);
            System.out.println(forward.frozen().line());
            System.out.println(forward.predict().line());
            String python = System.getProperty("bench.peer", "");
            if (!python.isEmpty()) {
                Peer peer = new Peer(
                        Path.of(python), Path.of(System.getProperty("bench.script", "../shared/peer/torch_speed.py")));
                for (Measurement line : peer.measure(model, SIZE, BATCHES.get(1), duration)) {
                    System.out.println(line.line());
                }
            }
        }
    }
}
