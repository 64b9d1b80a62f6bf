package io.drydock.core.run;

import java.util.LinkedHashMap;
import java.util.Map;

/** Something that happened in a training, in the words of {@code train --json}: one event a line. */
public sealed interface RunEvent {
    /** The value of {@code "event"}: {@code started}, {@code step}, {@code epoch}, ... */
    String event();

    /** Name and value of each field in order, {@code snake_case}, {@code event} first; a number that is not known is NaN. */
    Map<String, Object> fields();

    /**
     * The first event.
     *
     * @param run folder name, such as {@code 0001-tf_efficientnet_lite0}
     * @param size HEIGHTxWIDTH of the first stage
     * @param resumedAtStep steps that an earlier process had already done, 0 for a new run
     */
    record Started(
            String run,
            String model,
            String recipe,
            String size,
            int split,
            int epochs,
            long steps,
            int trainImages,
            int validImages,
            int threads,
            String device,
            long resumedAtStep)
            implements RunEvent {
        @Override
        public String event() {
            return "started";
        }

        @Override
        public Map<String, Object> fields() {
            Map<String, Object> fields = begin(event());
            fields.put("run", run);
            fields.put("model", model);
            fields.put("recipe", recipe);
            fields.put("size", size);
            fields.put("split", split);
            fields.put("epochs", epochs);
            fields.put("steps", steps);
            fields.put("train_images", trainImages);
            fields.put("valid_images", validImages);
            fields.put("threads", threads);
            fields.put("device", device);
            fields.put("resumed_at_step", resumedAtStep);
            return fields;
        }
    }

    /**
     * One optimizer step.
     *
     * @param epoch from 1
     * @param step within the whole run, from 1
     * @param steps of the whole run
     * @param rate learning rate of the head
     * @param secondsLeft estimate for the rest of the run
     */
    record Step(
            int epoch,
            Stage stage,
            long step,
            long steps,
            double loss,
            double rate,
            double imagesPerSecond,
            double secondsLeft)
            implements RunEvent {
        @Override
        public String event() {
            return "step";
        }

        @Override
        public Map<String, Object> fields() {
            Map<String, Object> fields = begin(event());
            fields.put("epoch", epoch);
            fields.put("stage", stage.key());
            fields.put("step", step);
            fields.put("steps", steps);
            fields.put("loss", loss);
            fields.put("rate", rate);
            fields.put("images_per_second", imagesPerSecond);
            fields.put("left_seconds", secondsLeft);
            return fields;
        }
    }

    /**
     * Work before or between epochs: decoding, features of frozen views.
     *
     * @param what in words, such as {@code features of view 2}
     */
    record Progress(String what, long done, long total) implements RunEvent {
        @Override
        public String event() {
            return "progress";
        }

        @Override
        public Map<String, Object> fields() {
            Map<String, Object> fields = begin(event());
            fields.put("what", what);
            fields.put("done", done);
            fields.put("total", total);
            return fields;
        }
    }

    /**
     * An epoch ended; validation figures are NaN where there is no validation part.
     *
     * @param epoch from 1
     * @param seconds of this epoch, validation included
     */
    record EpochEnded(
            int epoch,
            Stage stage,
            double trainLoss,
            double validLoss,
            double accuracy,
            double weightedF1,
            double seconds)
            implements RunEvent {
        @Override
        public String event() {
            return "epoch";
        }

        @Override
        public Map<String, Object> fields() {
            Map<String, Object> fields = begin(event());
            fields.put("epoch", epoch);
            fields.put("stage", stage.key());
            fields.put("train_loss", trainLoss);
            fields.put("valid_loss", validLoss);
            fields.put("accuracy", accuracy);
            fields.put("weighted_f1", weightedF1);
            fields.put("seconds", seconds);
            return fields;
        }
    }

    /**
     * A checkpoint stands complete on disk.
     *
     * @param step steps done when it was taken
     */
    record CheckpointWritten(int epoch, long step, String folder) implements RunEvent {
        @Override
        public String event() {
            return "checkpoint";
        }

        @Override
        public Map<String, Object> fields() {
            Map<String, Object> fields = begin(event());
            fields.put("epoch", epoch);
            fields.put("step", step);
            fields.put("folder", folder);
            return fields;
        }
    }

    /** Something that the user should know and that does not stop the run, such as a skipped file. */
    record Noted(String message) implements RunEvent {
        @Override
        public String event() {
            return "note";
        }

        @Override
        public Map<String, Object> fields() {
            Map<String, Object> fields = begin(event());
            fields.put("message", message);
            return fields;
        }
    }

    /** The run was asked to stop and can be resumed. */
    record Interrupted(String run, int epoch, long step) implements RunEvent {
        @Override
        public String event() {
            return "interrupted";
        }

        @Override
        public Map<String, Object> fields() {
            Map<String, Object> fields = begin(event());
            fields.put("run", run);
            fields.put("epoch", epoch);
            fields.put("step", step);
            return fields;
        }
    }

    /**
     * The last event of a run that went well.
     *
     * @param keptEpoch the epoch whose weights were kept, from 1
     * @param weightedF1 of the exported graph on the validation part, NaN where there is none
     * @param epochChosen whether the epoch was chosen by its score on that very part
     */
    record Finished(
            String run,
            int epochs,
            int keptEpoch,
            double weightedF1,
            double accuracy,
            boolean epochChosen,
            double seconds)
            implements RunEvent {
        @Override
        public String event() {
            return "finished";
        }

        @Override
        public Map<String, Object> fields() {
            Map<String, Object> fields = begin(event());
            fields.put("run", run);
            fields.put("epochs", epochs);
            fields.put("kept_epoch", keptEpoch);
            fields.put("weighted_f1", weightedF1);
            fields.put("accuracy", accuracy);
            fields.put("epoch_chosen_on_same_images", epochChosen);
            fields.put("seconds", seconds);
            return fields;
        }
    }

    /** The last event of a run that failed. */
    record Failed(String message) implements RunEvent {
        @Override
        public String event() {
            return "failed";
        }

        @Override
        public Map<String, Object> fields() {
            Map<String, Object> fields = begin(event());
            fields.put("message", message);
            return fields;
        }
    }

    private static Map<String, Object> begin(String event) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("event", event);
        return fields;
    }
}
