package io.drydock.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import io.drydock.workbench.json.MachineJson;
import io.drydock.workbench.machine.MachineReport;
import io.drydock.workbench.machine.NativeLibrary;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class CheckMachineTest {
    @Test
    void everyLibraryLoadsInAProcessOfItsOwn() {
        MachineReport report = new CheckMachine()
                .run(new CheckMachine.Request(Optional.empty(), Map.of("HF_HOME", "/nowhere")), Progress.NONE);

        assertThat(report.libraries())
                .extracting(NativeLibrary::name)
                .containsExactly("OpenCV", "ONNX Runtime", "libtorch");
        assertThat(report.libraries()).allSatisfy(library -> {
            assertThat(library.message()).isEmpty();
            assertThat(library.version()).isNotEmpty();
        });
        assertThat(report.caches()).last().satisfies(cache -> {
            assertThat(cache.folder()).isEqualTo(Path.of("/nowhere/hub"));
            assertThat(cache.bytes()).isZero();
        });
        assertThat(MachineJson.of(report).get("healthy").asBoolean()).isTrue();
    }
}
