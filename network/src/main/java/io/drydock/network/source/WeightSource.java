package io.drydock.network.source;

import io.drydock.core.error.ConfigException;
import io.drydock.core.error.WeightsException;
import io.drydock.network.weights.BundledBackbone;
import io.drydock.network.weights.Safetensors;
import io.drydock.network.weights.Sha256;
import io.drydock.network.weights.WeightSet;
import io.drydock.network.zoo.ModelInfo;
import io.drydock.network.zoo.ModelZoo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Where a model's first weights come from. */
public sealed interface WeightSource {
    /**
     * The weights for a model, or none when it starts from scratch.
     *
     * @throws WeightsException if they cannot be had
     */
    Optional<LoadedWeights> load(String model, HubWeights hub);

    /** As it is written after {@code --weights}. */
    String text();

    /** Reads {@code bundled}, {@code hub}, {@code hub:owner/name}, {@code none}, or the path of a .safetensors file. */
    static WeightSource parse(String text) {
        String source = text.strip();
        if (source.equals("bundled")) {
            return new Bundled();
        }
        if (source.equals("none")) {
            return new None();
        }
        if (source.equals("hub")) {
            return new Hub(Optional.empty());
        }
        if (source.startsWith("hub:")) {
            return new Hub(Optional.of(source.substring("hub:".length())));
        }
        if (source.endsWith(".safetensors")) {
            return new File(Path.of(source));
        }
        throw new ConfigException("\"" + text + "\" is no source of weights. Write bundled, hub, hub:OWNER/NAME, none,"
                + " or the path of a .safetensors file.");
    }

    /**
     * The source to use when none is named: the bundled backbone, or the hub's files that are already on this machine.
     *
     * @throws WeightsException saying how to get weights, if neither has the model
     */
    static WeightSource automatic(String model, HubWeights hub) {
        ModelInfo info = ModelZoo.info(model);
        if (info.bundled()) {
            return new Bundled();
        }
        if (hub.cached(info.hubRepository()).isPresent()) {
            return new Hub(Optional.empty());
        }
        throw new WeightsException("There are no weights for " + model + " on this machine. Fetch them with"
                + " `drydock weights pull " + model + "` or --weights hub (" + info.hubRepository()
                + "), name a file with"
                + " --weights FILE.safetensors, start from scratch with --weights none, or use --model "
                + BundledBackbone.MODEL + ", whose weights come with Drydock.");
    }

    /** The backbone that comes with Drydock. */
    record Bundled() implements WeightSource {
        @Override
        public Optional<LoadedWeights> load(String model, HubWeights hub) {
            ModelInfo info = ModelZoo.info(model);
            if (!info.bundled()) {
                throw new WeightsException("The bundled weights are those of " + BundledBackbone.MODEL + ", not of "
                        + model + ". Use --weights hub, or --model " + BundledBackbone.MODEL + ".");
            }
            return Optional.of(new LoadedWeights(
                    BundledBackbone.load(),
                    info.normalization(),
                    info.interpolation(),
                    "The bundled backbone",
                    BundledBackbone.sha256()));
        }

        @Override
        public String text() {
            return "bundled";
        }
    }

    /** A safetensors file with timm's names. */
    record File(Path path) implements WeightSource {
        @Override
        public Optional<LoadedWeights> load(String model, HubWeights hub) {
            ModelInfo info = ModelZoo.info(model);
            WeightSet tensors = Safetensors.read(path);
            try {
                return Optional.of(new LoadedWeights(
                        tensors, info.normalization(), info.interpolation(), path.toString(), Sha256.of(path)));
            } catch (IOException e) {
                throw new WeightsException("Could not read " + path + ": " + e.getMessage() + ".", e);
            }
        }

        @Override
        public String text() {
            return path.toString();
        }
    }

    /** A repository of the Hugging Face hub: the model's usual one, or another. */
    record Hub(Optional<String> repository) implements WeightSource {
        @Override
        public Optional<LoadedWeights> load(String model, HubWeights hub) {
            return Optional.of(
                    hub.load(repository.orElseGet(() -> ModelZoo.info(model).hubRepository())));
        }

        @Override
        public String text() {
            return repository.map(name -> "hub:" + name).orElse("hub");
        }
    }

    /** No weights: training starts from scratch. */
    record None() implements WeightSource {
        @Override
        public Optional<LoadedWeights> load(String model, HubWeights hub) {
            return Optional.empty();
        }

        @Override
        public String text() {
            return "none";
        }
    }
}
