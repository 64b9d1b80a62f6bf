package io.drydock.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drydock.core.error.ConfigException;
import io.drydock.core.label.JournalEntry;
import io.drydock.core.predict.Mix;
import io.drydock.core.predict.Probabilities;
import io.drydock.core.split.Part;
import io.drydock.sample.ShipSet;
import io.drydock.workbench.pool.PoolQueue;
import io.drydock.workbench.review.ReviewFilter;
import io.drydock.workbench.review.ReviewItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The pool as a model orders it: first the audit's probe, then a run. */
@Tag("slow")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PoolOrderTest {
    @TempDir
    static Path folder;

    static ShipWorkspace ships;

    @BeforeAll
    static void addPictures() throws IOException {
        ships = ShipWorkspace.in(folder, ShipSet.of(60, 5).withTest(4));
        Path more = folder.resolve("more");
        ShipSet.of(15, 99).withTest(3).write(more);
        try (Stream<Path> pictures = Files.list(more.resolve("images"))) {
            for (Path picture : pictures.toList()) {
                Files.copy(picture, ships.ships().resolve("images").resolve("new-" + picture.getFileName()));
            }
        }
        new InitWorkspace().run(InitWorkspace.Request.again(ships.root()), Progress.NONE);
    }

    @Test
    @Order(1)
    void anAuditOrdersItByItsProbeAndLeavesItOutOfItsFindings() {
        AuditData.Result audit =
                new AuditData().run(new AuditData.Request(ships.root()).withoutReport(), Progress.NONE);

        assertThat(audit.audit().images().images())
                .noneMatch(image -> image.image().startsWith("new-"));
        assertThat(audit.audit().findings())
                .noneMatch(finding -> finding.image().startsWith("new-"));
        assertThat(PoolQueue.open(ships.root()).order()).isEqualTo("linear probe since the last audit");
        assertThat(queue()).hasSize(18).allSatisfy(item -> {
            assertThat(item.suggested()).isPresent();
            assertThat(item.finding().evidence()).containsKeys("order", "margin", "p_predicted");
        });
    }

    @Test
    @Order(2)
    void theOrderStaysWhileLabelsAreGivenAndIsTheSameWhenMadeAgain() {
        List<String> before = paths();

        new DecideLabels(ships.root()).run(DecideLabels.Request.relabel(before.subList(0, 1), "2"));
        PoolQueue.open(ships.root()).refresh(Progress.NONE);

        assertThat(paths()).isEqualTo(before.subList(1, before.size()));
        assertThat(last().finding()).isPresent();
        new DecideLabels(ships.root()).undo(1, "ann", "");
    }

    @Test
    @Order(3)
    void aFinishedRunOrdersItAndPredictsIt() {
        String run = ships.run(3).name();

        PoolQueue.open(ships.root()).refresh(Progress.NONE);

        assertThat(PoolQueue.open(ships.root()).order()).isEqualTo("run " + run);
        assertThat(queue()).hasSize(18);
        Probabilities predicted = new PredictImages()
                .run(
                        new PredictImages.Request(
                                ships.root(), "latest", List.of(), Part.POOL, 1, Optional.empty(), false),
                        Progress.NONE)
                .probabilities();
        assertThat(predicted.images()).containsExactlyInAnyOrderElementsOf(paths());
        assertThatThrownBy(() -> new EvaluateRun()
                        .run(
                                new EvaluateRun.Request(
                                        ships.root(), List.of(run), Part.POOL, 1, new Mix.Mean(), 24, false),
                                Progress.NONE))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("no labels to score against");
    }

    private static JournalEntry last() {
        List<JournalEntry> entries = ships.open().journal().entries();
        return entries.get(entries.size() - 1);
    }

    private static List<ReviewItem> queue() {
        return new ReviewQueue(ships.root())
                .run(ReviewFilter.open().withPart("pool"), 0, 100)
                .items();
    }

    private static List<String> paths() {
        return queue().stream().map(item -> item.finding().image()).toList();
    }
}
