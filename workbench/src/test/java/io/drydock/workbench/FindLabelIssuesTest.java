package io.drydock.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drydock.core.data.ImageSize;
import io.drydock.core.error.ConfigException;
import io.drydock.core.error.DataException;
import io.drydock.core.predict.ProbabilitiesCsv;
import io.drydock.core.split.Part;
import io.drydock.explore.label.RemainingErrors;
import io.drydock.network.weights.BundledBackbone;
import io.drydock.sample.Planted;
import io.drydock.sample.ShipSet;
import io.drydock.workbench.feature.Encoder;
import io.drydock.workbench.issue.LabelIssue;
import io.drydock.workbench.issue.ProbabilitySource;
import io.drydock.workbench.issue.ProbeChoice;
import io.drydock.workspace.run.RunFolder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FindLabelIssuesTest {
    private static final ShipSet SHIPS = ShipSet.of(120, 5).withTest(5).withMislabeled(8);
    private static final ProbeChoice PROBE = new ProbeChoice(
            List.of(Encoder.Backbone.of(BundledBackbone.MODEL).at(new ImageSize(140, 210))), 5, 1, false, 42);

    private Path folder = Path.of("");
    private ShipWorkspace ships;
    private FindLabelIssues.Result result;

    @BeforeAll
    void draw(@TempDir Path drawn) {
        folder = drawn;
        ships = ShipWorkspace.in(drawn, SHIPS);
        result = find(new ProbabilitySource.Probe(PROBE));
    }

    @Test
    void plantedMislabelsStandAtTheTop() {
        Set<String> planted = SHIPS.write(folder.resolve("again")).mislabeled().stream()
                .map(Planted.Mislabel::image)
                .collect(Collectors.toSet());

        List<String> top =
                result.issues().stream().limit(16).map(LabelIssue::image).toList();

        assertThat(top.stream().filter(planted::contains).count()).isGreaterThanOrEqualTo(6);
        assertThat(result.issues()).hasSize(120).isSortedAccordingTo((a, b) -> Double.compare(a.score(), b.score()));
        assertThat(result.issues()).allMatch(issue -> issue.suggested() != issue.given());
        assertThat(result.estimate().total().low()).isLessThanOrEqualTo(8);
        assertThat(result.estimate().total().high()).isGreaterThanOrEqualTo(8);
    }

    @Test
    void aNumPyFileInImportOrderGivesWhatTheSameProbabilitiesGaveBefore() throws IOException {
        Path npy = folder.resolve("p.npy");
        Files.write(npy, npy(result.probabilities().size()));
        Path csv = folder.resolve("p.csv");
        Files.writeString(csv, ProbabilitiesCsv.text(result.probabilities()));

        FindLabelIssues.Result ofNpy = find(ProbabilitySource.parse(npy.toString(), PROBE));
        FindLabelIssues.Result ofCsv = find(ProbabilitySource.parse(csv.toString(), PROBE));

        assertThat(order(ofNpy)).isEqualTo(order(result));
        assertThat(order(ofCsv)).isEqualTo(order(result));
    }

    @Test
    void aRunIsHeldAgainstItsValidationImagesOnly() {
        RunFolder run = ships.run(3);

        FindLabelIssues.Result ofRun = find(new ProbabilitySource.Runs(List.of(run.name())));

        int valid = ships.open().splits().current().count(Part.VALID);
        assertThat(ofRun.issues())
                .hasSize(valid)
                .allMatch(issue -> issue.part().filter(Part.VALID::equals).isPresent());
        assertThat(ofRun.withoutProbabilities()).hasSize(120 - valid);
    }

    @Test
    void theEstimateFollowsTheReview() {
        find(new ProbabilitySource.Probe(PROBE));
        List<String> top =
                result.issues().stream().limit(30).map(LabelIssue::image).toList();
        RemainingErrors before = FindLabelIssues.estimate(ships.root()).orElseThrow();

        new DecideLabels(ships.root()).run(DecideLabels.Request.keep(top));
        RemainingErrors after = FindLabelIssues.estimate(ships.root()).orElseThrow();
        new DecideLabels(ships.root()).undo(1, "test", "");

        assertThat(after.remaining().value()).isLessThan(before.remaining().value());
        assertThat(FindLabelIssues.estimate(ships.root()).orElseThrow().total()).isEqualTo(before.total());
    }

    @Test
    void aSourceThatFitsNotIsRefusedWithTheRemedy() throws IOException {
        Path npy = folder.resolve("short.npy");
        Files.write(npy, npy(3));

        assertThatThrownBy(() -> find(new ProbabilitySource.Npy(npy)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("has 3 rows")
                .hasMessageContaining("120 labelled images");
        assertThatThrownBy(() -> ProbabilitySource.parse("cleanlab", PROBE))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("Write probe, run:RUN");
    }

    private static List<String> order(FindLabelIssues.Result found) {
        return found.issues().stream().map(LabelIssue::image).toList();
    }

    private FindLabelIssues.Result find(ProbabilitySource source) {
        return new FindLabelIssues()
                .run(FindLabelIssues.Request.of(ships.root()).withSource(source), Progress.NONE);
    }

    /** The first rows of the probabilities as NumPy saves them. */
    private byte[] npy(int rows) {
        int classes = result.classes().size();
        byte[] header = ("{'descr': '<f8', 'fortran_order': False, 'shape': (" + rows + ", " + classes + "), }\n")
                .getBytes(StandardCharsets.UTF_8);
        ByteBuffer file = ByteBuffer.allocate(10 + header.length + rows * classes * Double.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
        file.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
        file.putShort((short) header.length).put(header);
        for (int i = 0; i < rows; i++) {
            for (int c = 0; c < classes; c++) {
                file.putDouble(result.probabilities().at(i, c));
            }
        }
        return file.array();
    }
}
