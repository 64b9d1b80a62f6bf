package io.drydock.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import io.drydock.core.data.ImageSize;
import io.drydock.core.data.Normalization;
import io.drydock.image.resize.ResizeMode;
import io.drydock.network.Model;
import io.drydock.network.graph.Network;
import io.drydock.network.onnx.OnnxOptions;
import io.drydock.network.onnx.OnnxWriter;
import io.drydock.network.weights.FormulaWeights;
import io.drydock.network.zoo.ModelZoo;
import io.drydock.sample.CopyKind;
import io.drydock.sample.Planted;
import io.drydock.sample.ShipSet;
import io.drydock.workbench.feature.Encoder;
import io.drydock.workbench.feature.FeatureView;
import io.drydock.workbench.feature.ImageFeatures;
import io.drydock.workbench.feature.WorkspaceFeatures;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceFeaturesTest {
    private static final ImageSize SIZE = new ImageSize(32, 48);

    @Test
    void anyOnnxEncoderEmbedsEveryImageOnceAndSeesMirrorImages(@TempDir Path folder) {
        ShipSet set = ShipSet.of(40, 3).withTest(6).withFlipped(2);
        ShipWorkspace ships = ShipWorkspace.in(folder, set);
        Path file = folder.resolve("encoder.onnx");
        Network network = ModelZoo.create("resnet18");
        OnnxWriter.write(
                new Model(network, FormulaWeights.of(network)),
                OnnxOptions.LOGITS.withFeatures().withFixedSize(SIZE),
                file);
        Encoder encoder = new Encoder.OnnxFile(file, SIZE, ResizeMode.SQUISH, Normalization.IMAGENET, Optional.empty());
        WorkspaceFeatures features = new WorkspaceFeatures(ships.open());

        ImageFeatures plain = features.of(encoder, FeatureView.PLAIN, Progress.NONE);
        ImageFeatures mirrored = features.of(encoder, FeatureView.MIRROR, Progress.NONE);
        ImageFeatures again = features.of(encoder, FeatureView.PLAIN, Progress.NONE);

        assertThat(plain.width()).isEqualTo(512);
        assertThat(plain.size()).isEqualTo(features.usable().size());
        assertThat(plain.computed()).isPositive();
        assertThat(again.computed()).isZero();
        assertThat(again.rows()).isDeepEqualTo(plain.rows());
        Planted.Copy flipped =
                set.write(folder.resolve("again")).copies(CopyKind.FLIPPED).get(0);
        Map<String, float[]> seen = plain.byImage();
        float[] original = seen.get(flipped.original());
        assertThat(distance(original, mirrored.byImage().get(flipped.image())))
                .isLessThan(0.2 * distance(original, seen.get(flipped.image())));
    }

    private static double distance(float[] a, float[] b) {
        double sum = 0;
        for (int d = 0; d < a.length; d++) {
            sum += (a[d] - b[d]) * (a[d] - b[d]);
        }
        return Math.sqrt(sum);
    }
}
