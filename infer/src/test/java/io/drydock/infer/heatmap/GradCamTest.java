package io.drydock.infer.heatmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.drydock.core.error.WeightsException;
import io.drydock.infer.DirectFloats;
import io.drydock.infer.FeatureMap;
import io.drydock.infer.Pictures;
import io.drydock.infer.TinyModel;
import io.drydock.infer.onnx.OnnxClassifier;
import io.drydock.infer.onnx.SessionSettings;
import io.drydock.network.Model;
import io.drydock.network.rewrite.Cut;
import io.drydock.network.rewrite.FoldBatchNorm;
import io.drydock.network.weights.FormulaWeights;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GradCamTest {
    static Stream<Model> bothHeads() {
        return Stream.of(TinyModel.linear(), TinyModel.concatPool());
    }

    @ParameterizedTest
    @MethodSource("bothHeads")
    void theGradientIsTheSlopeOfTheLogit(Model model) {
        GradCam gradCam = GradCam.of(model);
        FeatureMap map = someMap(4, 6);

        for (int label = 0; label < TinyModel.CLASSES; label++) {
            double[] gradient = gradCam.gradient(map, label);
            for (int i = 0; i < map.values().length; i += 3) {
                assertThat(gradient[i]).isCloseTo(slope(gradCam, map, label, i), within(1e-6));
            }
        }
    }

    /** Central difference over a step so small that it crosses no bend of ReLU or of the maximum. */
    private static double slope(GradCam gradCam, FeatureMap map, int label, int at) {
        FeatureMap up = moved(map, at, 0x1p-16f);
        FeatureMap down = moved(map, at, -0x1p-16f);
        double step = (double) up.values()[at] - down.values()[at];
        return (gradCam.logits(up)[label] - gradCam.logits(down)[label]) / step;
    }

    private static FeatureMap moved(FeatureMap map, int at, float by) {
        float[] values = map.values().clone();
        values[at] += by;
        return new FeatureMap(map.channels(), map.height(), map.width(), values);
    }

    @ParameterizedTest
    @MethodSource("bothHeads")
    void theHeatMapWeighsChannelsByTheirMeanGradientAndCutsAtZero(Model model) {
        GradCam gradCam = GradCam.of(model);
        FeatureMap map = someMap(4, 6);

        HeatMap heat = gradCam.map(map, 2);

        double[] gradient = gradCam.gradient(map, 2);
        for (int place = 0; place < map.area(); place++) {
            double expected = 0;
            for (int c = 0; c < map.channels(); c++) {
                double mean = 0;
                for (int i = 0; i < map.area(); i++) {
                    mean += gradient[c * map.area() + i] / map.area();
                }
                expected += mean * map.values()[c * map.area() + place];
            }
            assertThat((double) heat.values()[place]).isCloseTo(Math.max(0, expected), within(1e-5));
        }
    }

    @ParameterizedTest
    @MethodSource("bothHeads")
    void theHeadsOwnLogitsAreThoseOfTheWholeNetwork(Model model) {
        float[] input = FormulaWeights.input("input", 2, 3, 20, 32).values();
        float[][] logits = new float[2][TinyModel.CLASSES];
        try (OnnxClassifier classifier = OnnxClassifier.of(model, SessionSettings.lanes(1))) {
            classifier.logits(DirectFloats.of(input), 2, Pictures.SIZE, logits);
            FeatureMap[] maps = classifier.featureMaps(DirectFloats.of(input), 2, Pictures.SIZE);

            for (int i = 0; i < 2; i++) {
                double[] own = GradCam.of(model).logits(maps[i]);
                double[] folded = GradCam.of(FoldBatchNorm.apply(model)).logits(maps[i]);
                for (int c = 0; c < own.length; c++) {
                    assertThat(own[c]).isCloseTo(logits[i][c], within(1e-5));
                    assertThat(folded[c]).isCloseTo(own[c], within(1e-6));
                }
            }
        }
    }

    @Test
    void aMapWithNothingForTheClassStaysDark() {
        HeatMap dark = new HeatMap(1, 2, new float[] {0, 0});

        assertThat(dark.scaled().values()).containsExactly(0, 0);
        assertThat(new HeatMap(1, 2, new float[] {1, 4}).scaled().values()).containsExactly(0.25f, 1);
    }

    @Test
    void aModelWithoutAFeatureMapIsRefusedWithItsName() {
        assertThatThrownBy(() -> GradCam.of(Cut.head(TinyModel.linear())))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("tiny");
    }

    private static FeatureMap someMap(int height, int width) {
        float[] values =
                FormulaWeights.input("map", TinyModel.CHANNELS, height, width).values();
        return new FeatureMap(TinyModel.CHANNELS, height, width, values);
    }
}
