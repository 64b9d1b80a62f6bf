package io.drydock.workspace.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.drydock.core.finding.Finding;
import io.drydock.core.finding.FindingKind;
import io.drydock.core.finding.Ranking;
import io.drydock.core.split.Part;
import io.drydock.workspace.store.Database;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingStoreTest {
    private static final FindingCheck COPIES = new FindingCheck("copies", 1, "standard");

    @TempDir
    Path folder;

    @Test
    void whatACheckFoundIsReadBackAndReplacedByItsNextRunOnly() {
        FindingStore findings = store();
        Finding copy = finding(FindingKind.DUPLICATE, "b.jpg", 0.5);
        Finding gray = finding(FindingKind.GRAY, "a.jpg", 0.25);
        findings.replace(COPIES, List.of(copy), Map.of("b.jpg", "bb"));
        findings.replace(new FindingCheck("pixels", 3, "p99 10"), List.of(gray), Map.of("a.jpg", "aa"));
        long before = findings.revision();

        assertThat(findings.heads()).extracting(FindingHead::id).containsExactly(copy.id(), gray.id());
        assertThat(findings.heads().get(0).others()).containsExactly("a.jpg");
        assertThat(findings.heads().get(0).sha256()).isEqualTo("bb");
        assertThat(findings.find(copy.id())).contains(copy);
        assertThat(findings.ofImages(List.of("a.jpg", "c.jpg")))
                .containsEntry("a.jpg", List.of(gray))
                .containsEntry("c.jpg", List.of());
        assertThat(findings.read(List.of(findings.heads().get(1).number(), 99L)))
                .hasSize(1);
        assertThat(findings.lastRun("copies")).contains(COPIES);

        findings.replace(COPIES, List.of(), Map.of());

        assertThat(findings.heads()).extracting(FindingHead::id).containsExactly(gray.id());
        assertThat(findings.revision()).isGreaterThan(before);
        assertThat(findings.lastRun("outliers")).isEmpty();
    }

    @Test
    void kindsComeInTheirOrderAndEachByRank() {
        FindingStore findings = store();
        List<Finding> ranked = Ranking.of(List.of(
                finding(FindingKind.GRAY, "c.jpg", 0.1),
                finding(FindingKind.LABEL_ISSUE, "b.jpg", 0.9),
                finding(FindingKind.LABEL_ISSUE, "a.jpg", 0.2)));
        findings.replace(COPIES, ranked, Map.of());

        assertThat(findings.heads()).extracting(FindingHead::image).containsExactly("a.jpg", "b.jpg", "c.jpg");
    }

    private FindingStore store() {
        return new FindingStore(Database.open(folder.resolve("drydock.db")), Clock.systemUTC());
    }

    private static Finding finding(FindingKind kind, String image, double score) {
        return new Finding(
                Finding.idOf(kind, 1, image),
                kind,
                1,
                score,
                image,
                Optional.of(Part.VALID),
                OptionalInt.of(2),
                OptionalInt.empty(),
                Map.of(
                        "copies",
                        List.of(Map.of("image", "a.jpg", "part", "train"), Map.of("image", "b.jpg", "part", "valid"))));
    }
}
