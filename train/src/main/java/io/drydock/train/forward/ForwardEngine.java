package io.drydock.train.forward;

import io.drydock.core.device.Device;
import io.drydock.image.hash.ContentHash;
import io.drydock.infer.Classifier;
import io.drydock.infer.FeatureExtractor;
import io.drydock.infer.cache.FeatureSettings;
import io.drydock.infer.onnx.OnnxClassifier;
import io.drydock.infer.onnx.OnnxFeatureExtractor;
import io.drydock.infer.onnx.SessionSettings;
import io.drydock.network.Model;
import io.drydock.train.torch.TorchDevice;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * Opens networks for forward passes: by ONNX Runtime on the CPU, where it is faster and libtorch is not loaded, and by
 * libtorch elsewhere. Safe for use by many threads.
 */
public final class ForwardEngine {
    private ForwardEngine() {}

    /**
     * Opens a backbone.
     *
     * @param device as {@link io.drydock.train.device.Devices#resolve} gives it
     * @param cores that it may use, at least 1
     */
    public static FeatureExtractor extractor(Model backbone, Device device, int cores) {
        return device == Device.CPU
                ? OnnxFeatureExtractor.of(backbone, SessionSettings.lanes(cores))
                : TorchFeatureExtractor.of(backbone, TorchDevice.of(device), cores);
    }

    /**
     * Opens a whole network.
     *
     * @param graph its exported file, for the CPU
     * @param model the same network with its weights, for other devices
     * @param device as {@link io.drydock.train.device.Devices#resolve} gives it
     * @param cores that it may use, at least 1
     */
    public static Classifier classifier(Path graph, Supplier<Model> model, Device device, int cores) {
        return device == Device.CPU
                ? OnnxClassifier.read(graph, SessionSettings.lanes(cores))
                : TorchClassifier.of(model.get(), TorchDevice.of(device), cores);
    }

    /**
     * Hash of a backbone and of what computes it. Devices round differently, so that one's features are not kept as
     * another's: what a run on the CPU gives must not depend on what a GPU did before.
     */
    public static String hashOf(Model backbone, Device device) {
        String hash = FeatureSettings.hashOf(backbone);
        return device == Device.CPU
                ? hash
                : ContentHash.ofBytes((hash + "\n" + device.key()).getBytes(StandardCharsets.UTF_8));
    }
}
