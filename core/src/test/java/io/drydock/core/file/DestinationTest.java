package io.drydock.core.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.drydock.core.error.WorkspaceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationTest {
    @TempDir
    Path folder;

    @Test
    void aSymbolicLinkStaysAndItsTargetGetsTheContent() throws Exception {
        Path target = Files.writeString(folder.resolve("target.csv"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), Path.of("target.csv"));
        Path chain = Files.createSymbolicLink(folder.resolve("chain.csv"), link);

        AtomicFile.write(chain, "new", Existing.REPLACE);

        assertThat(target).hasContent("new").isRegularFile();
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(Files.isSymbolicLink(chain)).isTrue();
    }

    @Test
    void aLinkIntoAnotherFolderIsFollowedEvenWhereItsTargetIsNotThereYet() throws Exception {
        Path other = Files.createDirectory(folder.resolve("other"));
        Path links = Files.createDirectory(folder.resolve("links"));
        Path link = Files.createSymbolicLink(links.resolve("out.csv"), Path.of("../other/out.csv"));

        AtomicFile.write(link, "new", Existing.REFUSE);

        assertThat(other.resolve("out.csv")).hasContent("new");
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThatThrownBy(() -> AtomicFile.write(link, "newer", Existing.REFUSE))
                .isInstanceOf(WorkspaceException.class)
                .hasMessageContaining("--force");
    }

    @Test
    void aFolderReachedByALinkIsWrittenInto() throws Exception {
        Path real = Files.createDirectory(folder.resolve("real"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);

        AtomicFile.write(link.resolve("out.csv"), "new", Existing.REFUSE);

        assertThat(real.resolve("out.csv")).hasContent("new");
    }

    @Test
    void aPipeIsRefusedAndStays() throws Exception {
        Path pipe = pipe();

        for (Existing existing : Existing.values()) {
            assertThatThrownBy(() -> AtomicFile.write(pipe, "new", existing))
                    .isInstanceOf(WorkspaceException.class)
                    .hasMessageContaining("device or a pipe");
        }
        assertThat(Files.isRegularFile(pipe, LinkOption.NOFOLLOW_LINKS)).isFalse();
        Path link = Files.createSymbolicLink(folder.resolve("link"), pipe);
        assertThatThrownBy(() -> Destination.require(link, Existing.REPLACE)).hasMessageContaining("device or a pipe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dev/null", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/2"})
    void aDeviceOrAnOpenStreamIsRefused(String device) {
        assumeTrue(Files.exists(Path.of("/dev/null")), "SKIPPED: this system has no /dev/null");

        assertThatThrownBy(() -> AtomicFile.write(Path.of(device), "new", Existing.REPLACE))
                .isInstanceOf(WorkspaceException.class);
        assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
    }

    @Test
    void aCircleOfLinksIsNamed() throws Exception {
        Path one = folder.resolve("one");
        Files.createSymbolicLink(folder.resolve("two"), one);
        Files.createSymbolicLink(one, folder.resolve("two"));

        assertThatThrownBy(() -> AtomicFile.write(one, "new", Existing.REPLACE))
                .isInstanceOf(WorkspaceException.class)
                .hasMessageContaining("circle");
    }

    private Path pipe() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe");
        try {
            assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0, "SKIPPED: mkfifo failed");
        } catch (IOException e) {
            assumeTrue(false, "SKIPPED: this system has no mkfifo");
        }
        return pipe;
    }
}
