package io.drydock.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drydock.core.data.ImageSize;
import io.drydock.core.error.WorkspaceException;
import io.drydock.infer.onnx.OnnxClassifier;
import io.drydock.infer.onnx.SessionSettings;
import io.drydock.network.weights.Safetensors;
import io.drydock.workspace.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportRunTest {
    private ShipWorkspace ships;
    private RunFolder run;

    @BeforeAll
    void draw(@TempDir Path folder) {
        ships = ShipWorkspace.in(folder);
        run = ships.run(1);
    }

    @Test
    void theGraphTellsItsClassesSizeAndNormalization(@TempDir Path folder) {
        ExportRun.Result result = export(ExportRun.Format.ONNX, folder);

        try (OnnxClassifier classifier = OnnxClassifier.read(result.files().get(0), SessionSettings.lanes(1))) {
            assertThat(classifier.classes()).isEqualTo(5);
            assertThat(classifier.metadata())
                    .containsEntry("classes", "1\n2\n3\n4\n5")
                    .containsEntry("class_names", "Cargo\nMilitary\nCarrier\nCruise\nTankers")
                    .containsEntry("size", "64x96")
                    .containsEntry("mean", "0.485,0.456,0.406");
        }
    }

    @Test
    void theTensorsAreTheRunsOwn(@TempDir Path folder) {
        ExportRun.Result result = export(ExportRun.Format.SAFETENSORS, folder);

        assertThat(Safetensors.read(result.files().get(0))).isEqualTo(Safetensors.read(run.safetensors()));
    }

    @Test
    void theConfigIsTimms(@TempDir Path folder) throws IOException {
        export(ExportRun.Format.SAFETENSORS, folder);

        JsonNode config = JsonMapper.builder().build().readTree(Files.readString(folder.resolve("config.json")));
        assertThat(config.required("architecture").asString()).isEqualTo("resnet18");
        assertThat(config.required("num_features").asInt()).isEqualTo(512);
        assertThat(config.required("pretrained_cfg").required("input_size").toString())
                .isEqualTo("[3,64,96]");
        assertThat(config.required("label_names").size()).isEqualTo(5);
    }

    @Test
    void nothingIsOverwrittenUnlessForced(@TempDir Path folder) {
        export(ExportRun.Format.ONNX, folder);

        assertThatThrownBy(() -> export(ExportRun.Format.ONNX, folder))
                .isInstanceOf(WorkspaceException.class)
                .hasMessageContaining("--force");
    }

    @Test
    void everyModelIsListedWithItsCost() {
        assertThat(new ListModels().run(new ImageSize(224, 224), 1000))
                .filteredOn(line -> line.model().equals("resnet50"))
                .allMatch(line -> line.parameters() == 25_557_032)
                .allMatch(line -> Math.abs(line.multiplyAdds() - 4.09e9) < 0.1e9)
                .hasSize(1);
    }

    private ExportRun.Result export(ExportRun.Format format, Path folder) {
        return new ExportRun().run(new ExportRun.Request(ships.root(), "1", format, false, folder, false));
    }
}
