package io.drydock.infer.onnx;

import io.drydock.infer.DirectFloats;
import io.drydock.infer.Pictures;
import io.drydock.infer.TinyModel;
import io.drydock.network.weights.FormulaWeights;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A program that opens a model and runs it while it is already going down, as a training may on Ctrl-C. */
final class OpeningWhileExiting {
    private OpeningWhileExiting() {}

    public static void main(String[] arguments) {
        Path report = Path.of(arguments[0]);
        run();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> holdOpen(report)));
        System.exit(0);
    }

    private static void holdOpen(Path report) {
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1)); // the library's own hook has run by then
        String outcome;
        try {
            run();
            outcome = "ran";
        } catch (RuntimeException e) {
            outcome = "failed: " + e.getMessage();
        }
        try {
            Files.writeString(report, outcome);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run() {
        float[] pictures = FormulaWeights.input("input", 1, 3, Pictures.SIZE.height(), Pictures.SIZE.width())
                .values();
        try (OnnxClassifier classifier = OnnxClassifier.of(TinyModel.linear(), SessionSettings.lanes(1))) {
            classifier.logits(DirectFloats.of(pictures), 1, Pictures.SIZE, new float[1][TinyModel.CLASSES]);
        }
    }
}
