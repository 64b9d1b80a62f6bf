package io.drydock.workbench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drydock.core.error.ConfigException;
import io.drydock.workbench.OldWorkspace;
import io.drydock.workbench.RemoveRun;
import io.drydock.workspace.Workspace;
import io.drydock.workspace.run.RunStatus;
import io.drydock.workspace.run.RunStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over a finished run and three that were stopped. */
class ResumableRunsTest {
    private Path workspace = Path.of("");

    @BeforeEach
    void unzip(@TempDir Path folder) {
        workspace = OldWorkspace.withoutWeights(folder).root();
    }

    @Test
    void severalAreListedAndNoneIsTaken() {
        assertThatThrownBy(() -> ResumableRuns.only(workspace))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("3 runs can be resumed. Name one, such as drydock resume 2:")
                .hasMessageContaining("0002-tf_efficientnet_lite0  interrupted after 3 of 6 epochs, recipe quick")
                .hasMessageContaining("0003-tf_efficientnet_lite0  interrupted after 4 of 7 epochs, recipe article")
                .hasMessageContaining("0004-tf_efficientnet_lite0  interrupted after 2 of 61 epochs, recipe default")
                .hasMessageNotContaining("0001");
    }

    @Test
    void theOnlyOneIsTaken() {
        new RemoveRun().run(workspace, "2");
        new RemoveRun().run(workspace, "4");

        assertThat(ResumableRuns.only(workspace)).isEqualTo("0003-tf_efficientnet_lite0");
    }

    @Test
    void aRunThatFailedBehindACheckpointCounts() {
        new RemoveRun().run(workspace, "2");
        new RemoveRun().run(workspace, "3");
        RunStore runs = Workspace.open(workspace).runs();
        runs.finish(runs.resolve("4"), RunStatus.FAILED, "the disk is full");

        assertThat(ResumableRuns.only(workspace)).isEqualTo("0004-tf_efficientnet_lite0");
    }

    @Test
    void whereNoneWasStoppedThatIsSaid() throws IOException {
        new RemoveRun().run(workspace, "2");
        new RemoveRun().run(workspace, "3");
        Files.delete(workspace.resolve("runs/0004-tf_efficientnet_lite0/run.json"));

        assertThatThrownBy(() -> ResumableRuns.only(workspace))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("No run can be resumed: none was stopped before its end.");
    }
}
