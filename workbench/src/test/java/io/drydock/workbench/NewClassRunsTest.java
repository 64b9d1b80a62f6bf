package io.drydock.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import io.drydock.core.split.Part;
import io.drydock.workbench.evaluate.Evaluation;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewClassRunsTest {
    @TempDir
    private Path folder;

    @Test
    void aRunOlderThanAClassGivesItProbabilityZeroAndSaysSo() {
        ShipWorkspace ships = ShipWorkspace.in(folder);
        ships.run(1);
        ships.run(2);
        String image = ships.open().splits().current().images(Part.VALID).get(0);
        new EvaluateRun().run(new EvaluateRun.Request(ships.root(), "2"), Progress.NONE);
        int classes = ships.open().classes().size();

        new DecideLabels(ships.root())
                .runWithNewClass(
                        DecideLabels.Request.relabel(List.of(image), "tug").withYes(true));

        for (String run : List.of("1", "2")) {
            Evaluation evaluation = new EvaluateRun()
                    .run(new EvaluateRun.Request(ships.root(), run), Progress.NONE)
                    .evaluation();
            assertThat(evaluation.scores().classes()).hasSize(classes + 1);
            assertThat(evaluation.topLosses().get(0).image()).isEqualTo(image);
            assertThat(evaluation.topLosses().get(0).pLabel()).isZero();
            assertThat(evaluation.notes())
                    .anySatisfy(note -> assertThat(note).contains("does not know tug", "probability 0"));
            assertThat(evaluation.unseen().train()).contains("tug");
        }
    }
}
