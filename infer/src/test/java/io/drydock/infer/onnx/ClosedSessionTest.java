package io.drydock.infer.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drydock.infer.DirectFloats;
import io.drydock.infer.Pictures;
import io.drydock.infer.TinyModel;
import io.drydock.network.weights.FormulaWeights;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ClosedSessionTest {
    private static final int THREADS = 4;
    private static final int BATCH = 64;
    private static final float[] PICTURES = FormulaWeights.input(
                    "input", BATCH, 3, Pictures.SIZE.height(), Pictures.SIZE.width())
            .values();

    /** The library itself reads freed memory then and takes the process down. */
    @Test
    void closingWhileOtherThreadsRunBatchesIsAnErrorForThemAndNotTheEndOfTheProcess()
            throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            for (int round = 0; round < 20; round++) {
                OnnxClassifier classifier = OnnxClassifier.of(TinyModel.linear(), SessionSettings.lanes(1));
                CountDownLatch running = new CountDownLatch(THREADS);
                List<Future<String>> ends = new ArrayList<>();
                for (int thread = 0; thread < THREADS; thread++) {
                    ends.add(threads.submit(() -> untilClosed(classifier, running)));
                }
                running.await();

                classifier.close();

                for (Future<String> end : ends) {
                    assertThat(end.get()).contains("was closed");
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aClosedModelSaysSoAndMayBeClosedAgain() {
        OnnxClassifier classifier = OnnxClassifier.of(TinyModel.linear(), SessionSettings.lanes(1));
        classifier.close();
        classifier.close();

        assertThatThrownBy(() -> run(classifier)).hasMessage("tiny was closed. Open it again.");
        assertThatThrownBy(classifier::metadata).hasMessage("tiny was closed. Open it again.");
    }

    private static String untilClosed(OnnxClassifier classifier, CountDownLatch running) {
        try {
            run(classifier);
            running.countDown();
            while (true) {
                run(classifier);
            }
        } catch (IllegalStateException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static void run(OnnxClassifier classifier) {
        classifier.logits(DirectFloats.of(PICTURES), BATCH, Pictures.SIZE, new float[BATCH][TinyModel.CLASSES]);
    }
}
