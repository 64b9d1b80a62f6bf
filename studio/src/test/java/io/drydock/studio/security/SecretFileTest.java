package io.drydock.studio.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFileTest {
    @TempDir
    private Path workspace;

    private Path file;

    @BeforeEach
    void name() {
        file = workspace.resolve(SecretFile.NAME);
    }

    @Test
    void aSecretIsForItsOwnerAndStaysTheSame() throws IOException {
        AccessToken first = new SecretFile(workspace).token();

        assertThat(new SecretFile(workspace).token()).isEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(files()).as("no draft is left").containsExactly(SecretFile.NAME);
    }

    @Test
    void aSecretThatOthersCouldReadIsReplaced() throws IOException {
        AccessToken first = new SecretFile(workspace).token();
        for (String mode : List.of("rw-r-----", "rw----r--", "rwx------")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));

            AccessToken next = new SecretFile(workspace).token();

            assertThat(next).as(mode).isNotEqualTo(first);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void whatIsNoSecretIsReplaced() throws IOException {
        for (String content : List.of("", "\n", "0123", "x".repeat(48), "a".repeat(47), "f".repeat(9000))) {
            Files.writeString(file, content);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

            AccessToken token = new SecretFile(workspace).token();

            assertThat(token.value()).as(content).matches("[0-9a-f]{48}");
            assertThat(new SecretFile(workspace).token()).isEqualTo(token);
        }
    }

    @Test
    void aLinkIsReplacedAndNotFollowed() throws IOException {
        Path elsewhere = Files.writeString(workspace.resolve("elsewhere"), "a".repeat(48));
        Files.setPosixFilePermissions(elsewhere, PosixFilePermissions.fromString("rw-------"));
        Files.createSymbolicLink(file, elsewhere);

        AccessToken token = new SecretFile(workspace).token();

        assertThat(token.value()).isNotEqualTo("a".repeat(48));
        assertThat(Files.isSymbolicLink(file)).isFalse();
        assertThat(elsewhere).hasContent("a".repeat(48));
    }

    @Test
    void studiosThatStartAtTheSameMomentAgree() {
        Set<AccessToken> tokens = Set.copyOf(IntStream.range(0, 16)
                .parallel()
                .mapToObj(start -> new SecretFile(workspace).token())
                .toList());

        assertThat(tokens).hasSize(1);
    }

    @Test
    void whereNothingCanBeWrittenTheStudioStartsAllTheSame() throws IOException {
        Files.createDirectories(file.resolve("a folder in its place"));

        assertThat(new SecretFile(workspace).token().value()).matches("[0-9a-f]{48}");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(workspace)) {
            return files.map(one -> one.getFileName().toString()).toList();
        }
    }
}
