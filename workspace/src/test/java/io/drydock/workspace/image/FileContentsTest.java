package io.drydock.workspace.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileContentsTest {
    @TempDir
    Path folder;

    private final FileContents contents = new FileContents();
    private Path file = Path.of("");
    private String first = "";

    @BeforeEach
    void readOnce() throws IOException {
        file = Files.writeString(folder.resolve("a.jpg"), "one");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
        first = hash();
    }

    private String hash() throws IOException {
        return contents.sha256(file, Files.readAttributes(file, BasicFileAttributes.class));
    }

    private void write(String text, long millis) throws IOException {
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.fromMillis(millis));
    }

    @Test
    void aFileIsReadOnceForEachOfItsTimes() throws IOException {
        write("two", 1_000_000);
        assertThat(hash()).isEqualTo(first);

        write("two", 2_000_000);
        assertThat(hash()).isNotEqualTo(first);

        write("one", 3_000_000);
        assertThat(hash()).isEqualTo(first);
    }

    @Test
    void anotherSizeIsReadAgain() throws IOException {
        write("three", 1_000_000);

        assertThat(hash()).isNotEqualTo(first);
    }
}
