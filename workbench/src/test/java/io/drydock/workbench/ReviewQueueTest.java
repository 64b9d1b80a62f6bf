package io.drydock.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drydock.core.error.ConfigException;
import io.drydock.core.finding.FindingKind;
import io.drydock.core.predict.Probabilities;
import io.drydock.core.split.Split;
import io.drydock.workbench.DecideLabels.Request;
import io.drydock.workbench.issue.KeptProbabilities;
import io.drydock.workbench.review.ImageIndex;
import io.drydock.workbench.review.ReviewFilter;
import io.drydock.workbench.review.ReviewFilter.Show;
import io.drydock.workbench.review.ReviewItem;
import io.drydock.workspace.source.ImportOutcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewQueueTest {
    @TempDir
    Path folder;

    @Test
    void everyImageStandsOnceByItsMostSuspectFindingAndKindsTakeTurns() {
        LabelWorkspace ships = LabelWorkspace.of(folder, 9);
        ships.found("labels", "label_issue 4.jpg 1", "label_issue 3.jpg 2");
        ships.found("pixels", "gray 7.jpg", "gray 4.jpg");

        ReviewQueue.Stretch queue = new ReviewQueue(ships.root()).run(ReviewFilter.open(), 0, 10);

        assertThat(queue.items()).extracting(item -> item.finding().image()).containsExactly("4.jpg", "7.jpg", "3.jpg");
        assertThat(queue.items().get(0).kinds()).containsExactly(FindingKind.LABEL_ISSUE, FindingKind.GRAY);
        assertThat(queue.items().get(0).label()).contains("2");
        assertThat(queue.items().get(0).suggested()).contains("1");
        assertThat(queue.items().get(0).finding().evidence()).containsEntry("p_label", 0.1);
        assertThat(queue.total()).isEqualTo(9);
        assertThat(queue.progress()).isEqualTo("0 looked at, 0 changed");
    }

    @Test
    void aFilterTakesKindCellAndPartAndRefusesWhatDoesNotExist() {
        LabelWorkspace ships = LabelWorkspace.of(folder, 30);
        Split split = ships.split(1);
        ships.found(
                "labels", "label_issue 0.jpg 2", "label_issue 3.jpg 3", "label_issue 1.jpg 3", "label_issue 6.jpg 2");
        ships.found("pixels", "gray 9.jpg");
        ReviewQueue queue = new ReviewQueue(ships.root());

        assertThat(queue.paths(ReviewFilter.open().withCell("1", "2")).images()).containsExactly("0.jpg", "6.jpg");
        assertThat(queue.paths(ReviewFilter.open().withKinds(Set.of(FindingKind.GRAY)))
                        .images())
                .containsExactly("9.jpg");
        assertThat(queue.paths(ReviewFilter.open().withCheck("labels")).images())
                .hasSize(4);
        for (String part : List.of("train", "valid")) {
            assertThat(queue.paths(ReviewFilter.open().withPart(part)).images())
                    .allSatisfy(image ->
                            assertThat(split.part(image).orElseThrow().key()).isEqualTo(part));
        }
        assertThat(queue.paths(ReviewFilter.open().withPart("labelled")).images())
                .hasSize(5);
        assertThat(queue.paths(ReviewFilter.open()).parts().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(5);
        assertThat(queue.counts(ReviewFilter.open()))
                .isEqualTo(Map.of(FindingKind.LABEL_ISSUE, 4, FindingKind.GRAY, 1));
        assertThatThrownBy(
                        () -> queue.paths(ReviewFilter.open().withPart("vaild")).images())
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("Did you mean \"valid\"?");
    }

    @Test
    void theEstimateOfWrongLabelsChangesWithADecisionAndWithNothingElse() {
        LabelWorkspace ships = LabelWorkspace.of(folder, 90);
        ships.found("labels", "label_issue 4.jpg 1", "label_issue 3.jpg 2");
        KeptProbabilities.keep(ships.open(), probabilities(90));
        ImageIndex index = ImageIndex.open(ships.root());
        ReviewQueue queue = new ReviewQueue(index);
        String first = progress(queue);

        assertThat(first).contains("wrong labels left").doesNotContain("updated");
        for (int look = 0; look < 5; look++) {
            queue.counts(ReviewFilter.open());
            assertThat(progress(queue)).isEqualTo(first);
            assertThat(progress(new ReviewQueue(ships.root())))
                    .as("in another program")
                    .isEqualTo(first);
        }
        ships.found("pixels", "gray 7.jpg", "gray 4.jpg");
        assertThat(progress(queue)).as("findings of another kind").isEqualTo(first);

        DecideLabels decide = new DecideLabels(index);
        decide.run(Request.keep(List.of("4.jpg", "3.jpg", "10.jpg", "11.jpg")));
        String reviewed = progress(queue);
        assertThat(reviewed).isEqualTo(progress(new ReviewQueue(ships.root()))).isNotEqualTo(first);
        decide.undo(1, "ann", "");
        assertThat(progress(queue)).isEqualTo(first);
        decide.redo(1, "ann", "");
        assertThat(progress(queue)).isEqualTo(reviewed);
    }

    /** What the page shows, once it takes in the last decision. */
    private static String progress(ReviewQueue queue) {
        ReviewQueue.Stretch stretch = queue.run(ReviewFilter.open(), 0, 3);
        while (!stretch.errorsLeft().current()) {
            Thread.onSpinWait();
            stretch = queue.run(ReviewFilter.open(), 0, 3);
        }
        return stretch.progress();
    }

    /** Sure of the class of the label, but for each tenth image. */
    private static Probabilities probabilities(int images) {
        List<String> names = new ArrayList<>();
        double[][] rows = new double[images][3];
        for (int i = 0; i < images; i++) {
            names.add(i + ".jpg");
            int seen = i % 10 == 3 ? (i + 1) % 3 : i % 3;
            Arrays.fill(rows[i], 0.05);
            rows[i][seen] = 0.9;
        }
        return new Probabilities(names, List.of("1", "2", "3"), rows);
    }

    @Test
    void whatWasKeptIsNotAskedAgainUnlessTheEvidencePointsElsewhere() {
        LabelWorkspace ships = LabelWorkspace.of(folder, 9);
        ships.found("labels", "label_issue 0.jpg 2", "label_issue 3.jpg 2");
        ImageIndex index = ImageIndex.open(ships.root());
        ReviewQueue queue = new ReviewQueue(index);
        new DecideLabels(index).run(Request.keep(List.of("0.jpg")));

        assertThat(queue.paths(ReviewFilter.open()).images()).containsExactly("3.jpg");
        ships.found("run 7", "label_issue 0.jpg 2", "outlier 0.jpg");
        assertThat(queue.paths(ReviewFilter.open()).images()).containsExactly("3.jpg");
        ships.found("run 8", "label_issue 0.jpg 3");
        assertThat(queue.paths(ReviewFilter.open()).images()).containsExactly("0.jpg", "3.jpg");
        new DecideLabels(index)
                .run(Request.keep(List.of("0.jpg"))
                        .withFinding(queue.run(ReviewFilter.open(), 0, 1)
                                .items()
                                .get(0)
                                .finding()
                                .id()));
        assertThat(queue.paths(ReviewFilter.open()).images()).containsExactly("3.jpg");
    }

    @Test
    void aKeptImageIsRememberedUnderAnotherNameAndAfterAnotherImport() {
        LabelWorkspace ships = LabelWorkspace.in(folder, "image,label\na.jpg,1\nb.jpg,2\n");
        ships.found("labels", "label_issue a.jpg 2", "label_issue b.jpg 1");
        new DecideLabels(ships.root()).run(Request.keep(List.of("a.jpg")));

        ImportOutcome again = ships.imports("image,label\na.jpg,1\nb.jpg,2\n");
        assertThat(again.labelsChanged()).isFalse();
        assertThat(new ReviewQueue(ships.root()).paths(ReviewFilter.open()).images())
                .containsExactly("b.jpg");

        ships.imports("image,label\na~renamed.jpg,1\nb.jpg,2\n");
        assertThat(new ReviewQueue(ships.root()).paths(ReviewFilter.open()).images())
                .containsExactly("b.jpg");
        ships.found("labels", "label_issue a~renamed.jpg 2", "label_issue b.jpg 1");
        assertThat(new ReviewQueue(ships.root()).paths(ReviewFilter.open()).images())
                .containsExactly("b.jpg");
    }

    @Test
    void whatIsUnsureGoesToTheBackAndComesBackAfterUndo() {
        LabelWorkspace ships = LabelWorkspace.of(folder, 9);
        ships.found("labels", "label_issue 0.jpg 2", "label_issue 1.jpg 1", "label_issue 2.jpg 1");
        ImageIndex index = ImageIndex.open(ships.root());
        ReviewQueue queue = new ReviewQueue(index);
        DecideLabels decide = new DecideLabels(index);
        decide.run(Request.unsure(List.of("0.jpg")));

        assertThat(queue.paths(ReviewFilter.open()).images()).containsExactly("1.jpg", "2.jpg", "0.jpg");
        assertThat(queue.paths(ReviewFilter.open().withShow(Show.UNSURE)).images())
                .containsExactly("0.jpg");
        assertThat(queue.run(ReviewFilter.open(), 0, 9).unsure()).isEqualTo(1);
        assertThat(queue.run(ReviewFilter.open(), 2, 9).items())
                .singleElement()
                .satisfies(item -> assertThat(item.status()).isEqualTo(ReviewItem.Status.UNSURE));
        decide.run(Request.relabel(List.of("1.jpg"), "1"));
        decide.run(Request.drop(List.of("2.jpg")));
        assertThat(queue.paths(ReviewFilter.open()).images()).containsExactly("0.jpg");
        assertThat(queue.paths(ReviewFilter.open().withShow(Show.SETTLED)).images())
                .containsExactly("1.jpg", "2.jpg");
        assertThat(queue.run(ReviewFilter.open(), 0, 9).progress()).isEqualTo("3 looked at, 2 changed");
        decide.undo(3, "ann", "");
        assertThat(queue.paths(ReviewFilter.open()).images()).containsExactly("0.jpg", "1.jpg", "2.jpg");
    }

    @Test
    void twoPassesComposeAndTouchNothingButWhatTheyDecide() {
        LabelWorkspace ships = LabelWorkspace.in(
                folder,
                "image,label\na.jpg,1\na~2.jpg,2\nb.jpg,2\nc.jpg,1\nd.jpg,3\ne.jpg,3\nf.jpg,1\ng.jpg,2\nh.jpg,3\n");
        Split split = ships.split(3);
        Map<String, String> before = ships.open().journal().state().labels();
        ships.found("copies", "conflict a~2.jpg");
        ReviewQueue queue = new ReviewQueue(ships.root());
        DecideLabels decide = new DecideLabels(ships.root());

        decide.run(Request.duplicateOf(queue.paths(ReviewFilter.open()).images(), "a.jpg"));
        String lost = "valid";
        String wrong = split.parts().entrySet().stream()
                .filter(entry ->
                        entry.getValue().key().equals(lost) && !entry.getKey().startsWith("a"))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
        String other = before.get(wrong).equals("1") ? "2" : "1";
        ships.found("labels", "label_issue " + wrong + " " + other, "label_issue a~2.jpg 1");
        assertThat(queue.paths(ReviewFilter.open().withPart(lost)).images()).containsExactly(wrong);
        decide.run(Request.relabel(List.of(wrong), other));

        Map<String, String> after = ships.open().journal().state().labels();
        Map<String, String> expected = new LinkedHashMap<>(before);
        expected.remove("a~2.jpg");
        expected.put(wrong, other);
        assertThat(after).isEqualTo(expected);
        assertThat(queue.paths(ReviewFilter.open()).images()).isEmpty();
        List<String> asked = new ArrayList<>();
        ships.imports(
                "image,label\na.jpg,1\na~2.jpg,2\nb.jpg,2\nc.jpg,1\nd.jpg,3\ne.jpg,3\nf.jpg,1\ng.jpg,2\nh.jpg,3\n");
        asked.addAll(new ReviewQueue(ships.root()).paths(ReviewFilter.open()).images());
        assertThat(asked).isEmpty();
        assertThat(ships.open().journal().state().labels()).isEqualTo(expected);
    }
}
