package io.drydock.workbench.feature;

import io.drydock.core.data.ImageSize;
import io.drydock.core.data.Normalization;
import io.drydock.core.device.Device;
import io.drydock.core.error.ConfigException;
import io.drydock.core.error.WeightsException;
import io.drydock.image.hash.ContentHash;
import io.drydock.image.resize.ResizeMode;
import io.drydock.infer.cache.FeatureSettings;
import io.drydock.infer.onnx.OnnxEncoder;
import io.drydock.infer.onnx.SessionSettings;
import io.drydock.network.Model;
import io.drydock.network.graph.GlobalPool;
import io.drydock.network.rewrite.Cut;
import io.drydock.network.source.HubWeights;
import io.drydock.network.source.LoadedWeights;
import io.drydock.network.source.WeightSource;
import io.drydock.network.weights.BundledBackbone;
import io.drydock.network.zoo.ModelZoo;
import io.drydock.train.device.Devices;
import io.drydock.train.forward.ForwardEngine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** What turns a picture into an embedding. */
public sealed interface Encoder {
    /** Height and width at which pictures are looked at when nobody says otherwise. */
    ImageSize STANDARD_SIZE = new ImageSize(140, 210);

    /** What reports call it. */
    String name();

    /**
     * Loads the weights.
     *
     * @param cores that it may use, at least 1
     * @throws WeightsException if they cannot be had or do not fit
     */
    OpenEncoder open(int cores);

    /**
     * The same on a device.
     *
     * @throws io.drydock.core.error.ConfigException if the device cannot be used, or not by this encoder
     */
    Encoder on(Device device);

    /** The bundled backbone at its usual size. */
    static Encoder standard() {
        return Backbone.of(BundledBackbone.MODEL);
    }

    /** An encoder in a file that sees whole pictures squished to its size; see {@link OnnxFile}. */
    static Encoder file(Path file, ImageSize size, Normalization normalization, Optional<String> output) {
        return new OnnxFile(file, size, ResizeMode.SQUISH, normalization, output);
    }

    /**
     * A pretrained network of the zoo up to its pooled features.
     *
     * @param weights as after {@code --weights}; empty for the bundled ones or those already on this machine
     * @param pooling of the last feature map
     */
    record Backbone(String model, Optional<String> weights, ImageSize size, ResizeMode resize, GlobalPool.Kind pooling)
            implements Encoder {
        /** A model at the usual size, pooled by the mean. */
        public static Backbone of(String model) {
            return new Backbone(model, Optional.empty(), STANDARD_SIZE, ResizeMode.SQUISH, GlobalPool.Kind.AVERAGE);
        }

        /** The same at another size. */
        public Backbone at(ImageSize other) {
            return new Backbone(model, weights, other, resize, pooling);
        }

        @Override
        public String name() {
            return model + " at " + size;
        }

        @Override
        public Encoder on(Device device) {
            Device resolved = Devices.resolve(device);
            return resolved == Devices.resolve(Device.AUTO) ? this : new Placed(this, resolved);
        }

        @Override
        public OpenEncoder open(int cores) {
            return open(cores, Devices.resolve(Device.AUTO));
        }

        private OpenEncoder open(int cores, Device device) {
            HubWeights hub = HubWeights.ofEnvironment();
            WeightSource source = weights.map(WeightSource::parse).orElseGet(() -> WeightSource.automatic(model, hub));
            LoadedWeights loaded = source.load(model, hub)
                    .orElseThrow(() -> new WeightsException("Untrained weights of " + model
                            + " see nothing. Name a .safetensors file, hub, or bundled for --weights."));
            Model backbone = Cut.backbone(loaded.body(ModelZoo.create(model)), pooling);
            return new OpenEncoder(
                    ForwardEngine.extractor(backbone, device, cores),
                    FeatureSettings.plain(
                            ForwardEngine.hashOf(backbone, device), size, resize, loaded.normalization()));
        }
    }

    /**
     * A backbone on another device than the usual one.
     *
     * @param device as {@link Devices#resolve} gives it
     */
    record Placed(Backbone backbone, Device device) implements Encoder {
        @Override
        public String name() {
            return backbone.name();
        }

        @Override
        public Encoder on(Device other) {
            return backbone.on(other);
        }

        @Override
        public OpenEncoder open(int cores) {
            return backbone.open(cores, device);
        }
    }

    /**
     * Any image encoder in an ONNX file.
     *
     * @param size height and width that it is given
     * @param normalization of the pixels that it was trained with
     * @param output name of the output to read; empty to choose the one that looks most like an embedding
     */
    record OnnxFile(Path file, ImageSize size, ResizeMode resize, Normalization normalization, Optional<String> output)
            implements Encoder {
        @Override
        public String name() {
            return file.getFileName() + " at " + size;
        }

        @Override
        public Encoder on(Device device) {
            if (device != Device.AUTO && device != Device.CPU) {
                throw new ConfigException("--device " + device.key() + ": an encoder in an ONNX file, such as " + file
                        + ", is computed on the CPU only. Use --device cpu, or a --backbone.");
            }
            return this;
        }

        @Override
        public OpenEncoder open(int cores) {
            OnnxEncoder encoder = OnnxEncoder.read(file, size, output, SessionSettings.lanes(cores));
            String key = contentHash() + "\n" + encoder.output();
            String sha256 = ContentHash.ofBytes(key.getBytes(StandardCharsets.UTF_8));
            return new OpenEncoder(encoder, FeatureSettings.plain(sha256, size, resize, normalization));
        }

        private String contentHash() {
            try {
                return ContentHash.ofFile(file);
            } catch (IOException e) {
                throw new WeightsException("Could not read " + file + ": " + e.getMessage() + ".", e);
            }
        }
    }
}
