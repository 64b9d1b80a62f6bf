package io.drydock.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import io.drydock.core.run.RunEvent;
import io.drydock.core.run.RunListener;
import io.drydock.core.run.Stage;
import io.drydock.core.split.Part;
import io.drydock.sample.ShipPictures;
import io.drydock.sample.ShipType;
import io.drydock.workbench.config.PlanBuilder;
import io.drydock.workbench.config.TrainPlan;
import io.drydock.workbench.train.StopSignal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Operations that train, while images have other bytes than at init and the pixels of the old ones are in the cache. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ChangedTrainingImagesTest {
    private ShipWorkspace ships;
    private String first;
    private String second;
    private String changed;
    private String gone;

    @BeforeAll
    void stopTwoRunsAndChange(@TempDir Path folder) throws IOException {
        ships = ShipWorkspace.in(folder);
        first = stopped();
        second = stopped();
        Path images = ships.ships().resolve("images");
        List<String> valid = part(Part.VALID);
        changed = valid.get(0);
        gone = valid.get(1);
        String learned = part(Part.TRAIN).get(0);
        Files.write(images.resolve(changed), ShipPictures.jpeg(ShipType.CARGO, 991));
        Files.write(images.resolve(learned), ShipPictures.jpeg(ShipType.CARGO, 992));
        Files.delete(images.resolve(gone));
    }

    private List<String> part(Part part) {
        return ships.open().splits().current().images(part).stream().sorted().toList();
    }

    private TrainPlan plan(String epochs) {
        return new PlanBuilder()
                .set("recipe", "article")
                .set("epochs", epochs)
                .set("input.sizes", "32x48")
                .set("batch.size", "16")
                .build(ships.root());
    }

    /** A run that was stopped after the first step of the second epoch. */
    private String stopped() {
        StopSignal stop = new StopSignal();
        RunListener stopping = event -> {
            if (event instanceof RunEvent.Step step && step.epoch() == 2) {
                stop.request();
            }
        };
        return new TrainModel()
                .run(new TrainModel.Request(ships.root(), plan("2+0"), stop), stopping)
                .run()
                .run();
    }

    private static RunListener notesTo(List<String> notes) {
        return event -> {
            if (event instanceof RunEvent.Noted noted) {
                notes.add(noted.message());
            }
        };
    }

    @Test
    @Order(1)
    void aResumedRunLeavesThemOutAndSaysSo() throws IOException {
        assertLeftOutOnResume(first);
    }

    @Test
    @Order(1)
    void theRateIsSoughtWithoutThem() {
        List<String> notes = new ArrayList<>();

        FindLearningRate.Result result = new FindLearningRate()
                .run(new FindLearningRate.Request(ships.root(), plan("1+1"), Stage.FROZEN, 20), notesTo(notes));

        assertThat(result.curve().rates()).isNotEmpty();
        assertThat(notes).anyMatch(note -> note.startsWith("3 images are left out"));
    }

    @Test
    @Order(2)
    void aRunThatIsResumedAfterInitTookTheNewFilesLeavesThemOutToo() throws IOException {
        new InitWorkspace().run(InitWorkspace.Request.again(ships.root()), Progress.NONE);

        assertLeftOutOnResume(second);
    }

    private void assertLeftOutOnResume(String run) throws IOException {
        List<String> notes = new ArrayList<>();

        TrainModel.Result resumed = new ResumeRun().run(new ResumeRun.Request(ships.root(), run), notesTo(notes));

        assertThat(resumed.run().status()).isEqualTo("done");
        assertThat(notes).anyMatch(note -> note.startsWith("3 images are left out"));
        assertThat(resumed.run().valid().orElseThrow().n())
                .isEqualTo(part(Part.VALID).size() - 2);
        assertThat(Files.readString(resumed.folder().resolve("probabilities-valid.csv")))
                .doesNotContain(changed, gone);
    }
}
