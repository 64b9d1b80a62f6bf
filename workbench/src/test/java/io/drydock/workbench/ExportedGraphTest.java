package io.drydock.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.drydock.core.predict.Probabilities;
import io.drydock.core.split.Part;
import io.drydock.infer.onnx.OnnxClassifier;
import io.drydock.infer.onnx.SessionSettings;
import io.drydock.workspace.run.RunFolder;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Another program that reads an exported graph's metadata, and nothing else, predicts what {@code predict} does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportedGraphTest {
    /**
     * HEIGHTxWIDTH around the run's 64x96: the same, shrinking, growing, and one side of each kind. Sides that shrink are
     * odd or halved. Otherwise some means are exactly a half, and OpenCV rounds those by the error of its float sums.
     */
    private static final int[][] SIZES = {{64, 96}, {128, 192}, {140, 210}, {91, 301}, {301, 97}, {41, 51}, {201, 61}};

    private ShipWorkspace ships;
    private RunFolder run;
    private Path pictures;

    @BeforeAll
    void draw(@TempDir Path folder) throws IOException {
        ships = ShipWorkspace.in(folder);
        run = ships.run(1);
        pictures = Files.createDirectory(folder.resolve("pictures"));
        for (int i = 0; i < SIZES.length; i++) {
            ImageIO.write(
                    picture(SIZES[i][0], SIZES[i][1]),
                    "png",
                    pictures.resolve(i + ".png").toFile());
        }
    }

    /** Soft shapes with some noise, the same each time. */
    private static BufferedImage picture(int height, int width) {
        Random random = new Random(31L * height + width);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int red = (int) (127 + 100 * Math.sin(9.0 * x / width) + random.nextInt(20));
                int green = (int) (127 + 100 * Math.cos(7.0 * y / height) + random.nextInt(20));
                int blue = (int) (127 + 100 * Math.sin(5.0 * (x + y) / width) + random.nextInt(20));
                image.setRGB(x, y, red << 16 | green << 8 | blue);
            }
        }
        return image;
    }

    @ParameterizedTest
    @ValueSource(strings = {"squish", "crop", "pad"})
    void theMetadataAloneRepeatsThePredictions(String mode, @TempDir Path folder) throws IOException {
        run.writeRunJson(run.readRunJson().replaceAll("(\"resize\"\\s*:\\s*)\"\\w+\"", "$1\"" + mode + "\""));
        Path graph = new ExportRun()
                .run(new ExportRun.Request(ships.root(), "1", ExportRun.Format.ONNX, false, folder, false))
                .files()
                .get(0);
        Probabilities expected = new PredictImages()
                .run(
                        new PredictImages.Request(
                                ships.root(), "1", List.of(pictures), Part.TEST, 1, Optional.empty(), false),
                        Progress.NONE)
                .probabilities();

        try (OnnxClassifier session = OnnxClassifier.read(graph, SessionSettings.lanes(1))) {
            DescribedInput described = DescribedInput.of(session.metadata());
            assertThat(described.codes()).isEqualTo(expected.codes());
            List<double[]> rows = new ArrayList<>();
            for (String image : expected.images()) {
                Path file = pictures.resolve(Path.of(image).getFileName());
                rows.add(described.probabilities(session, ImageIO.read(file.toFile())));
            }
            for (int i = 0; i < rows.size(); i++) {
                assertThat(rows.get(i)).as(expected.images().get(i)).containsExactly(expected.row(i), within(1e-5));
            }
        }
    }

    @Test
    void configJsonSaysTheSameAsTheGraph(@TempDir Path folder) throws IOException {
        List<Path> files = new ExportRun()
                .run(new ExportRun.Request(ships.root(), "1", ExportRun.Format.ONNX, false, folder, false))
                .files();
        JsonNode config = JsonMapper.builder().build().readTree(Files.readString(files.get(1)));

        try (OnnxClassifier session = OnnxClassifier.read(files.get(0), SessionSettings.lanes(1))) {
            Map<String, String> metadata = session.metadata();
            for (String key : DescribedInput.KEYS) {
                assertThat(config.required("drydock").required(key).asString()).isEqualTo(metadata.get(key));
            }
            assertThat(String.join(
                            "\n",
                            config.required("label_names")
                                    .valueStream()
                                    .map(JsonNode::asString)
                                    .toList()))
                    .isEqualTo(metadata.get("classes"));
        }
        assertThat(config.required("pretrained_cfg").required("interpolation").asString())
                .isEqualTo("box");
    }
}
