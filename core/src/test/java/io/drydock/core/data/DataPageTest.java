package io.drydock.core.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DataPageTest {
    @Test
    void everyReasonAndNoteIsExplained() throws IOException {
        String page = Files.readString(Path.of("../docs/data.md"));

        assertThat(page)
                .contains(Stream.concat(
                                Stream.of(Reason.values()).map(Reason::key),
                                Stream.of(NoteCode.values()).map(NoteCode::key))
                        .map(key -> "| `" + key + "` |")
                        .toList());
    }
}
