package io.drydock.network.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drydock.core.data.ClassList;
import io.drydock.core.data.ImageSize;
import io.drydock.core.data.Normalization;
import io.drydock.core.error.WeightsException;
import io.drydock.network.Model;
import io.drydock.network.graph.GlobalPool;
import io.drydock.network.graph.Network;
import io.drydock.network.rewrite.Cut;
import io.drydock.network.rewrite.FoldBatchNorm;
import io.drydock.network.rewrite.ReplaceHead;
import io.drydock.network.weights.FormulaWeights;
import io.drydock.network.zoo.ModelZoo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxWriterTest {
    private static final int GRAPH = 7;
    private static final int NODE = 1;
    private static final int INITIALIZER = 5;
    private static final int INPUT = 11;
    private static final int OUTPUT = 12;
    private static final int OP_TYPE = 4;

    @Test
    void theFileSaysItsOpsetAndWhatGoesInAndOut() {
        ProtoReader file = read(
                lite(), OnnxOptions.LOGITS.withProbabilities().withFeatures().withFeatureMap());

        assertThat(file.message(8).number(2)).isEqualTo(17);
        assertThat(file.message(GRAPH).message(INPUT).text(1)).isEqualTo("image");
        assertThat(dimensions(file.message(GRAPH).message(INPUT))).containsExactly("n", "3", "height", "width");
        assertThat(names(file.message(GRAPH), OUTPUT))
                .containsExactlyInAnyOrder("logits", "probabilities", "features", "feature_map");
        assertThat(dimensions(file.message(GRAPH).messages(OUTPUT).get(0))).containsExactly("n", "5");
    }

    @Test
    void everyWeightIsStoredOnceInItsShape() {
        Model model = lite();

        Map<String, ProtoReader> stored = read(model, OnnxOptions.LOGITS).message(GRAPH).messages(INITIALIZER).stream()
                .collect(Collectors.toMap(tensor -> tensor.text(8), tensor -> tensor));

        model.weights().tensors().forEach((name, tensor) -> {
            assertThat(stored.get(name).bytes(9)).as(name).hasSize(4 * tensor.size());
            assertThat(stored.get(name).numbers(1)).hasSize(tensor.rank());
        });
    }

    @Test
    void everyNodeReadsOnlyWhatIsThere() {
        for (String name : List.of("resnet18", "resnet50", "densenet121", "tf_efficientnet_lite0")) {
            Model model = formula(name);
            ProtoReader graph = read(FoldBatchNorm.apply(model), OnnxOptions.LOGITS.withProbabilities())
                    .message(GRAPH);
            List<String> known = new ArrayList<>(names(graph, INITIALIZER, 8));
            known.add("image");
            for (ProtoReader node : graph.messages(NODE)) {
                assertThat(known).as(name).containsAll(node.texts(1));
                known.addAll(node.texts(2));
            }
            assertThat(known).containsAll(names(graph, OUTPUT)).doesNotHaveDuplicates();
        }
    }

    @Test
    void aFoldedClassifierHasNoNormLeft() {
        List<String> types =
                read(FoldBatchNorm.apply(lite()), OnnxOptions.LOGITS).message(GRAPH).messages(NODE).stream()
                        .map(node -> node.text(OP_TYPE))
                        .toList();

        assertThat(types).contains("Conv", "Clip", "Add", "Gemm").doesNotContain("BatchNormalization", "Dropout");
    }

    @Test
    void onlyStridedConvolutionsNeedTheSizeOfTheImage() {
        assertThat(automaticPads(OnnxOptions.LOGITS)).isEqualTo(5);
        assertThat(automaticPads(OnnxOptions.LOGITS.withFixedSize(new ImageSize(140, 210))))
                .isZero();
    }

    @Test
    void metadataTellsClassesSizeAndNormalization() {
        OnnxOptions options = OnnxOptions.LOGITS.describing(
                ClassList.ofCodes(List.of("1", "2", "3", "4", "5")), new ImageSize(140, 210), Normalization.HALF);

        Map<String, String> metadata = read(lite(), options).messages(14).stream()
                .collect(Collectors.toMap(entry -> entry.text(1), entry -> entry.text(2)));

        assertThat(metadata)
                .containsEntry("classes", "1\n2\n3\n4\n5")
                .containsEntry("size", "140x210")
                .containsEntry("mean", "0.5,0.5,0.5");
    }

    @Test
    void theFileIsTheSameEachTimeAndTheSameOnDisk(@TempDir Path folder) throws IOException {
        byte[] once = OnnxWriter.toBytes(lite(), OnnxOptions.LOGITS);
        Path file = folder.resolve("model.onnx");

        OnnxWriter.write(lite(), OnnxOptions.LOGITS, file);

        assertThat(Files.readAllBytes(file)).isEqualTo(once);
    }

    @Test
    void aBackboneGivesFeaturesAndHasNoProbabilities() {
        Model backbone = Cut.backbone(lite(), GlobalPool.Kind.MAX_AND_AVERAGE);

        ProtoReader graph = read(backbone, OnnxOptions.LOGITS).message(GRAPH);

        assertThat(names(graph, OUTPUT)).containsExactly("features");
        assertThat(dimensions(graph.message(OUTPUT))).containsExactly("n", "2560");
        assertThatThrownBy(() -> OnnxWriter.toBytes(backbone, OnnxOptions.LOGITS.withProbabilities()))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("probabilities");
    }

    private static long automaticPads(OnnxOptions options) {
        return read(lite(), options).message(GRAPH).messages(NODE).stream()
                .flatMap(node -> node.messages(5).stream())
                .filter(attribute -> attribute.text(1).equals("auto_pad"))
                .count();
    }

    private static Model lite() {
        Network network = ModelZoo.create("tf_efficientnet_lite0", 5);
        return new Model(network, FormulaWeights.of(network));
    }

    private static Model formula(String name) {
        Network network = ReplaceHead.concatPool(ModelZoo.create(name), 5);
        return new Model(network, FormulaWeights.of(network));
    }

    private static ProtoReader read(Model model, OnnxOptions options) {
        return new ProtoReader(OnnxWriter.toBytes(model, options));
    }

    private static List<String> names(ProtoReader graph, int field) {
        return names(graph, field, 1);
    }

    private static List<String> names(ProtoReader graph, int field, int nameField) {
        return graph.messages(field).stream()
                .map(value -> value.text(nameField))
                .toList();
    }

    private static List<String> dimensions(ProtoReader value) {
        return value.message(2).message(1).message(2).messages(1).stream()
                .map(dimension ->
                        dimension.texts(2).isEmpty() ? String.valueOf(dimension.number(1)) : dimension.text(2))
                .toList();
    }
}
