package io.drydock.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drydock.core.error.DataException;
import io.drydock.workbench.DecideLabels.Outcome;
import io.drydock.workbench.DecideLabels.Request;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewClassTest {
    @TempDir
    private Path folder;

    @Test
    void aNewClassComesAfterTheOthersAndImagesHaveIt() {
        LabelWorkspace ships = LabelWorkspace.of(folder, 60);

        Outcome outcome = new DecideLabels(ships.root()).runWithNewClass(Request.relabel(List.of("0.jpg"), "tug"));

        assertThat(outcome.done()).isTrue();
        assertThat(ships.open().classes().codes()).containsExactly("1", "2", "3", "tug");
        assertThat(ships.open().journal().state().label("0.jpg")).contains("tug");
        assertThat(ships.open().dataset().classCounts()).containsExactly(19, 20, 20, 1);
        new DecideLabels(ships.root()).run(Request.relabel(List.of("3.jpg"), "tug"));
        assertThat(ships.open().dataset().classCounts()).containsExactly(18, 20, 20, 2);
        new DecideLabels(ships.root()).undo(2, "ann", "");
        assertThat(ships.open().dataset().classCounts()).containsExactly(20, 20, 20, 0);
    }

    @Test
    void aPreviewAddsNothing() {
        LabelWorkspace ships = LabelWorkspace.of(folder, 60);

        Outcome outcome = new DecideLabels(ships.root()).previewWithNewClass(Request.relabel(List.of("0.jpg"), "tug"));

        assertThat(outcome.done()).isFalse();
        assertThat(ships.open().classes().codes()).containsExactly("1", "2", "3");
    }

    @Test
    void aClassThatIsThereIsNotNewAndAnUnknownOneNamesTheOption() {
        LabelWorkspace ships = LabelWorkspace.of(folder, 60);
        DecideLabels decide = new DecideLabels(ships.root());

        assertThatThrownBy(() -> decide.runWithNewClass(Request.relabel(List.of("0.jpg"), "cargo")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("there is class Cargo (1)");
        assertThatThrownBy(() -> decide.runWithNewClass(Request.relabel(List.of("0.jpg"), " ")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("needs a name");
        assertThatThrownBy(() -> decide.run(Request.relabel(List.of("0.jpg"), "tug")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("--new-class");
        assertThatThrownBy(() -> decide.runWithNewClass(Request.relabel(List.of("nowhere.jpg"), "tug")))
                .isInstanceOf(DataException.class);
        assertThat(ships.open().classes().codes()).containsExactly("1", "2", "3");
    }
}
