package io.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.drydock.sample.ShipSet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LabelsCommandTest {
    private Path folder = Path.of("");
    private List<String> images = List.of();
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    @BeforeAll
    void makeAWorkspace(@TempDir Path temporary) throws IOException {
        folder = temporary;
        Path ships = folder.resolve("ships");
        ShipSet.of(40, 5).write(ships);
        images = Files.readAllLines(ships.resolve("train.csv")).stream()
                .skip(1)
                .filter(line -> !line.endsWith(",5"))
                .map(line -> line.substring(0, line.indexOf(',')))
                .toList();
        assertThat(Main.run(
                        List.of(
                                "init",
                                place(),
                                "--images",
                                ships.resolve("images").toString(),
                                "--labels",
                                ships.resolve("train.csv").toString(),
                                "--classes",
                                "1=Cargo,2=Military,3=Carrier,4=Cruise,5=Tankers"),
                        new PrintWriter(out),
                        new PrintWriter(err)))
                .isEqualTo(Main.DONE);
    }

    @BeforeEach
    void forgetWhatWasPrinted() {
        out = new StringWriter();
        err = new StringWriter();
    }

    @Test
    void aDecisionIsTakenToldLoggedAndUndone() {
        assertThat(labels("relabel", images.get(0), "--to", "Tankers", "--why", "a tanker", "--by", "ann"))
                .isEqualTo(Main.DONE);
        assertThat(out.toString())
                .containsPattern("^Relabeled \\S+ to Tankers \\(5\\), was (Cargo|Military|Carrier|Cruise) \\([1-4]\\)");
        assertThat(labels("log")).isEqualTo(Main.DONE);
        assertThat(out.toString())
                .contains("a tanker")
                .contains("ann")
                .contains("relabel")
                .contains("Tankers (5)");
        assertThat(labels("undo")).isEqualTo(Main.DONE);
        assertThat(out.toString()).contains("Undid step ");
    }

    @Test
    void namesComeFromListsAndFromStandardInputAndMayLookLikeOptions() throws IOException {
        Path list = Files.writeString(folder.resolve("list.txt"), images.get(1) + "\r\n\n" + images.get(2) + "\n");
        assertThat(labels("unsure", "@" + list)).isEqualTo(Main.DONE);
        assertThat(out.toString()).startsWith("Put off 2 images");
        assertThat(labels("keep", "@" + folder.resolve("none.txt"))).isEqualTo(Main.WRONG_REQUEST);
        assertThat(err.toString()).contains("none.txt").contains("@@");
        Files.writeString(folder.resolve("options.txt"), "--yes\n");
        assertThat(labels("keep", "@" + folder.resolve("options.txt"))).isEqualTo(Main.WRONG_REQUEST);
        assertThat(err.toString()).contains("There is no image \"--yes\"");

        List<String> read = fed(images.get(3) + "\n" + images.get(4) + "\n", "keep", "-");

        assertThat(read.get(0)).startsWith("Kept 2 images");
        assertThat(labels("undo", "2")).isEqualTo(Main.DONE);
    }

    @Test
    void aBulkBeyondFivePercentIsRefusedWithItsEffectAndDoneWithYes() {
        String[] drop = {"drop", images.get(5), images.get(6), images.get(7)};

        assertThat(labels(drop)).isEqualTo(Main.WRONG_REQUEST);
        assertThat(err.toString())
                .contains("removes ")
                .contains(" %")
                .contains("--yes")
                .contains("Nothing was changed");
        assertThat(labels("drop", images.get(5), images.get(6), images.get(7), "--dry-run", "--json"))
                .isEqualTo(Main.DONE);
        assertThat(out.toString()).contains("\"needs_yes\" : true").contains("\"done\" : false");
        assertThat(labels("drop", images.get(5), images.get(6), images.get(7), "--yes"))
                .isEqualTo(Main.DONE);
        assertThat(labels("undo")).isEqualTo(Main.DONE);
    }

    @Test
    void exportPatchApplyAndMergeWriteAndReadFiles() throws IOException {
        Path given = folder.resolve("ships/train.csv");
        assertThat(labels("export")).isEqualTo(Main.DONE);
        assertThat(out.toString()).isEqualTo(Files.readString(given));
        Path patch = folder.resolve("patch.csv");
        labels("relabel", images.get(8), "--to", "1", "--by", "ann");
        labels("relabel", images.get(8), "--to", "2", "--by", "ann");
        assertThat(labels("patch", "-o", patch.toString())).as(err.toString()).isEqualTo(Main.DONE);
        assertThat(labels("patch", "-o", patch.toString())).isEqualTo(Main.WRONG_REQUEST);
        assertThat(err.toString()).contains("--force");
        Path other = folder.resolve("other.csv");
        Files.writeString(other, Files.readString(patch).replaceAll(",2,ann,", ",3,ben,"));
        assertThat(labels("merge", patch.toString(), other.toString())).isEqualTo(Main.WRONG_REQUEST);
        assertThat(err.toString())
                .contains("contradict")
                .contains(images.get(8))
                .contains("--prefer");
        assertThat(labels("apply", other.toString())).isEqualTo(Main.WRONG_REQUEST);
        assertThat(err.toString()).contains("was given Military (2) here").contains("to Carrier (3)");
        assertThat(labels("apply", other.toString(), "--prefer", "theirs", "--json"))
                .isEqualTo(Main.DONE);
        assertThat(out.toString()).contains("\"by\" : \"ben\"");
        labels("undo", "3");
    }

    @Test
    void aStreamAnswersEveryLineOnceItIsDone() {
        List<String> answers = fed(
                "{\"action\":\"keep\",\"image\":\"" + images.get(9) + "\",\"by\":\"ann\"}\n\n"
                        + "{\"action\":\"keep\",\"image\":\"nothing.jpg\"}\n"
                        + "{\"acton\":\"keep\"}\n"
                        + "no json\n"
                        + "{\"action\":\"undo\",\"steps\":1}\n",
                "stream");

        assertThat(answers).hasSize(5);
        assertThat(answers.get(0)).contains("\"done\":true").contains("\"action\":\"keep\"");
        assertThat(answers.get(1)).contains("\"done\":false").contains("nothing.jpg");
        assertThat(answers.get(2)).contains("Did you mean \\\"action\\\"?");
        assertThat(answers.get(3)).contains("no JSON");
        assertThat(answers.get(4)).contains("\"undoes\":");
    }

    @Test
    void reviewSaysThatNothingWaitsBeforeAnAudit() {
        assertThat(run("review", "-w", place())).isEqualTo(Main.DONE);
        assertThat(out.toString()).contains("40 images (all)").contains("drydock audit");
        assertThat(run("review", "-w", place(), "--kind", "grey")).isEqualTo(Main.WRONG_REQUEST);
        assertThat(err.toString()).contains("Did you mean \"gray\"?");
    }

    private List<String> fed(String input, String... arguments) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        try {
            out = new StringWriter();
            assertThat(labels(arguments)).as(err.toString()).isEqualTo(Main.DONE);
            return out.toString().lines().toList();
        } finally {
            System.setIn(before);
        }
    }

    private int labels(String... arguments) {
        List<String> all = new ArrayList<>(List.of("labels", arguments[0], "-w", place()));
        all.addAll(List.of(arguments).subList(1, arguments.length));
        return run(all.toArray(String[]::new));
    }

    private int run(String... arguments) {
        return Main.run(List.of(arguments), new PrintWriter(out), new PrintWriter(err));
    }

    private String place() {
        return folder.resolve("ws").toString();
    }
}
