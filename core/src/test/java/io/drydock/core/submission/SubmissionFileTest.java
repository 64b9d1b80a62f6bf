package io.drydock.core.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drydock.core.data.ClassList;
import io.drydock.core.error.DataException;
import io.drydock.core.error.WorkspaceException;
import io.drydock.core.predict.Probabilities;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubmissionFileTest {
    private static final ClassList SHIPS = ClassList.parse("1=Cargo,2=Military");

    @TempDir
    private Path folder;

    @Test
    void answersStandInTheOrderOfTheSample() throws IOException {
        SampleSubmission sample = sample("image,category\r\nb.jpg,1\r\na.jpg,1\r\n");
        Path file = folder.resolve("submission.csv");

        SubmissionFile.of(sample, probabilities("a.jpg", "b.jpg", "unasked.jpg"), SHIPS)
                .write(file, false);

        assertThat(file).hasContent("image,category\nb.jpg,2\na.jpg,1\n");
        assertThat(SubmissionFile.read(file).check(sample, SHIPS).fits()).isTrue();
        assertThat(folder)
                .isDirectoryNotContaining(one -> one.getFileName().toString().startsWith("."));
    }

    @Test
    void aFileThatStandsIsNotReplacedUnasked() throws IOException {
        Path file = Files.writeString(folder.resolve("submission.csv"), "mine");
        SubmissionFile answer = new SubmissionFile("image", "label", Map.of("a.jpg", "1"));

        assertThatThrownBy(() -> answer.write(file, false))
                .isInstanceOf(WorkspaceException.class)
                .hasMessageContaining("--force");
        answer.write(file, true);
        assertThat(file).hasContent("image,label\na.jpg,1\n");
    }

    @Test
    void missingAnswersAreRefusedByName() throws IOException {
        SampleSubmission sample = sample("image,category\na.jpg,1\nb.jpg,1\nc.jpg,1\n");

        assertThatThrownBy(() -> SubmissionFile.of(sample, probabilities("a.jpg"), SHIPS))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("2 of the sample's 3 ids have no answer: b.jpg, c.jpg");
    }

    @Test
    void everyDifferenceIsTold() throws IOException {
        SampleSubmission sample = sample("image,category\na.jpg,1\nb.jpg,Cargo\n");
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("x.jpg", "1");
        answers.put("a.jpg", "7");

        List<String> differences = new SubmissionFile("image", "label", answers)
                .check(sample, SHIPS)
                .differences();

        assertThat(differences).hasSize(4);
        assertThat(String.join("\n", differences))
                .contains("columns are image,label where the sample has image,category")
                .contains("1 of the sample's 2 ids have no answer: b.jpg")
                .contains("1 ids are not in the sample: x.jpg")
                .contains("answers 7 are no classes");
    }

    @Test
    void anotherOrderIsTold() throws IOException {
        SampleSubmission sample = sample("image,category\na.jpg,1\nb.jpg,1\n");
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("b.jpg", "1");
        answers.put("a.jpg", "1");

        assertThat(new SubmissionFile("image", "category", answers)
                        .check(sample, SHIPS)
                        .differences())
                .containsExactly("ids stand in another order, first on line 2: b.jpg where the sample has a.jpg");
    }

    @Test
    void whatIsNoSampleIsRefused() {
        assertThatThrownBy(() -> sample("image\na.jpg\n")).hasMessageContaining("has 1 columns");
        assertThatThrownBy(() -> sample("image,label\n")).hasMessageContaining("no row");
        assertThatThrownBy(() -> sample("image,label\na.jpg,1\na.jpg,1\n")).hasMessageContaining("line 2");
        assertThat(SampleSubmission.ofImages(List.of("a.jpg")).ids()).containsExactly("a.jpg");
    }

    private SampleSubmission sample(String text) throws IOException {
        return SampleSubmission.read(Files.writeString(folder.resolve("sample.csv"), text));
    }

    private static Probabilities probabilities(String... images) {
        double[][] rows = new double[images.length][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = images[i].startsWith("b") ? new double[] {.2, .8} : new double[] {.9, .1};
        }
        return new Probabilities(List.of(images), SHIPS.codes(), rows);
    }
}
