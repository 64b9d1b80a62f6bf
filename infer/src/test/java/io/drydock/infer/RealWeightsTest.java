package io.drydock.infer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.drydock.core.data.ImageSize;
import io.drydock.core.data.Normalization;
import io.drydock.image.decode.ImageDecoder;
import io.drydock.image.resize.ResizeMode;
import io.drydock.image.resize.Resizer;
import io.drydock.image.tensor.Layout;
import io.drydock.image.tensor.PixelBatch;
import io.drydock.infer.batch.FileSource;
import io.drydock.infer.onnx.OnnxClassifier;
import io.drydock.infer.onnx.OnnxFeatureExtractor;
import io.drydock.infer.onnx.SessionSettings;
import io.drydock.infer.predict.Softmax;
import io.drydock.network.Model;
import io.drydock.network.onnx.OnnxOptions;
import io.drydock.network.onnx.OnnxWriter;
import io.drydock.network.rewrite.FoldBatchNorm;
import io.drydock.network.weights.Safetensors;
import io.drydock.network.zoo.ModelZoo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Real weights on real ships, from file to probability, against timm's numbers; decoders differ by a gray level. */
class RealWeightsTest {
    private static final ImageSize SIZE = new ImageSize(140, 210);
    private static final double TOLERANCE = 1e-2;

    private static JsonNode golden;

    @BeforeAll
    static void readGolden() throws IOException {
        try (InputStream json = RealWeightsTest.class.getResourceAsStream("/golden/real_lite.json")) {
            golden = JsonMapper.builder().build().readTree(Objects.requireNonNull(json));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tf_efficientnet_lite0", "tf_efficientnet_lite1", "tf_efficientnet_lite2"})
    void shipsGetTimmsProbabilities(String name) {
        Path shared = SharedFolder.find().orElse(Path.of("absent"));
        Path weights = shared.resolve("weights").resolve(name + ".safetensors");
        Path ships = shared.resolve("ships/images");
        assumeTrue(
                weights.toFile().isFile() && ships.toFile().isDirectory(),
                "SKIPPED: the real ships and weights are not beside this project");

        List<Path> files = golden.get("images")
                .valueStream()
                .map(image -> ships.resolve(image.asString()))
                .toList();
        PixelBatch batch = decode(files);
        Model model = FoldBatchNorm.apply(new Model(ModelZoo.create(name), Safetensors.read(weights)));
        byte[] onnx = OnnxWriter.toBytes(model, OnnxOptions.LOGITS.withFeatures());
        float[][] logits = new float[files.size()][ModelZoo.IMAGENET_CLASSES];
        try (OnnxClassifier classifier = OnnxClassifier.of(name, onnx, SessionSettings.joint(2));
                OnnxFeatureExtractor extractor = OnnxFeatureExtractor.of(name, onnx, SessionSettings.joint(2))) {
            classifier.logits(batch.values(files.size()), files.size(), SIZE, logits);
            float[][] pooled = new float[files.size()][extractor.width()];
            extractor.extract(batch.values(files.size()), files.size(), SIZE, pooled);

            for (int i = 0; i < files.size(); i++) {
                checkImage(golden.get(name), i, Softmax.of(logits[i], logits[i].length), pooled[i]);
            }
        }
    }

    private static void checkImage(JsonNode expected, int image, double[] probabilities, float[] pooled) {
        for (int rank = 0; rank < 3; rank++) {
            int label = expected.get("top3_class").get(image).get(rank).asInt();
            double p = expected.get("top3_probability").get(image).get(rank).asDouble();
            assertThat(probabilities[label])
                    .as("image %s, class %s", image, label)
                    .isCloseTo(p, within(TOLERANCE));
        }
        double norm = expected.get("pooled_l2").get(image).asDouble();
        assertThat(norm(pooled)).isCloseTo(norm, within(TOLERANCE * norm));
    }

    private static double norm(float[] row) {
        double squares = 0;
        for (float value : row) {
            squares += (double) value * value;
        }
        return Math.sqrt(squares);
    }

    private static PixelBatch decode(List<Path> files) {
        FileSource source = new FileSource(new ImageDecoder(), new Resizer(ResizeMode.SQUISH, SIZE), files);
        PixelBatch batch = new PixelBatch(files.size(), SIZE, Normalization.HALF, Layout.NCHW);
        for (int i = 0; i < files.size(); i++) {
            batch.set(i, source.pixels(i));
        }
        return batch;
    }
}
