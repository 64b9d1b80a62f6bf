package io.drydock.bench;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drydock.core.error.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class PeerTest {
    @TempDir
    private Path folder;

    private Peer peer(String answer) throws IOException {
        Path python = folder.resolve("python");
        Files.writeString(python, "#!/bin/sh\n" + answer + "\n");
        Files.setPosixFilePermissions(python, PosixFilePermissions.fromString("rwx------"));
        return new Peer(python, folder.resolve("script.py"));
    }

    @Test
    void aMissingModuleIsNamedBeforeAnythingIsTimed() {
        assertThatThrownBy(() -> peer("echo \"ModuleNotFoundError: No module named 'onnx'\" >&2; exit 1")
                        .require())
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("No module named 'onnx'")
                .hasMessageContaining("-m pip install torch timm onnx");
    }

    @Test
    void aPythonWithAllOfThemIsTaken() {
        assertThatCode(() -> peer("exit 0").require()).doesNotThrowAnyException();
    }
}
