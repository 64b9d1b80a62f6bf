package io.drydock.infer.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OrtEnvironment;
import io.drydock.core.error.ConfigException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuntimeFilesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "linux-x64/libonnxruntime.so",
                "linux-aarch64/libonnxruntime.so",
                "osx-aarch64/libonnxruntime.dylib",
                "win-x64/onnxruntime.dll"
            })
    void noBuildOfTheLibraryHoldsAnUploader(String file) throws IOException {
        try (InputStream in =
                OrtEnvironment.class.getClassLoader().getResourceAsStream("ai/onnxruntime/native/" + file)) {
            String content = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.ISO_8859_1);

            assertThat(content.contains("events.data.microsoft.com")).isFalse();
            assertThat(content.contains("ORT_DISABLE_TELEMETRY")).isFalse();
        }
    }

    @Test
    void theVersionOnTheClassPathIsAcceptedWithoutAnyVariable() {
        LastingEnvironment.get();
        Optional<String> version = RuntimeFiles.loadedVersion();

        assertThat(version).isPresent();
        assertThatCode(() -> RuntimeFiles.requireQuiet(version, Map.of())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.29.0", "1.30.1", "2.0.0"})
    void aVersionThatReportsUsageIsRefusedUnlessItIsSwitchedOff(String version) {
        assertThatThrownBy(() -> RuntimeFiles.requireQuiet(Optional.of(version), Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(version)
                .hasMessageContaining("ORT_DISABLE_TELEMETRY=1");
        assertThatCode(() -> RuntimeFiles.requireQuiet(Optional.of(version), Map.of("ORT_DISABLE_TELEMETRY", "1")))
                .doesNotThrowAnyException();
    }

    /** The manifest of a jar of many jars, or of a module, does not tell the version of the library. */
    @Test
    void theVersionIsThatOfTheLoadedLibraryWhateverTheManifestSays() {
        assertThat(RuntimeFiles.loadedVersion())
                .contains(LastingEnvironment.get().getVersion());
    }

    @Test
    void theNativeFilesAreLoadedFromAFolderOfOurs() {
        LastingEnvironment.get();

        assertThat(System.getProperty("onnxruntime.native.path")).contains("onnxruntime-");
    }
}
