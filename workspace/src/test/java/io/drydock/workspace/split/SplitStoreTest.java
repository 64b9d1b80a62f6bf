package io.drydock.workspace.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drydock.core.error.WorkspaceException;
import io.drydock.core.split.Part;
import io.drydock.core.split.Split;
import io.drydock.workspace.store.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SplitStoreTest {
    private static final Split DRAWN = new Split(
            0,
            42,
            0.5,
            "content",
            1,
            "ab",
            Map.of("a \"quoted\", b.jpg", Part.TRAIN, "c.jpg", Part.VALID),
            Map.of("a \"quoted\", b.jpg", 0, "c.jpg", 1));
    private static final Map<String, String> LABELS = Map.of("a \"quoted\", b.jpg", "1", "c.jpg", "2");

    @TempDir
    Path folder;

    private SplitStore splits;

    @BeforeEach
    void open() {
        splits = new SplitStore(
                Database.open(folder.resolve("drydock.db")), folder.resolve("splits"), Clock.systemUTC());
    }

    @Test
    void splitsAreNumberedAndTheLastIsCurrent() {
        assertThat(splits.findCurrent()).isEmpty();
        assertThatThrownBy(() -> splits.current()).hasMessageContaining("drydock split");

        Split first = splits.add(DRAWN, LABELS);
        Split second = splits.add(DRAWN, LABELS);

        assertThat(first).isEqualTo(DRAWN.numbered(1));
        assertThat(splits.get(1)).isEqualTo(first);
        assertThat(splits.current()).isEqualTo(second);
        assertThat(splits.numbers()).containsExactly(1, 2);
        assertThat(folder.resolve("splits/0001.csv")).exists();
    }

    @Test
    void aSplitThatWasEditedIsRefused() throws Exception {
        splits.add(DRAWN, LABELS);
        Path file = splits.file(1);
        Files.writeString(file, Files.readString(file).replace("valid", "train"));

        assertThatThrownBy(() -> splits.current())
                .isInstanceOf(WorkspaceException.class)
                .hasMessageContaining("was changed after it was written")
                .hasMessageContaining("--from");
    }

    @Test
    void aSplitWhoseFileIsLostIsExplained() throws Exception {
        splits.add(DRAWN, LABELS);
        Files.delete(splits.file(1));

        assertThatThrownBy(() -> splits.get(1))
                .isInstanceOf(WorkspaceException.class)
                .hasMessageContaining("cannot be read");
        assertThatThrownBy(() -> splits.get(5)).hasMessageContaining("no split 5");
    }
}
