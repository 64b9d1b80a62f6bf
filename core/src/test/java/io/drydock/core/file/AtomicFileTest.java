package io.drydock.core.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drydock.core.error.WorkspaceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    Path folder;

    @Test
    void aFileIsWrittenWithItsFolders() throws Exception {
        Path target = folder.resolve("a/b/out.csv");

        AtomicFile.write(target, "image,label\n", Existing.REFUSE);

        assertThat(target).hasContent("image,label\n");
        assertThat(names(target.getParent())).containsExactly("out.csv");
    }

    @Test
    void nothingIsOverwrittenUnlessTold() throws Exception {
        Path target = Files.writeString(folder.resolve("out.csv"), "mine");

        assertThatThrownBy(() -> AtomicFile.write(target, "theirs", Existing.REFUSE))
                .isInstanceOf(WorkspaceException.class)
                .hasMessageContaining("--force");
        assertThat(target).hasContent("mine");

        AtomicFile.write(target, "theirs", Existing.REPLACE);
        assertThat(target).hasContent("theirs");
    }

    @Test
    void aWriterThatFailsLeavesTheOldFileAndNoOther() throws Exception {
        Path target = Files.writeString(folder.resolve("out.csv"), "old");

        assertThatThrownBy(() -> AtomicFile.write(
                        target,
                        out -> {
                            out.write(new byte[100_000]);
                            throw new IOException("no space left");
                        },
                        Existing.REPLACE))
                .isInstanceOf(WorkspaceException.class)
                .hasMessageContaining("no space left");

        assertThat(target).hasContent("old");
        assertThat(names(folder)).containsExactly("out.csv");
    }

    @Test
    void aFolderIsNoTarget() {
        assertThatThrownBy(() -> AtomicFile.write(folder, "text", Existing.REPLACE))
                .isInstanceOf(WorkspaceException.class)
                .hasMessageContaining("is a folder");
    }

    private static Stream<String> names(Path folder) throws IOException {
        return Files.list(folder).map(file -> file.getFileName().toString());
    }
}
