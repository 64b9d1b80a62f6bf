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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DisagreeingCopiesCommandTest {
    @TempDir
    Path folder;

    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    @BeforeEach
    void twoCopiesWithTwoLabels() throws IOException {
        Path ships = folder.resolve("ships");
        ShipSet.of(6, 5).write(ships);
        List<String> rows = Files.readAllLines(ships.resolve("train.csv"));
        String first = rows.get(1).substring(0, rows.get(1).indexOf(','));
        Path images = Files.createDirectory(folder.resolve("images"));
        Files.copy(ships.resolve("images").resolve(first), images.resolve("a.jpg"));
        Files.copy(ships.resolve("images").resolve(first), images.resolve("b.jpg"));
        Path csv = Files.writeString(folder.resolve("train.csv"), "image,label\na.jpg,1\nb.jpg,5\n");
        assertThat(run(
                        "init",
                        folder.resolve("ws").toString(),
                        "--images",
                        images.toString(),
                        "--labels",
                        csv.toString(),
                        "--classes",
                        "1=Cargo,2=Military,5=Tankers"))
                .isEqualTo(Main.DONE);
        out = new StringWriter();
        err = new StringWriter();
    }

    @Test
    void keepShowsBothAndSaysHowOneAnswerSettlesThem() {
        assertThat(labels("keep", "a.jpg")).isEqualTo(Main.WRONG_REQUEST);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString())
                .contains("a.jpg (Cargo (1), labelled) and b.jpg (Tankers (5), labelled) have the same content and"
                        + " different labels")
                .contains("Nothing was changed")
                .contains("drydock labels relabel a.jpg --to CLASS");
        assertThat(labels("keep", "a.jpg", "--dry-run", "--json")).isEqualTo(Main.DONE);
        assertThat(out.toString()).contains("\"asks_for_label\" : true").contains("\"disagreeing_copies\"");
    }

    @Test
    void relabelSaysBeforeAndAfterWhatHappensToBoth() {
        assertThat(labels("relabel", "a.jpg", "--to", "Cargo")).isEqualTo(Main.DONE);
        assertThat(out.toString())
                .startsWith("a.jpg (Cargo (1), labelled) and b.jpg (Tankers (5), labelled)")
                .contains("Kept a.jpg")
                .contains("a.jpg: stays Cargo (1)")
                .contains("b.jpg: now Cargo (1), was Tankers (5)");
        out = new StringWriter();
        assertThat(labels("export", "--plain")).isEqualTo(Main.DONE);
        assertThat(out.toString()).contains("b.jpg,1");
    }

    @Test
    void theStreamAnswersAKeepWithTheCopiesAndGoesOn() {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(("{\"action\":\"keep\",\"images\":[\"b.jpg\"]}\n"
                        + "{\"action\":\"relabel\",\"images\":[\"b.jpg\"],\"to\":\"2\"}\n")
                .getBytes(StandardCharsets.UTF_8)));
        try {
            assertThat(labels("stream")).isEqualTo(Main.DONE);
        } finally {
            System.setIn(before);
        }
        List<String> answers = out.toString().lines().toList();
        assertThat(answers.get(0))
                .contains("\"done\":false")
                .contains("\"asks_for_label\":true")
                .contains("different labels");
        assertThat(answers.get(1)).contains("\"done\":true").contains("\"old\":\"1\",\"new\":\"2\"");
    }

    private int labels(String... arguments) {
        List<String> all = new ArrayList<>(List.of("labels"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("-w", folder.resolve("ws").toString()));
        return run(all.toArray(String[]::new));
    }

    private int run(String... arguments) {
        return Main.run(List.of(arguments), new PrintWriter(out), new PrintWriter(err));
    }
}
