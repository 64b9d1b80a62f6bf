package io.drydock.train.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drydock.core.error.DrydockException;
import io.drydock.core.error.TrainingException;
import io.drydock.core.error.WeightsException;
import io.drydock.core.run.RunEvent;
import io.drydock.core.run.Stage;
import io.drydock.network.weights.FloatTensor;
import io.drydock.network.weights.Safetensors;
import io.drydock.network.weights.WeightSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointFolderTest {
    private static final WeightSet TENSORS = new WeightSet(Map.of("a", FloatTensor.vector(1, -2, 3)));

    @TempDir
    Path folder;

    private CheckpointFolder checkpoints;
    private Path written;

    @BeforeEach
    void write() {
        checkpoints = new CheckpointFolder(folder);
        written = checkpoints.write(new Checkpoint(
                new Checkpoint.Progress("unfrozen", 1, 4, 12, 0.5, 8, 1, 0.75, 3.25, 1.5),
                TENSORS,
                12,
                TENSORS,
                TENSORS,
                7,
                Optional.of(TENSORS),
                Optional.empty(),
                List.of(new RunEvent.EpochEnded(1, Stage.FROZEN, 0.9, 0.8, 0.7, 0.6, 2.5))));
    }

    @Test
    void aCheckpointIsReadAsItWasWritten() {
        Checkpoint read = checkpoints.latest().orElseThrow();

        assertThat(read.progress())
                .isEqualTo(new Checkpoint.Progress("unfrozen", 1, 4, 12, 0.5, 8, 1, 0.75, 3.25, 1.5));
        assertThat(read.average()).contains(TENSORS);
        assertThat(read.best()).isEmpty();
        assertThat(read.history()).hasSize(1);
    }

    @Test
    void withoutItsStateFileItSaysSo() throws IOException {
        Files.delete(written.resolve("state.txt"));

        assertThatThrownBy(() -> checkpoints.latest())
                .isInstanceOf(TrainingException.class)
                .hasMessageContainingAll(written.toString(), "has no state.txt", "cannot be resumed", "train anew");
    }

    @Test
    void anEmptyFolderIsNoCheckpoint() throws IOException {
        assertThat(new CheckpointFolder(folder.resolve("none")).latest()).isEmpty();
        assertThat(new CheckpointFolder(Files.createDirectory(folder.resolve("empty"))).latest())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"epoch=1 epoch=2", "steps=12 steps=x", "history=1,frozen history=1", "optimizer_steps=12 _"})
    void aChangedStateIsRefused(String change) throws IOException {
        String[] words = change.split(" ");
        Path state = written.resolve("state.txt");
        Files.writeString(state, Files.readString(state).replace(words[0], words[1].equals("_") ? "" : words[1]));

        assertThatThrownBy(() -> checkpoints.latest())
                .isInstanceOf(TrainingException.class)
                .hasMessageContainingAll(state.toString(), "checksum", "train anew");
    }

    /** As an older version wrote it, and then damaged. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "epoch=1 epoch=x",
                "history=1,frozen history=1,thawed",
                "history=1,frozen,0.9,0.8 history=1,frozen"
            })
    void aDamagedStateWithoutAChecksumIsRefused(String change) throws IOException {
        String[] words = change.split(" ");
        Path state = written.resolve("state.txt");
        Files.writeString(
                state, Files.readString(state).replaceFirst("sha256=.*\\R?", "").replace(words[0], words[1]));

        assertThatThrownBy(() -> checkpoints.latest())
                .isInstanceOf(TrainingException.class)
                .hasMessageContainingAll(state.toString(), "is damaged");
    }

    @Test
    void aCheckpointOfAnOlderVersionHasNoChecksumsAndIsRead() throws IOException {
        Path state = written.resolve("state.txt");
        Files.writeString(
                state,
                Files.readString(state)
                        .replaceFirst("(?s)average=true.*?(?=history)", "")
                        .replaceFirst("sha256=.*\\R?", ""));
        for (String name : List.of("weights", "first-moments", "second-moments", "average")) {
            Safetensors.write(written.resolve(name + ".safetensors"), TENSORS, Map.of());
        }

        assertThat(checkpoints.latest().orElseThrow().weights()).isEqualTo(TENSORS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"weights", "first-moments", "second-moments", "average"})
    void aLostOrDamagedTensorFileIsRefused(String name) throws IOException {
        Path file = written.resolve(name + ".safetensors");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 2] ^= 1;
        Files.write(file, bytes);

        assertThatThrownBy(() -> checkpoints.latest())
                .isInstanceOf(WeightsException.class)
                .hasMessageContainingAll(file.toString(), "is damaged");

        Files.delete(file);
        assertThatThrownBy(() -> checkpoints.latest())
                .isInstanceOf(DrydockException.class)
                .hasMessageContaining(file.toString());
    }
}
