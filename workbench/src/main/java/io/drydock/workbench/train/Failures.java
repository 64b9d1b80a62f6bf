package io.drydock.workbench.train;

import io.drydock.core.error.TrainingException;
import io.drydock.train.config.BatchConfig;
import io.drydock.train.config.TrainConfig;
import java.util.Locale;

/** Native failures said in words that help. Safe for use by many threads. */
final class Failures {
    private Failures() {}

    /** What to do when memory ran out. */
    static String outOfMemory(TrainConfig config) {
        BatchConfig batch = config.batch();
        int smaller = Math.max(1, batch.pass() / 2);
        return "Memory ran out while training " + config.model() + " at "
                + config.input().sizes() + " with batch "
                + batch.size() + ". Use --micro-batch " + smaller
                + " (batch norms that learn, the head's among them, then see that many images at a time), a smaller --size,"
                + " or a smaller model.";
    }

    /** An exception of the tensor library as one of ours where it is known; its message cut to the first line. */
    static RuntimeException translated(RuntimeException e, TrainConfig config) {
        String first = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        String lower = first.toLowerCase(Locale.ROOT);
        if (lower.contains("alloc") && (lower.contains("memory") || lower.contains("bad_alloc"))) {
            return new TrainingException(outOfMemory(config), e);
        }
        if (e.getClass() == RuntimeException.class) {
            return new TrainingException("The tensor library failed: " + first, e);
        }
        return e;
    }
}
