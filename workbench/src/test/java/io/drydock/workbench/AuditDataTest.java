package io.drydock.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import io.drydock.core.finding.Finding;
import io.drydock.core.finding.FindingKind;
import io.drydock.core.label.Action;
import io.drydock.explore.cue.Cue;
import io.drydock.sample.ShipSet;
import io.drydock.workbench.audit.Audit;
import io.drydock.workbench.json.AuditJson;
import io.drydock.workbench.json.JsonText;
import io.drydock.workspace.label.Decision;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class AuditDataTest {
    @TempDir
    static Path folder;

    static ShipWorkspace ships;
    static AuditData.Result first;

    @BeforeAll
    static void audit() {
        ships = ShipWorkspace.in(
                folder,
                ShipSet.of(120, 5)
                        .withTest(24)
                        .withGray(6)
                        .withExactCopies(2)
                        .withConflicts(1)
                        .withLeaks(1)
                        .withMislabeled(5));
        first = new AuditData().run(new AuditData.Request(ships.root()), Progress.NONE);
    }

    @Test
    void plantedTroubleIsFound() {
        Audit audit = first.audit();

        assertThat(audit.findings(FindingKind.GRAY)).hasSizeGreaterThanOrEqualTo(6);
        assertThat(audit.findings(FindingKind.CONFLICT)).isNotEmpty();
        assertThat(audit.findings(FindingKind.LEAK)).isNotEmpty();
        assertThat(audit.findings(FindingKind.DUPLICATE)).isNotEmpty();
        assertThat(audit.findings(FindingKind.LABEL_ISSUE)).isNotEmpty();
        assertThat(audit.summary().get(0).worth())
                .isGreaterThanOrEqualTo(
                        audit.summary().get(audit.summary().size() - 1).worth());
    }

    @Test
    void everyMeasureIsComparedWithTheShareOfTheLargestClass() {
        Map<Integer, Set<String>> contents = new HashMap<>();
        first.audit()
                .images()
                .labeled()
                .forEach(image -> contents.computeIfAbsent(image.label().orElseThrow(), label -> new HashSet<>())
                        .add(image.sha256()));
        double all = contents.values().stream().mapToInt(Set::size).sum();
        double largest = contents.values().stream().mapToInt(Set::size).max().orElseThrow();

        assertThat(first.audit().cues().cues()).extracting(Cue::majority).containsOnly(largest / all);
    }

    @Test
    void idsNameOneFindingEach() {
        assertThat(first.audit().findings()).extracting(Finding::id).doesNotHaveDuplicates();
        assertThat(first.audit().findings())
                .allSatisfy(finding -> assertThat(finding.score()).isBetween(0.0, 1.0));
    }

    @Test
    void whatWasFoundIsKeptForReviewAndASecondLookChangesNothing() {
        long revision = ships.open().findings().revision();

        Audit second = new AuditData()
                .run(new AuditData.Request(ships.root()).withoutReport(), Progress.NONE)
                .audit();

        assertThat(ships.open().findings().heads()).hasSameSizeAs(first.audit().findings());
        assertThat(second.findings()).isEqualTo(first.audit().findings());
        assertThat(ships.open().findings().revision()).isEqualTo(revision);
    }

    @Test
    void theDocumentHasTheShapeThatIsPromised() {
        String json = JsonText.pretty(AuditJson.of(first));

        assertThat(json).startsWith("{\n  \"schema\" : \"drydock.audit/1\"");
        assertThat(json)
                .contains(
                        "\"summary\"",
                        "\"label_errors\"",
                        "\"findings\"",
                        "\"duplicates\"",
                        "\"suggested\"",
                        "\"not_made\"");
    }

    @Test
    void thePageHoldsEverySectionAndNoScript() throws Exception {
        String page = Files.readString(first.report().orElseThrow());

        assertThat(page)
                .contains(
                        "What to do first",
                        "Suspect labels",
                        "Pictures",
                        "Labelled against test",
                        "More than one subject",
                        "at least 400",
                        "Map")
                .doesNotContain("<script");
    }

    @Test
    void aDroppedImageIsLookedAtNoMore(@TempDir Path other) {
        ShipWorkspace own = ShipWorkspace.in(other, ShipSet.of(40, 9));
        String gone = own.open().dataset().images().get(0).image();
        String sha256 = own.open().dataset().images().get(0).sha256();
        own.open()
                .journal()
                .append(
                        List.of(new Decision(
                                Action.DROP,
                                gone,
                                sha256,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                OptionalDouble.empty(),
                                Optional.empty(),
                                Optional.empty())),
                        "ann",
                        "");

        Audit audit = new AuditData()
                .run(new AuditData.Request(own.root()).withoutReport(), Progress.NONE)
                .audit();

        assertThat(audit.images().byPath()).doesNotContainKey(gone);
    }
}
