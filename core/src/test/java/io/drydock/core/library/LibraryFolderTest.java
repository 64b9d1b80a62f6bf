package io.drydock.core.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drydock.core.error.WorkspaceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryFolderTest {
    private static final Mounts ALL_MAY_RUN = new Mounts(List.of("disk / ext4 rw 0 0"));

    @TempDir
    Path folder;

    private Path home = Path.of("");
    private Path temporary = Path.of("");
    private Path sharedTemporary = Path.of("");
    private final Properties properties = new Properties();

    @BeforeEach
    void folders() throws IOException {
        folder = folder.toRealPath();
        home = Files.createDirectory(folder.resolve("home"));
        temporary = Files.createDirectory(folder.resolve("tmp"));
        sharedTemporary = Files.createDirectory(folder.resolve("var-tmp"));
        properties.setProperty("user.home", home.toString());
        properties.setProperty("user.name", "ann");
        properties.setProperty("java.io.tmpdir", temporary.toString());
    }

    private LibraryFolder choosing(Map<String, String> environment, Mounts mounts) {
        return new LibraryFolder(properties, environment, sharedTemporary, mounts);
    }

    private static Mounts noexec(Path... folders) {
        return new Mounts(java.util.stream.Stream.concat(
                        java.util.stream.Stream.of("disk / ext4 rw,relatime 0 0"),
                        List.of(folders).stream().map(one -> "none " + one + " tmpfs rw,nosuid,noexec 0 0"))
                .toList());
    }

    @Test
    void theHomeFolderIsTheUsualPlaceAndTheTemporaryFolderIsNotTouched() {
        assertThat(choosing(Map.of(), ALL_MAY_RUN).path()).isEqualTo(home.resolve(".javacpp"));
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void aHomeThatMayNotRunProgramsGivesWayToAFolderOfTheUserAlone() throws IOException {
        Path chosen = choosing(Map.of(), noexec(home)).path();

        assertThat(chosen).isEqualTo(temporary.resolve("drydock-ann"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(chosen)))
                .isEqualTo("rwx------");
        assertThat(choosing(Map.of(), noexec(home)).path()).isEqualTo(chosen);
    }

    @Test
    void aTemporaryFolderThatMayNotRunProgramsGivesWayToTheNext() {
        assertThat(choosing(Map.of(), noexec(home, temporary)).path())
                .isEqualTo(sharedTemporary.resolve("drydock-ann"));
    }

    @Test
    void aFolderThatOthersMayWriteToIsNotTrusted() throws IOException {
        Path prepared = Files.createDirectory(temporary.resolve("drydock-ann"));
        Files.setPosixFilePermissions(prepared, PosixFilePermissions.fromString("rwxrwxrwx"));
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.createSymbolicLink(sharedTemporary.resolve("drydock-ann"), elsewhere);

        assertThatThrownBy(() -> choosing(Map.of(), noexec(home)).path())
                .isInstanceOf(WorkspaceException.class)
                .hasMessageContaining("may be written to by others")
                .hasMessageContaining("DRYDOCK_LIBRARIES");
    }

    @Test
    void aNamedFolderIsTakenOrRefusedButNeverReplaced() throws IOException {
        Path named = folder.resolve("named");
        Map<String, String> environment = Map.of("DRYDOCK_LIBRARIES", named.toString());

        assertThat(choosing(environment, ALL_MAY_RUN).path()).isEqualTo(named);
        assertThatThrownBy(() -> choosing(environment, noexec(named)).path())
                .isInstanceOf(WorkspaceException.class)
                .hasMessageContaining("noexec");
        Path file = Files.writeString(folder.resolve("file"), "x");
        assertThatThrownBy(() -> choosing(Map.of("DRYDOCK_LIBRARIES", file.toString()), ALL_MAY_RUN)
                        .path())
                .isInstanceOf(WorkspaceException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void javaCppUnpacksBelowItUnlessToldOtherwise() {
        choosing(Map.of(), ALL_MAY_RUN).useForJavaCpp();
        assertThat(properties.getProperty("org.bytedeco.javacpp.cachedir"))
                .isEqualTo(home.resolve(".javacpp/cache").toString());

        properties.setProperty("org.bytedeco.javacpp.cachedir", "/mine");
        choosing(Map.of(), ALL_MAY_RUN).useForJavaCpp();
        assertThat(properties.getProperty("org.bytedeco.javacpp.cachedir")).isEqualTo("/mine");
    }
}
