package io.drydock.cli;

import io.drydock.core.data.ImageSize;
import io.drydock.core.data.Normalization;
import io.drydock.core.error.ConfigException;
import io.drydock.workbench.feature.Encoder;
import io.drydock.workbench.issue.ProbeChoice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Which encoders look at the images, and how the linear probe is run on what they see. For one thread at a time. */
final class ProbeOptions {
    @Option(
            names = "--backbone",
            paramLabel = "MODEL",
            description = "Pretrained network whose features are used; several are averaged. Default: the bundled one.")
    private List<String> backbones = new ArrayList<>();

    @Option(
            names = "--encoder",
            paramLabel = "FILE.onnx",
            description = "An ONNX image encoder in its place, such as an exported CLIP or DINOv2.")
    private Optional<Path> encoder = Optional.empty();

    @Option(names = "--encoder-size", paramLabel = "HxW", description = "Size that the encoder takes (224x224).")
    private Optional<String> size = Optional.empty();

    @Option(
            names = "--encoder-mean",
            paramLabel = "R,G,B",
            description = "Means that it was trained with, of pixels in 0..1 (ImageNet's).")
    private Optional<String> mean = Optional.empty();

    @Option(
            names = "--encoder-std",
            paramLabel = "R,G,B",
            description = "Deviations that it was trained with (ImageNet's).")
    private Optional<String> std = Optional.empty();

    @Option(
            names = "--encoder-output",
            paramLabel = "NAME",
            description = "Output of the encoder to read, where it has several.")
    private Optional<String> output = Optional.empty();

    @Option(names = "--probe-folds", paramLabel = "N", description = "Folds of the linear probe (5).")
    private Optional<Integer> folds = Optional.empty();

    /** The probe asked for. */
    ProbeChoice choice() {
        List<Encoder> asked = encoders(ProbeChoice.SIZE);
        ProbeChoice choice = asked.isEmpty() ? ProbeChoice.STANDARD : ProbeChoice.STANDARD.with(asked);
        return folds.map(choice::withFolds).orElse(choice);
    }

    /** The encoder asked for first, or else the usual one. */
    Encoder encoder() {
        return encoders(Encoder.STANDARD_SIZE).stream().findFirst().orElseGet(Encoder::standard);
    }

    private List<Encoder> encoders(ImageSize backboneSize) {
        List<Encoder> encoders = new ArrayList<>();
        backbones.forEach(model -> encoders.add(Encoder.Backbone.of(model).at(backboneSize)));
        encoder.ifPresent(file -> encoders.add(file(file)));
        if (encoder.isEmpty() && Stream.of(size, mean, std, output).anyMatch(Optional::isPresent)) {
            throw new ConfigException("--encoder-size, --encoder-mean, --encoder-std and --encoder-output describe an"
                    + " encoder. Name its file by --encoder FILE.onnx.");
        }
        return encoders;
    }

    private Encoder file(Path file) {
        Normalization usual = Normalization.IMAGENET;
        return Encoder.file(
                file,
                ImageSize.parse(size.orElse("224x224")),
                new Normalization(
                        mean.map(text -> three("--encoder-mean", text)).orElse(usual.mean()),
                        std.map(text -> three("--encoder-std", text)).orElse(usual.std())),
                output);
    }

    private static List<Double> three(String option, String text) {
        try {
            List<Double> values = Stream.of(text.split(","))
                    .map(String::strip)
                    .map(Double::valueOf)
                    .toList();
            boolean positive = !option.endsWith("std") || values.stream().allMatch(value -> value > 0);
            if (values.size() == 3 && positive && values.stream().allMatch(Double::isFinite)) {
                return values;
            }
        } catch (NumberFormatException e) {
            // said below, with the option
        }
        throw new ConfigException(option + " is \"" + text + "\"; give three numbers for red, green and blue, such as "
                + (option.endsWith("std") ? "0.229,0.224,0.225" : "0.485,0.456,0.406") + ".");
    }
}
