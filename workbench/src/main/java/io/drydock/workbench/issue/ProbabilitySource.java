package io.drydock.workbench.issue;

import io.drydock.core.device.Device;
import io.drydock.core.error.ConfigException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Where the class probabilities come from that given labels are held against. */
public sealed interface ProbabilitySource {
    /**
     * The same computed on a device, where anything is left to compute.
     *
     * @throws ConfigException if it cannot be used
     */
    default ProbabilitySource on(Device device) {
        return this;
    }

    /** Whether something made them that Drydock does not know, and that may know classes from elsewhere. */
    default boolean isFromOutside() {
        return this instanceof Csv || this instanceof Npy;
    }

    /** The linear probe, out of fold. */
    record Probe(ProbeChoice choice) implements ProbabilitySource {
        @Override
        public ProbabilitySource on(Device device) {
            return new Probe(choice.on(device));
        }
    }

    /**
     * Finished runs, each on the images that it was validated on: one run, or one a fold. An image of several runs gets
     * their mean.
     *
     * @param names folder names, numbers or {@code latest}
     */
    record Runs(List<String> names) implements ProbabilitySource {
        public Runs {
            names = List.copyOf(names);
        }
    }

    /** A CSV file, ours or another tool's. */
    record Csv(Path file) implements ProbabilitySource {}

    /** A NumPy array [images][classes], its rows in the order of the imported labels. */
    record Npy(Path file) implements ProbabilitySource {}

    /**
     * Reads {@code probe}, {@code run:3} or {@code run:3,4,5}, or the name of a .csv or .npy file.
     *
     * @param probe what {@code probe} means
     * @throws ConfigException if the text is none of these
     */
    static ProbabilitySource parse(String text, ProbeChoice probe) {
        String source = text.strip();
        String lower = source.toLowerCase(Locale.ROOT);
        if (lower.equals("probe")) {
            return new Probe(probe);
        }
        if (lower.startsWith("run:") && source.length() > 4) {
            return new Runs(
                    Stream.of(source.substring(4).split(",")).map(String::strip).toList());
        }
        if (lower.endsWith(".csv")) {
            return new Csv(Path.of(source));
        }
        if (lower.endsWith(".npy")) {
            return new Npy(Path.of(source));
        }
        throw new ConfigException(
                "\"" + text + "\" is no source of probabilities. Write probe, run:RUN, run:RUN,RUN,..."
                        + " for the runs of several folds, or the name of a .csv or .npy file.");
    }
}
