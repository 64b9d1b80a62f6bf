package io.drydock.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drydock.core.error.DataException;
import io.drydock.core.label.Action;
import io.drydock.core.label.JournalEntry;
import io.drydock.core.label.LabelState;
import io.drydock.core.label.Verdict;
import io.drydock.workbench.DecideLabels.Outcome;
import io.drydock.workbench.DecideLabels.Request;
import io.drydock.workbench.label.DisagreeingCopies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DisagreeingCopiesTest {
    @TempDir
    Path folder;

    private LabelWorkspace ships = new LabelWorkspace(Path.of(""), Path.of(""));

    @Test
    void keepOnOneOfTwoCopiesThatDisagreeShowsBothAndChangesNothing() {
        DecideLabels decide = of("a.jpg,1\na~2.jpg,2\n");

        Outcome asked = decide.run(Request.keep(List.of("a.jpg")));

        assertThat(asked.done()).isFalse();
        assertThat(asked.asksForLabel()).isTrue();
        assertThat(asked.disagreeing())
                .singleElement()
                .satisfies(copies -> assertThat(copies.described(decide.classes()))
                        .isEqualTo("a.jpg (Cargo (1), labelled) and a~2.jpg (Military (2), labelled) have the same"
                                + " content and different labels"));
        assertThat(labels().label("a~2.jpg")).contains("2");
        assertThat(decide.position()).isEqualTo(1);
    }

    @Test
    void oneClassSettlesBothInOneStepThatUndoAndRedoTakeWhole() {
        DecideLabels decide = of("a.jpg,1\na~2.jpg,2\nb.jpg,3\n");

        Outcome done = decide.run(Request.relabel(List.of("a.jpg"), "1"));

        assertThat(done.entries()).extracting(JournalEntry::action).containsExactly(Action.KEEP, Action.RELABEL);
        assertThat(done.entries()).extracting(JournalEntry::batch).containsOnly(2L);
        assertThat(done.disagreeing().get(0).copies())
                .extracting(DisagreeingCopies.Copy::before)
                .containsExactly("1", "2");
        assertThat(done.disagreeing().get(0).copies())
                .extracting(DisagreeingCopies.Copy::after)
                .containsExactly("1", "1");
        assertThat(labels().labels()).containsEntry("a.jpg", "1").containsEntry("a~2.jpg", "1");
        assertThat(labels().verdict("a~2.jpg")).isPresent();
        assertThat(decide.run(Request.keep(List.of("a~2.jpg"))).done()).isTrue();
        decide.undo(1, "ann", "");
        assertThat(labels().labels()).containsEntry("a~2.jpg", "2");
        assertThat(labels().verdict("a~2.jpg")).isEmpty();
        decide.redo(1, "ann", "");
        assertThat(labels().labels()).containsEntry("a~2.jpg", "1");
    }

    @Test
    void aClassThatNeitherHadIsGivenToBothAndAskedFirstWhereTheCallerWantsThat() {
        DecideLabels decide = of("a.jpg,1\na~2.jpg,2\n");
        Request third = Request.relabel(List.of("a~2.jpg"), "3");

        assertThat(decide.run(third.withSettles(false)).asksForLabel()).isTrue();
        assertThat(labels().labels()).containsEntry("a.jpg", "1").containsEntry("a~2.jpg", "2");
        assertThat(decide.run(third).done()).isTrue();
        assertThat(labels().labels()).containsEntry("a.jpg", "3").containsEntry("a~2.jpg", "3");
    }

    @Test
    void ofThreeCopiesWithTwoLabelsAllAreSettled() {
        DecideLabels decide = of("a.jpg,1\na~2.jpg,1\na~3.jpg,2\n");

        assertThat(decide.run(Request.keep(List.of("a~2.jpg"))).asksForLabel()).isTrue();
        Outcome done = decide.run(Request.relabel(List.of("a~2.jpg"), "2"));

        assertThat(labels().labels().values()).containsOnly("2");
        assertThat(done.alsoHolds()).containsExactly("a.jpg", "a~3.jpg");
        assertThat(labels().verdict("a~3.jpg").map(Verdict::action)).isPresent();
    }

    @Test
    void ofThreeCopiesWithThreeLabelsAllAreSettled() {
        DecideLabels decide = of("a.jpg,1\na~2.jpg,2\na~3.jpg,3\n");

        Outcome done =
                decide.run(Request.relabel(List.of("a.jpg", "a~3.jpg"), "2").withYes(true));

        assertThat(labels().labels().values()).containsOnly("2");
        assertThat(done.entries()).extracting(JournalEntry::image).containsExactly("a.jpg", "a~3.jpg");
        assertThat(labels().verdict("a~2.jpg")).isPresent();
        decide.undo(1, "ann", "");
        assertThat(labels().labels().values()).containsExactly("1", "2", "3");
    }

    @Test
    void copiesThatAgreeFollowEachOtherAsBefore() {
        DecideLabels decide = of("a.jpg,1\na~2.jpg,1\n");

        Outcome kept = decide.run(Request.keep(List.of("a.jpg")));

        assertThat(kept.alsoHolds()).containsExactly("a~2.jpg");
        assertThat(labels().verdict("a~2.jpg").map(Verdict::action)).contains(Action.KEEP);
        decide.run(Request.relabel(List.of("a~2.jpg"), "3"));
        assertThat(labels().labels().values()).containsOnly("3");
    }

    @Test
    void aDroppedCopyHasNoSayAndKeepsItsLabelUntilItComesBack() {
        DecideLabels decide = of("a.jpg,1\na~2.jpg,2\n");
        decide.run(Request.drop(List.of("a~2.jpg")));

        assertThat(decide.run(Request.keep(List.of("a.jpg"))).done()).isTrue();
        assertThat(labels().label("a~2.jpg")).contains("2");
        assertThat(decide.run(Request.keep(List.of("a~2.jpg"))).asksForLabel()).isTrue();
        assertThat(labels().isDropped("a~2.jpg")).isTrue();
        assertThat(decide.run(Request.relabel(List.of("a~2.jpg"), "1")).done()).isTrue();
        assertThat(labels().labels()).containsEntry("a.jpg", "1").containsEntry("a~2.jpg", "1");
    }

    @Test
    void aCopyToBePredictedHasNoLabelToDisagreeWith() {
        DecideLabels decide = of("a.jpg,1\na~2.jpg,1\nb.jpg,2\nb~2.jpg,3\n", "a~t.jpg", "b~t.jpg");

        decide.run(Request.keep(List.of("b~t.jpg")));
        assertThat(labels().verdict("b.jpg")).isEmpty();
        assertThat(labels().verdict("b~t.jpg", LabelWorkspace.content("b.jpg"))).isPresent();
        assertThat(labels().labels()).containsEntry("b.jpg", "2").containsEntry("b~2.jpg", "3");
        decide.run(Request.keep(List.of("a.jpg")));
        assertThat(labels().verdict("a~t.jpg", LabelWorkspace.content("a.jpg"))).isPresent();
    }

    @Test
    void unsurePutsAllCopiesOffAndChangesNoLabel() {
        DecideLabels decide = of("a.jpg,1\na~2.jpg,2\na~3.jpg,3\n");

        Outcome done = decide.run(Request.unsure(List.of("a~2.jpg")));

        assertThat(done.done()).isTrue();
        assertThat(done.entries()).hasSize(3);
        for (String image : List.of("a.jpg", "a~2.jpg", "a~3.jpg")) {
            assertThat(labels().verdict(image).map(Verdict::isOpen)).as(image).contains(true);
        }
        assertThat(labels().labels().values()).containsExactly("1", "2", "3");
    }

    @Test
    void aCopyImportedLaterFollowsOnlyIfItsLabelAgrees() {
        DecideLabels decide = of("a.jpg,1\n");
        decide.run(Request.relabel(List.of("a.jpg"), "3"));

        ships.imports("image,label\na.jpg,1\na~2.jpg,1\na~3.jpg,2\na~4.jpg,3\n");

        assertThat(labels().labels())
                .containsEntry("a.jpg", "3")
                .containsEntry("a~2.jpg", "3")
                .containsEntry("a~3.jpg", "2")
                .containsEntry("a~4.jpg", "3");
        assertThat(labels().verdict("a~3.jpg")).isEmpty();
        assertThat(labels().copiesDisagree("a.jpg")).isTrue();
    }

    @Test
    void inABulkKeepNothingIsDecidedWhileSomeCopiesDisagree() {
        DecideLabels decide = of("a.jpg,1\na~2.jpg,2\nb.jpg,3\nc.jpg,1\n");

        Outcome asked = decide.run(Request.keep(List.of("b.jpg", "a.jpg", "c.jpg")));

        assertThat(asked.asksForLabel()).isTrue();
        assertThat(asked.disagreeing()).extracting(DisagreeingCopies::image).containsExactly("a.jpg");
        assertThat(decide.position()).isEqualTo(1);
    }

    @Test
    void nothingIsSettledWhereTheFileOfACopyChanged() throws IOException {
        DecideLabels decide = of("a.jpg,1\na~2.jpg,2\nb.jpg,3\n");
        Files.write(folder.resolve("images").resolve("a~2.jpg"), new byte[2]);

        for (Request request : List.of(
                Request.keep(List.of("a.jpg")),
                Request.relabel(List.of("a.jpg"), "3"),
                Request.unsure(List.of("a.jpg", "b.jpg")))) {
            assertThatThrownBy(() -> decide.run(request))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("a~2.jpg has changed")
                    .hasMessageContaining("drydock init " + ships.root());
        }
        assertThat(decide.position()).isEqualTo(1);
        assertThat(decide.run(Request.drop(List.of("a.jpg")).withYes(true)).done())
                .isTrue();
    }

    private DecideLabels of(String rows, String... test) {
        ships = LabelWorkspace.in(folder, "image,label\n" + rows);
        if (test.length > 0) {
            ships.imports("image,label\n" + rows, test);
        }
        return new DecideLabels(ships.root());
    }

    private LabelState labels() {
        return ships.open().journal().state();
    }
}
