package io.drydock.network.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import io.drydock.network.Model;
import io.drydock.network.graph.Network;
import io.drydock.network.timm.ModelFile;
import io.drydock.network.weights.BundledBackbone;
import io.drydock.network.weights.FormulaWeights;
import io.drydock.network.weights.Safetensors;
import io.drydock.network.weights.WeightSet;
import io.drydock.network.zoo.ModelZoo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnfoldTest {
    @Test
    void aFoldedPairIsWrittenAsKernelAndIdleNorm() {
        Network network = ModelZoo.create("tf_efficientnet_lite0");
        Model folded = FoldBatchNorm.apply(network, FormulaWeights.of(network));

        WeightSet unfolded = Unfold.apply(network, folded.weights());

        assertThat(unfolded.tensor("conv_stem.weight"))
                .isEqualTo(folded.weights().tensor("conv_stem.weight"));
        assertThat(unfolded.tensor("bn1.bias")).isEqualTo(folded.weights().tensor("conv_stem.bias"));
        assertThat(unfolded.tensor("bn1.weight").values()).containsOnly(1);
        assertThat(unfolded.tensor("bn1.running_mean").values()).containsOnly(0);
        assertThat(unfolded.tensor("bn1.running_var").values()).containsOnly((float) (1 - 1e-3));
        assertThat(unfolded.names()).doesNotContain("conv_stem.bias");
    }

    @Test
    void weightsFoldAsAFileHoldsThemWithStepCounts() {
        Network network = ModelZoo.create("tf_efficientnet_lite0");

        Model folded = FoldBatchNorm.apply(network, BundledBackbone.load());

        assertThat(folded.weights().names()).noneMatch(name -> name.contains("bn"));
    }

    @Test
    void aFixedScaleAndShiftIsWrittenAsANorm() {
        Network network = ModelZoo.create("densenet121");
        Model folded = FoldBatchNorm.apply(network, FormulaWeights.of(network));

        WeightSet unfolded = Unfold.apply(network, folded.weights());

        assertThat(unfolded.tensor("features.norm5.weight"))
                .isEqualTo(folded.weights().tensor("features.norm5.weight"));
        assertThat(unfolded.tensor("features.norm5.running_mean").values()).containsOnly(0);
    }

    @Test
    void foldedAndUnfoldedModelsMakeTheSameKindOfFile(@TempDir Path folder) throws Exception {
        Network network = ModelZoo.create("resnet18", 5);
        Model model = new Model(network, FormulaWeights.of(network));
        Path file = folder.resolve("model.safetensors");
        Path again = folder.resolve("again.safetensors");

        ModelFile.write(file, network, FoldBatchNorm.apply(model), Map.of("classes", "1,2,3,4,5"));
        Model read = ModelFile.read(file, network);
        ModelFile.write(again, network, FoldBatchNorm.apply(model), Map.of("classes", "1,2,3,4,5"));

        assertThat(Safetensors.read(file).names()).containsExactlyInAnyOrderElementsOf(network.stateNames());
        assertThat(Safetensors.metadata(file)).containsEntry("format", "pt").containsEntry("classes", "1,2,3,4,5");
        assertThat(read.weights().tensor("fc.weight")).isEqualTo(model.weights().tensor("fc.weight"));
        assertThat(Files.mismatch(file, again)).isEqualTo(-1);
    }
}
