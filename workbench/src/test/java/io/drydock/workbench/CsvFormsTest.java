package io.drydock.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drydock.core.csv.CsvOptions;
import io.drydock.core.data.ImportNote;
import io.drydock.core.data.ImportOptions;
import io.drydock.core.error.DataException;
import io.drydock.sample.ShipSet;
import io.drydock.workbench.inspect.Inspection;
import io.drydock.workbench.issue.ProbabilitySource;
import io.drydock.workspace.Workspace;
import io.drydock.workspace.source.SourceFile;
import io.drydock.workspace.source.SourceRole;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** CSVs in unusual forms, from init to the answer. */
class CsvFormsTest {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @TempDir
    static Path drawn;

    @TempDir
    Path folder;

    private Path images;
    private Path place;

    @BeforeEach
    void drawPictures() throws IOException {
        if (!Files.exists(drawn.resolve("images"))) {
            ShipSet.of(8, 7).write(drawn);
        }
        images = Files.createDirectories(folder.resolve("images"));
        place = folder.resolve("ws");
        try (Stream<Path> pictures = Files.list(drawn.resolve("images"))) {
            int number = 0;
            for (Path picture : pictures.sorted().limit(6).toList()) {
                number++;
                Files.copy(picture, images.resolve("ä" + number + ".jpg"));
            }
        }
    }

    @Test
    void initAgainAndExportReadTheFileAsItWasReadFirst() throws IOException {
        String text = "ä1.jpg|1.0\r\nä2.jpg|2.0\r\nä3.jpg|NaN\r\nä4.jpg|2.0\r\n";
        Path labels = Files.write(folder.resolve("labels.csv"), text.getBytes(WINDOWS));
        CsvOptions csv = CsvOptions.automatic()
                .withEncoding("windows-1252")
                .withSeparator("|")
                .withoutHeader();
        assertThatThrownBy(() -> init(request().withLabels(labels)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("--encoding windows-1252");

        InitWorkspace.Result first = init(request()
                .withLabels(labels)
                .withOptions(ImportOptions.automatic().withCsv(csv)));
        InitWorkspace.Result again = init(InitWorkspace.Request.again(place));

        assertThat(first.labeled()).isEqualTo(3);
        assertThat(first.notes()).extracting(ImportNote::code).contains("missing_label", "number_form");
        assertThat(again.unchanged()).isTrue();
        assertThat(source().csv()).isEqualTo(csv);
        assertThat(export()).isEqualTo(text.getBytes(WINDOWS));
        relabel("ä1.jpg", "2");
        assertThat(export()).isEqualTo(text.replace("ä1.jpg|1.0", "ä1.jpg|2.0").getBytes(WINDOWS));
    }

    @Test
    void oneHotLabelsAreExportedAsColumns() throws IOException {
        String text = "image;cat;dog\nä1.jpg;1.0;0.0\nä2.jpg;0.0;1.0\nä3.jpg;0.0;1.0\n";
        Path labels = Files.writeString(folder.resolve("labels.csv"), text);

        InitWorkspace.Result result = init(request().withLabels(labels));

        assertThat(result.classes().codes()).containsExactly("cat", "dog");
        assertThat(init(InitWorkspace.Request.again(place)).unchanged()).isTrue();
        assertThat(export()).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
        relabel("ä2.jpg", "cat");
        assertThat(new String(export(), StandardCharsets.UTF_8))
                .isEqualTo(text.replace("ä2.jpg;0.0;1.0", "ä2.jpg;1.0;0.0"));
        relabel("ä4.jpg", "dog");
        assertThat(new String(export(), StandardCharsets.UTF_8)).endsWith("ä3.jpg;0.0;1.0\nä4.jpg;0.0;1.0\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-8", "windows-1252"})
    void theAnswerIsWrittenAsTheSampleIs(String name) throws IOException {
        Charset charset = Charset.forName(name);
        Path labels = Files.writeString(folder.resolve("labels.csv"), "image,label\nä1.jpg,cat\nä2.jpg,dog\n");
        Path test = Files.writeString(folder.resolve("test.csv"), "image\nä5.jpg\nä6.jpg\n");
        Path sample = Files.write(folder.resolve("sample.csv"), "id;label\r\nä6;?\r\nä5;?\r\n".getBytes(charset));
        init(request()
                .withLabels(labels)
                .withTest(test)
                .withSample(sample)
                .withOptions(
                        ImportOptions.automatic().withCsv(CsvOptions.automatic().withEncoding("windows-1252"))));

        Path answer = folder.resolve("answer.csv");
        WriteSubmission.Result result = submit(answer, "image,cat,dog\nä5.jpg,.9,.1\nä6.jpg,.2,.8\n");

        assertThat(Files.readAllBytes(answer)).isEqualTo("id;label\r\nä6;dog\r\nä5;cat\r\n".getBytes(charset));
        assertThat(result.note().orElseThrow()).contains("placeholder");
        assertThat(result.counts()).containsEntry("cat", 1).containsEntry("dog", 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "image,cat\nä1.jpg,1\n",
                "image,cat,dog\nä1.jpg,.5,.4\nä2.jpg,.5,.5\n",
                "image,cat,dog\nnowhere.jpg,.5,.5\n",
                "image,cat,dog\nä1.jpg,x,1\n"
            })
    void wrongProbabilitiesAreRefusedBeforeAnyWork(String text) throws IOException {
        Path labels = Files.writeString(folder.resolve("labels.csv"), "image,label\nä1.jpg,cat\nä2.jpg,dog\n");
        init(request().withLabels(labels));
        Path file = Files.writeString(folder.resolve("p.csv"), text);
        List<String> steps = new ArrayList<>();

        assertThatThrownBy(() -> new AuditData()
                        .run(
                                new AuditData.Request(place)
                                        .against(new ProbabilitySource.Csv(file))
                                        .withoutReport(),
                                (step, done, total) -> steps.add(step)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("p.csv");
        assertThat(steps).isEmpty();
    }

    @Test
    void anImageInBothListsIsCountedOnce() throws IOException {
        Path labels = Files.writeString(folder.resolve("labels.csv"), "image,label\nä1.jpg,cat\nä2.jpg,dog\n");
        Path test = Files.writeString(folder.resolve("test.csv"), "image\nä2.jpg\nä3.jpg\n");
        init(request().withLabels(labels).withTest(test));

        Inspection inspection = new InspectData()
                .run(new InspectData.Request(place, 1, false), Progress.NONE)
                .inspection();

        assertThat(inspection.files()).isEqualTo(3);
        assertThat(inspection.inBothLists()).containsExactly("ä2.jpg");
        assertThat(inspection.sizes().stream().mapToInt(size -> size.count()).sum())
                .isEqualTo(3);
        assertThat(inspection.modes().values().stream().mapToInt(count -> count).sum())
                .isEqualTo(3);
    }

    private WriteSubmission.Result submit(Path answer, String probabilities) throws IOException {
        Path file = Files.writeString(folder.resolve("p.csv"), probabilities);
        return new WriteSubmission().run(new WriteSubmission.Request(place, answer, file.toString()), Progress.NONE);
    }

    private SourceFile source() {
        return Workspace.open(place).sources().find(SourceRole.LABELS).orElseThrow();
    }

    private byte[] export() {
        return new ExchangeLabels()
                .export(place, OptionalLong.empty(), false, false)
                .bytes();
    }

    private void relabel(String image, String code) {
        new DecideLabels(place)
                .run(DecideLabels.Request.relabel(List.of(image), code).withYes(true));
    }

    private InitWorkspace.Request request() {
        return InitWorkspace.Request.of(place, images);
    }

    private static InitWorkspace.Result init(InitWorkspace.Request request) {
        return new InitWorkspace().run(request, Progress.NONE);
    }
}
