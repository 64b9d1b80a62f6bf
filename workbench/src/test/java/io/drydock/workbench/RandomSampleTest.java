package io.drydock.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import io.drydock.core.finding.Finding;
import io.drydock.core.finding.FindingKind;
import io.drydock.sample.ShipSet;
import io.drydock.workbench.review.ReviewFilter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class RandomSampleTest {
    private static final ReviewFilter SAMPLE = ReviewFilter.open().withKinds(Set.of(FindingKind.RANDOM_SAMPLE));

    @TempDir
    static Path folder;

    static ShipWorkspace ships;
    static AuditData.Result first;

    @BeforeAll
    static void audit() {
        ships = ShipWorkspace.in(folder, ShipSet.of(120, 5).withMislabeled(5));
        first = audited();
    }

    private static AuditData.Result audited() {
        return new AuditData().run(new AuditData.Request(ships.root()).withoutReport(), Progress.NONE);
    }

    @Test
    void theSampleHoldsUnlistedImagesOnceEachAndIsTheSameAtEachAudit() {
        List<String> drawn = images(first, FindingKind.RANDOM_SAMPLE);

        assertThat(drawn).isNotEmpty().doesNotHaveDuplicates();
        assertThat(drawn).doesNotContainAnyElementsOf(images(first, FindingKind.LABEL_ISSUE));
        assertThat(images(audited(), FindingKind.RANDOM_SAMPLE)).isEqualTo(drawn);
    }

    @Test
    void theQueueOffersTheSampleInItsOrder() {
        List<String> offered = new ReviewQueue(ships.root())
                .run(SAMPLE, 0, 10).items().stream()
                        .map(item -> item.finding().image())
                        .toList();

        assertThat(offered).isEqualTo(images(first, FindingKind.RANDOM_SAMPLE).subList(0, 10));
    }

    @Test
    void verdictsOnTheSampleNarrowTheIntervalAndUndoBringsTheEarlierOneBack() throws InterruptedException {
        ReviewQueue queue = new ReviewQueue(ships.root());
        ReviewQueue.Stretch before = current(queue, 40);
        List<String> right =
                before.items().stream().map(item -> item.finding().image()).toList();

        new DecideLabels(ships.root()).run(DecideLabels.Request.keep(right).withYes(true));
        ReviewQueue.Stretch after = current(queue, 1);
        new DecideLabels(ships.root()).undo(1, "test", "");

        assertThat(width(after)).isLessThan(width(before));
        assertThat(after.errorsLeft().errors().orElseThrow().sampled()).isPositive();
        assertThat(current(queue, 1).errorsLeft().errors())
                .isEqualTo(before.errorsLeft().errors());
    }

    /** A stretch whose estimate takes in the last decisions. */
    private static ReviewQueue.Stretch current(ReviewQueue queue, int limit) throws InterruptedException {
        ReviewQueue.Stretch stretch = queue.run(SAMPLE, 0, limit);
        while (!stretch.errorsLeft().current()) {
            Thread.sleep(5);
            stretch = queue.run(SAMPLE, 0, limit);
        }
        return stretch;
    }

    private static double width(ReviewQueue.Stretch stretch) {
        return stretch.errorsLeft().errors().orElseThrow().errors().high()
                - stretch.errorsLeft().errors().orElseThrow().errors().low();
    }

    private static List<String> images(AuditData.Result result, FindingKind kind) {
        return result.audit().findings(kind).stream().map(Finding::image).toList();
    }
}
