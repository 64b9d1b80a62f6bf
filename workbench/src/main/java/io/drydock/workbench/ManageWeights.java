package io.drydock.workbench;

import io.drydock.core.error.WeightsException;
import io.drydock.network.source.HubWeights;
import io.drydock.network.weights.BundledBackbone;
import io.drydock.network.zoo.ModelInfo;
import io.drydock.network.zoo.ModelZoo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code drydock weights}: which models' pretrained weights are on this machine, fetching them from the hub, and checking
 * that they are intact. Safe for use by many threads.
 */
public final class ManageWeights {
    private final HubWeights hub;

    /** With the hub that the environment names. */
    public ManageWeights() {
        this(HubWeights.ofEnvironment());
    }

    /** @param hub where weights come from and are kept */
    public ManageWeights(HubWeights hub) {
        this.hub = hub;
    }

    /** Where a model's weights are. */
    public enum State {
        /** They come with Drydock. */
        BUNDLED,
        /** Fetched, on this machine. */
        CACHED,
        /** On the hub only. */
        REMOTE,
        /** On this machine, and not what their hash promises. */
        DAMAGED;

        /** Lower-case name as {@code --json} writes it. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Weights of a model.
     *
     * @param repository on the hub
     * @param file on this machine, where it is one
     * @param sizeBytes 0 when they are not here
     * @param sha256 that they have or promise; empty when they are not here
     */
    public record Line(
            String model, State state, String repository, Optional<Path> file, long sizeBytes, String sha256) {}

    /** All models; asks nobody and reads no weights. */
    public List<Line> list() {
        return ModelZoo.names().stream().map(this::line).toList();
    }

    /**
     * Fetches a model's weights unless they are here and current.
     *
     * @throws WeightsException saying what stood in the way and what to do
     */
    public Line pull(String model, Progress progress) {
        ModelInfo info = ModelZoo.info(model);
        if (!info.bundled()) {
            hub.reporting((file, received, total) ->
                            progress.at("fetching " + file, received, Math.max(received, total)))
                    .pull(info.hubRepository());
        }
        return line(model);
    }

    /** Reads every weight file on this machine and compares its hash. */
    public List<Line> verify(Progress progress) {
        List<Line> here =
                list().stream().filter(line -> line.state() != State.REMOTE).toList();
        progress.at("verifying", 0, here.size());
        return here.stream()
                .map(line -> {
                    Line checked = verified(line);
                    progress.at("verifying " + line.model(), here.indexOf(line) + 1, here.size());
                    return checked;
                })
                .toList();
    }

    private Line verified(Line line) {
        boolean intact;
        if (line.state() == State.BUNDLED) {
            try {
                BundledBackbone.load();
                intact = true;
            } catch (WeightsException e) {
                intact = false;
            }
        } else {
            intact = hub.verify(line.repository());
        }
        return intact
                ? line
                : new Line(
                        line.model(), State.DAMAGED, line.repository(), line.file(), line.sizeBytes(), line.sha256());
    }

    private Line line(String model) {
        ModelInfo info = ModelZoo.info(model);
        if (info.bundled()) {
            return new Line(
                    model,
                    State.BUNDLED,
                    info.hubRepository(),
                    Optional.empty(),
                    BundledBackbone.sizeBytes(),
                    BundledBackbone.sha256());
        }
        return hub.cached(info.hubRepository())
                .map(cached -> new Line(
                        model,
                        State.CACHED,
                        info.hubRepository(),
                        Optional.of(cached.weights()),
                        size(cached.weights()),
                        cached.sha256()))
                .orElseGet(() -> new Line(model, State.REMOTE, info.hubRepository(), Optional.empty(), 0, ""));
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new WeightsException("Could not read " + file + ": " + e.getMessage() + ".", e);
        }
    }
}
