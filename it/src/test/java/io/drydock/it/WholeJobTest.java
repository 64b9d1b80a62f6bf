package io.drydock.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole job over a drawn set with the packaged program: which libraries each verb loads, and what a kill leaves behind. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WholeJobTest {
    private static final String[] TRAIN = {
        "train",
        "-w",
        "work",
        "--recipe",
        "article",
        "--epochs",
        "1+2",
        "--batch",
        "8",
        "--size",
        "64x96",
        "--seed",
        "5"
    };

    private Path folder = Path.of("");

    private final Map<String, String> loaded = new LinkedHashMap<>();

    private DrawnShips ships;

    @BeforeAll
    void trainOnce(@TempDir Path temporary) throws IOException {
        folder = temporary;
        ships = DrawnShips.in(folder.resolve("ships"), 120);
        Program program = new Program(folder);
        program.done(ships.init());
        program.done("split", "-w", "work", "--valid", "0.2", "--seed", "1");
        program.done(TRAIN);
        watchClasses();
    }

    /** Names of the classes that each command loads. */
    private void watchClasses() throws IOException {
        Path log = folder.resolve("classes.log");
        Program watched = new Program(folder, Map.of("DRYDOCK_JAVA_OPTS", "-Xlog:class+load:file=" + log));
        String[][] commands = {
            ships.init(),
            {"inspect", "-w", "work"},
            {"audit", "-w", "work"},
            {"labels", "-w", "work"},
            {"evaluate", "1", "-w", "work"},
            {"predict", "1", "-w", "work", "--part", "test", "-o", "predictions.csv"},
            {"submit", "1", "-w", "work", "-o", "submission.csv"},
            {"train", "--help"},
            {"runs", "-w", "work"}
        };
        for (String[] command : commands) {
            watched.done(command);
            String classes = Files.readString(log);
            assertThat(classes).contains("io.drydock.cli.Main");
            loaded.put(String.join(" ", command), classes);
        }
    }

    @Test
    void everythingButTrainingRunsWithoutLibtorch() {
        loaded.forEach((command, classes) -> assertThat(classes).as(command).doesNotContain("org.bytedeco.pytorch"));
    }

    @Test
    void everythingButTheStudioRunsWithoutTheWebServer() {
        loaded.forEach((command, classes) ->
                assertThat(classes).as(command).doesNotContain("io.javalin", "org.eclipse.jetty"));
    }

    @Test
    void equalSeedsGiveByteEqualWeights() throws IOException {
        new Program(folder).done(TRAIN);

        assertThat(weights("latest")).isEqualTo(weights("1"));
    }

    @Test
    void aKilledTrainingResumesToTheSameWeights() throws IOException, InterruptedException {
        Program program = new Program(folder);
        Process training = program.start(TRAIN);
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        while (!Files.readString(folder.resolve("err")).contains("epoch 2/3") && System.nanoTime() < end) {
            assertThat(training.isAlive())
                    .as(Files.readString(folder.resolve("err")))
                    .isTrue();
            Thread.sleep(50);
        }
        training.descendants().forEach(ProcessHandle::destroyForcibly);
        training.destroyForcibly().waitFor();
        assertThat(program.done("runs", "-w", "work")).contains("interrupted");

        program.done("resume", "latest", "-w", "work");

        assertThat(weights("latest")).isEqualTo(weights("1"));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 900, 1500})
    void aKilledPredictionLeavesNothingHalfWritten(int millis) throws InterruptedException, IOException {
        String name = "killed-" + millis + ".csv";
        Path file = folder.resolve(name);
        String[] predict = {"predict", "1", "-w", "work", "--part", "test", "--tta", "2", "-o", name};
        kill(predict, millis);
        if (Files.exists(file)) {
            assertThat(Files.readAllLines(file)).hasSize(21);
            Files.delete(file);
        }

        new Program(folder).done(predict);

        assertThat(Files.readAllLines(file)).hasSize(21);
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 700, 1200})
    void aKilledInitIsDoneByTheNextOne(int millis) throws InterruptedException {
        String[] init = ships.init();
        init[1] = "killed-" + millis;
        kill(init, millis);

        assertThat(new Program(folder).done(init)).contains("120 labelled images in 5 classes, 20 images to predict");
    }

    private void kill(String[] command, int millis) throws InterruptedException {
        Process process = new Program(folder).start(command);
        process.waitFor(millis, TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
    }

    private byte[] weights(String run) throws IOException {
        String name = new Program(folder)
                .done("show", run, "-w", "work", "--json")
                .replaceAll("(?s).*?\"run\"\\s*:\\s*\"([^\"]+)\".*", "$1");
        return Files.readAllBytes(folder.resolve("work/runs").resolve(name).resolve("model.safetensors"));
    }
}
