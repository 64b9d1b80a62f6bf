package io.drydock.train.checkpoint;

import io.drydock.core.error.TrainingException;
import io.drydock.core.run.RunEvent;
import io.drydock.core.run.Stage;
import io.drydock.network.weights.Sha256;
import io.drydock.network.weights.WeightSet;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The numbers of a checkpoint as lines {@code key=value}, doubles exactly. Safe for use by many threads. */
final class StateText {
    private static final String FORMAT = "drydock.checkpoint/1";
    private static final String CHECKSUM = "sha256=";
    private static final String AVERAGE = "average";
    private static final String BEST = "best";

    private StateText() {}

    static List<String> write(Checkpoint checkpoint) {
        Checkpoint.Progress at = checkpoint.progress();
        List<String> lines = new ArrayList<>(List.of(
                "format=" + FORMAT,
                "stage=" + at.stage(),
                "epoch=" + at.epoch(),
                "step=" + at.step(),
                "steps=" + at.steps(),
                "loss_sum=" + at.lossSum(),
                "loss_images=" + at.lossImages(),
                "best_epoch=" + at.bestEpoch(),
                "best_score=" + at.bestScore(),
                "seconds=" + at.seconds(),
                "epoch_seconds=" + at.epochSeconds(),
                "optimizer_steps=" + checkpoint.optimizerSteps(),
                "average_updates=" + checkpoint.averageUpdates()));
        lines.add(AVERAGE + "=" + checkpoint.average().isPresent());
        lines.add(BEST + "=" + checkpoint.best().isPresent());
        for (RunEvent.EpochEnded epoch : checkpoint.history()) {
            lines.add("history=" + epoch.epoch() + "," + epoch.stage().key() + "," + epoch.trainLoss() + ","
                    + epoch.validLoss() + "," + epoch.accuracy() + "," + epoch.weightedF1() + "," + epoch.seconds());
        }
        lines.add(CHECKSUM + sha256(lines));
        return lines;
    }

    /**
     * What {@link #write} wrote. A text of an older version has no checksum and is not verified.
     *
     * @param file what to call it in messages
     * @throws TrainingException if it is damaged, or a file beside it is lost
     */
    static Checkpoint read(
            Path file,
            List<String> lines,
            WeightSet weights,
            WeightSet first,
            WeightSet second,
            Optional<WeightSet> average,
            Optional<WeightSet> best) {
        String last = lines.isEmpty() ? "" : lines.get(lines.size() - 1);
        List<String> content = last.startsWith(CHECKSUM) ? lines.subList(0, lines.size() - 1) : lines;
        if (last.startsWith(CHECKSUM) && !last.equals(CHECKSUM + sha256(content))) {
            throw damaged(file, "its content does not have the checksum that was written with it");
        }
        try {
            return parse(file, content, weights, first, second, average, best);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw damaged(file, String.valueOf(e.getMessage()));
        }
    }

    private static TrainingException damaged(Path file, String what) {
        return new TrainingException(file + " is damaged: " + what
                + ". The run cannot be resumed from it: put the file back from a copy, or train anew.");
    }

    private static String sha256(List<String> lines) {
        return Sha256.of(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    private static Checkpoint parse(
            Path file,
            List<String> lines,
            WeightSet weights,
            WeightSet first,
            WeightSet second,
            Optional<WeightSet> average,
            Optional<WeightSet> best) {
        Map<String, String> values = new HashMap<>();
        List<RunEvent.EpochEnded> history = new ArrayList<>();
        for (String line : lines) {
            int equals = line.indexOf('=');
            String value = line.substring(equals + 1);
            if (line.startsWith("history=")) {
                history.add(epoch(value.split(",", -1)));
            } else {
                values.put(line.substring(0, Math.max(equals, 0)), value);
            }
        }
        if (!FORMAT.equals(values.get("format"))) {
            throw new TrainingException("The checkpoint has format " + values.get("format") + ", this program reads "
                    + FORMAT + ". Resume with the version that wrote it.");
        }
        require(file, values, AVERAGE, average);
        require(file, values, BEST, best);
        return new Checkpoint(
                new Checkpoint.Progress(
                        value(values, "stage"),
                        Integer.parseInt(value(values, "epoch")),
                        Integer.parseInt(value(values, "step")),
                        Long.parseLong(value(values, "steps")),
                        Double.parseDouble(value(values, "loss_sum")),
                        Long.parseLong(value(values, "loss_images")),
                        Integer.parseInt(value(values, "best_epoch")),
                        Double.parseDouble(value(values, "best_score")),
                        Double.parseDouble(value(values, "seconds")),
                        Double.parseDouble(value(values, "epoch_seconds"))),
                weights,
                Long.parseLong(value(values, "optimizer_steps")),
                first,
                second,
                Long.parseLong(value(values, "average_updates")),
                average,
                best,
                history);
    }

    private static void require(Path file, Map<String, String> values, String name, Optional<WeightSet> found) {
        if (Boolean.parseBoolean(values.get(name)) && found.isEmpty()) {
            throw new TrainingException(file.resolveSibling(name + ".safetensors") + " is missing from the checkpoint."
                    + " The run cannot be resumed without: put the file back from a copy, or train anew.");
        }
    }

    private static String value(Map<String, String> values, String key) {
        String value = values.get(key);
        if (value == null) {
            throw new TrainingException("The checkpoint lacks \"" + key + "\". It is damaged; train again.");
        }
        return value;
    }

    private static RunEvent.EpochEnded epoch(String[] words) {
        return new RunEvent.EpochEnded(
                Integer.parseInt(words[0]),
                Stage.valueOf(words[1].toUpperCase(Locale.ROOT)),
                Double.parseDouble(words[2]),
                Double.parseDouble(words[3]),
                Double.parseDouble(words[4]),
                Double.parseDouble(words[5]),
                Double.parseDouble(words[6]));
    }
}
