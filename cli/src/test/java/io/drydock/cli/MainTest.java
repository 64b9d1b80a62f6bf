package io.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.drydock.sample.ShipSet;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    /** A device that this machine does not have: Metal is only on Apple's, and only others can have CUDA. */
    private static final String NO_DEVICE = System.getProperty("os.name").startsWith("Mac") ? "cuda" : "mps";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void anUnknownOptionNamesTheNearest() {
        assertThat(run("split", "--sead", "1")).isEqualTo(Main.WRONG_REQUEST);
        assertThat(err.toString()).contains("Unknown option --sead. Did you mean --seed?");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void anOptionThatStandsTwiceIsRefusedByItsName() {
        for (String option : List.of("--tta", "--part", "--mix")) {
            err.getBuffer().setLength(0);
            assertThat(run("evaluate", "1", option, "1", option, "2")).isEqualTo(Main.WRONG_REQUEST);
            assertThat(err.toString()).startsWith(option + " stands more than once. Give it once");
        }
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void anUnknownVerbNamesTheNearest() {
        assertThat(run("inspct")).isEqualTo(Main.WRONG_REQUEST);
        assertThat(err.toString()).contains("Unknown verb inspct. Did you mean inspect");
    }

    @Test
    void aMissingWorkspaceIsAWrongRequestInOneMessage() {
        assertThat(run("inspect", "-w", folder.toString())).isBetween(Main.FAILED, Main.WRONG_REQUEST);
        assertThat(err.toString()).contains("drydock init").doesNotContain("\tat ");
    }

    @Test
    void aSetIsInitializedInspectedAndSplit() {
        Path ships = folder.resolve("ships");
        ShipSet.of(30, 5).withTest(8).withBroken(1).write(ships);
        String place = folder.resolve("ws").toString();

        assertThat(run(
                        "init",
                        place,
                        "--images",
                        ships.resolve("images").toString(),
                        "--labels",
                        ships.resolve("train.csv").toString(),
                        "--test",
                        ships.resolve("test.csv").toString()))
                .as(err.toString())
                .isEqualTo(Main.DONE);
        assertThat(out.toString()).contains("8 images to predict").contains("1 row or file is left out");
        assertThat(run("split", "-w", place, "--valid", "0.2")).isEqualTo(Main.DONE);
        assertThat(out.toString()).contains("Split 1");
        out.getBuffer().setLength(0);
        assertThat(run("inspect", "-w", place, "--json")).isEqualTo(Main.DONE);
        assertThat(out.toString()).startsWith("{").endsWith("}" + System.lineSeparator());
        out.getBuffer().setLength(0);
        assertThat(run("inspect", "-w", place)).isEqualTo(Main.DONE);
        assertThat(out.toString())
                .contains("Split 1")
                .contains("labelled against test")
                .contains("Report: ");
    }

    @Test
    void optionsMayStandInAFileAndTheCommandLineGoesFirst() throws Exception {
        String place = workspace();
        Path config = Files.writeString(folder.resolve("split.yaml"), "seed: 7\nvalid: 0.3\n");
        out.getBuffer().setLength(0);

        assertThat(run("split", "-w", place, "--json", "--seed", "9", "--config", config.toString()))
                .as(err.toString())
                .isEqualTo(Main.DONE);
        assertThat(out.toString()).contains("\"seed\" : 9").contains("\"valid_share\" : 0.3");
    }

    @Test
    void anUnknownKeyInTheFileNamesTheNearest() throws Exception {
        Path config = Files.writeString(folder.resolve("split.yaml"), "sead: 7\n");

        assertThat(run("split", "--config", config.toString())).isEqualTo(Main.WRONG_REQUEST);
        assertThat(err.toString())
                .contains("\"sead\" is not an option of drydock split")
                .contains("seed");
    }

    @Test
    void aDeviceThatIsNotThereIsAWrongRequestThatSaysWhatItNeeds() {
        assertThat(run("evaluate", "1", "-w", folder.toString(), "--device", "tpu"))
                .isEqualTo(Main.WRONG_REQUEST);
        assertThat(err.toString()).contains("\"tpu\" is none of auto, cpu, cuda, mps");
        String place = workspace();
        for (String verb :
                List.of("train", "lr-find", "evaluate 1", "submit 1 -o x.csv", "audit", "duplicates", "map", "shift")) {
            err.getBuffer().setLength(0);
            String line = verb + " -w " + place + " --device " + NO_DEVICE;
            assertThat(run(line.split(" "))).as(verb).isEqualTo(Main.WRONG_REQUEST);
            assertThat(err.toString())
                    .as(verb)
                    .contains("--device " + NO_DEVICE + ": ")
                    .contains("--device cpu");
        }
    }

    private String workspace() {
        Path ships = folder.resolve("ships");
        ShipSet.of(30, 5).withTest(8).write(ships);
        String place = folder.resolve("ws").toString();
        run(
                "init",
                place,
                "--images",
                ships.resolve("images").toString(),
                "--labels",
                ships.resolve("train.csv").toString(),
                "--test",
                ships.resolve("test.csv").toString());
        run("split", "-w", place, "--valid", "0.2");
        return place;
    }

    @Test
    void aRateIsNotSoughtInTooFewSteps() {
        assertThat(run("lr-find", "--steps", "5")).isEqualTo(Main.WRONG_REQUEST);
        assertThat(err.toString()).contains("--steps must be at least 20, was 5");
    }

    @Test
    void aRateIsSoughtWithTheSettingsOfATraining() {
        assertThat(run("lr-find", "-w", workspace(), "--batch", "none")).isEqualTo(Main.WRONG_REQUEST);
        assertThat(err.toString()).contains("batch.size is \"none\", which is not a whole number");
    }

    @Test
    void resumeWithoutANameSaysThatNoRunWasStopped() {
        assertThat(run("resume", "-w", workspace())).isEqualTo(Main.WRONG_REQUEST);
        assertThat(err.toString()).contains("No run can be resumed: none was stopped before its end.");
    }

    @Test
    void aVerbTellsWhatItTakes() {
        assertThat(run("init", "--help")).isEqualTo(Main.DONE);
        assertThat(out.toString()).contains("--images").contains("--json");
    }

    private int run(String... args) {
        return Main.run(List.of(args), new PrintWriter(out, true), new PrintWriter(err, true));
    }
}
