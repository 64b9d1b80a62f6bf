package io.drydock.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drydock.core.error.DataException;
import io.drydock.core.error.WorkspaceException;
import io.drydock.core.label.Action;
import io.drydock.core.label.JournalEntry;
import io.drydock.core.label.LabelState;
import io.drydock.workbench.DecideLabels.Outcome;
import io.drydock.workbench.DecideLabels.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecideLabelsTest {
    @TempDir
    Path folder;

    @Test
    void nothingIsDecidedWhileTheImageFolderIsGone() throws IOException {
        LabelWorkspace ships = LabelWorkspace.of(folder, 4);
        Files.move(folder.resolve("images"), folder.resolve("elsewhere"));

        assertThatThrownBy(() -> new DecideLabels(ships.root()).run(Request.keep(List.of("0.jpg"))))
                .isInstanceOf(WorkspaceException.class)
                .hasMessageContaining("is gone")
                .hasMessageContaining("drydock init");
        assertThat(ships.open().journal().state().verdict("0.jpg")).isEmpty();
    }

    @Test
    void aRelabelByClassNameHoldsForCopiesAndSaysSo() {
        LabelWorkspace ships = LabelWorkspace.in(folder, "image,label\na.jpg,1\na~2.jpg,1\nb.jpg,2\n");
        ships.found("labels", "label_issue a.jpg 3");

        Outcome outcome = new DecideLabels(ships.root())
                .run(Request.relabel(List.of("a.jpg"), "carrier").withBy("ann").withWhy("flat deck"));

        assertThat(outcome.done()).isTrue();
        assertThat(outcome.alsoHolds()).containsExactly("a~2.jpg");
        assertThat(ships.open().journal().state().label("a~2.jpg")).contains("3");
        assertThat(outcome.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.by()).isEqualTo("ann");
            assertThat(entry.why()).isEqualTo("flat deck");
            assertThat(entry.oldLabel()).contains("1");
            assertThat(entry.finding()).hasValueSatisfying(id -> assertThat(id).startsWith("label_issue-"));
            assertThat(entry.score().getAsDouble()).isZero();
            assertThat(entry.suggested()).contains("3");
        });
        assertThat(ships.open().journal().entries()).containsAll(outcome.entries());
    }

    @Test
    void whatIsMistypedIsRefusedWithTheNearestNameAndNothingChanges() {
        LabelWorkspace ships = LabelWorkspace.in(folder, "image,label\nports/harbour.jpg,1\nb.jpg,2\n");
        DecideLabels decide = new DecideLabels(ships.root());

        assertThatThrownBy(() -> decide.run(Request.drop(List.of("b.jpg", "ports/harbor.jpg"))))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("\"ports/harbor.jpg\"")
                .hasMessageContaining("Did you mean \"ports/harbour.jpg\"?");
        assertThatThrownBy(() -> decide.run(Request.relabel(List.of("b.jpg"), "Crago")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("Did you mean \"Cargo\"?");
        assertThatThrownBy(() -> decide.run(Request.duplicateOf(List.of("b.jpg"), "b.jpg")))
                .isInstanceOf(DataException.class);
        assertThat(ships.open().journal().position()).isEqualTo(1);

        assertThat(decide.run(Request.drop(List.of("harbour.jpg"))).entries())
                .extracting(JournalEntry::image)
                .containsExactly("ports/harbour.jpg");
    }

    @Test
    void aBulkDropBeyondFivePercentOfAClassWaitsForYesAndOffersGrayTraining() {
        LabelWorkspace ships = LabelWorkspace.of(folder, 90);
        ships.split(1);
        DecideLabels decide = new DecideLabels(ships.root());
        List<String> gray =
                IntStream.range(0, 4).mapToObj(i -> 3 * i + 1 + ".jpg").toList();

        Outcome asked = decide.run(Request.drop(gray));

        assertThat(asked.done()).isFalse();
        assertThat(ships.open().journal().position()).isEqualTo(1);
        assertThat(asked.effect().sentences()).contains("removes 4 of 30 Military, 13.3 %");
        assertThat(asked.effect().alternative())
                .hasValueSatisfying(text ->
                        assertThat(text).contains("4 of these images are gray").contains("--grayscale"));
        assertThat(decide.run(Request.drop(gray.subList(0, 1))).done()).isTrue();
        assertThat(decide.run(Request.drop(gray).withYes(true)).entries()).hasSize(3);
        assertThat(ships.open().journal().state().labels()).hasSize(86);
    }

    @Test
    void aBulkDecisionIsOneStepForUndoAndRedo() {
        LabelWorkspace ships = LabelWorkspace.of(folder, 60);
        DecideLabels decide = new DecideLabels(ships.root());
        LabelState first = ships.open().journal().state();
        List<String> some = IntStream.range(0, 30).mapToObj(i -> i + ".jpg").toList();
        decide.run(Request.keep(List.of("59.jpg")));
        decide.run(Request.relabel(some, "2").withYes(true));

        DecideLabels.Reversal undone = decide.undo(1, "ann", "oops");

        assertThat(undone.entries()).hasSize(1);
        assertThat(undone.decisions()).hasSize(20);
        assertThat(undone.left()).isEqualTo(1);
        assertThat(new DecideLabels(ships.root()).redo(1, "ann", "").decisions())
                .hasSize(20);
        assertThat(ships.open().journal().state().label("0.jpg")).contains("2");
        decide.undo(5, "ann", "");
        assertThat(ships.open().journal().state().labels()).isEqualTo(first.labels());
        assertThat(ships.open().journal().state().verdict("59.jpg")).isEmpty();
        assertThatThrownBy(() -> decide.undo(1, "ann", "")).hasMessageContaining("no decision to undo");
        assertThat(decide.redo(2, "ann", "").entries()).hasSize(2);
        assertThatThrownBy(() -> decide.redo(1, "ann", "")).hasMessageContaining("nothing to redo");
    }

    @Test
    void whatSaysNothingNewGetsNoEntry() {
        LabelWorkspace ships = LabelWorkspace.of(folder, 9);
        DecideLabels decide = new DecideLabels(ships.root());
        decide.run(Request.keep(List.of("0.jpg")));

        assertThat(decide.run(Request.keep(List.of("0.jpg"))).entries()).isEmpty();
        assertThat(decide.run(Request.relabel(List.of("0.jpg"), "1")).entries()).isEmpty();
        assertThat(decide.run(Request.drop(List.of("0.jpg"))).entries()).hasSize(1);
        assertThat(decide.run(Request.drop(List.of("0.jpg"))).entries()).isEmpty();
        assertThat(decide.run(Request.keep(List.of("0.jpg"))).entries()).hasSize(1);
        assertThat(ships.open().journal().state().isDropped("0.jpg")).isFalse();
    }

    @Test
    void writersAtOnceLoseNothingAndSeeEachOther() throws InterruptedException {
        LabelWorkspace ships = LabelWorkspace.of(folder, 80);
        List<Thread> writers = new ArrayList<>();
        List<JournalEntry> acknowledged = Collections.synchronizedList(new ArrayList<>());
        for (int writer = 0; writer < 4; writer++) {
            int own = writer;
            Thread thread = new Thread(() -> {
                DecideLabels decide = new DecideLabels(ships.root());
                for (int i = 0; i < 20; i++) {
                    acknowledged.addAll(decide.run(Request.relabel(
                                            List.of(own * 20 + i + ".jpg"), String.valueOf(1 + (own * 20 + i + 1) % 3))
                                    .withBy("writer " + own))
                            .entries());
                }
            });
            writers.add(thread);
            thread.start();
        }
        for (Thread writer : writers) {
            writer.join();
        }

        List<JournalEntry> journal = ships.open().journal().entries();
        assertThat(journal).hasSize(acknowledged.size() + 1).containsAll(acknowledged);
        assertThat(journal).extracting(JournalEntry::batch).doesNotHaveDuplicates();
        assertThat(acknowledged).extracting(JournalEntry::by).contains("writer 0", "writer 1", "writer 2", "writer 3");
    }

    @Test
    void twoVersionsOfTheLabelsAreComparedByClassAndPart() {
        LabelWorkspace ships = LabelWorkspace.of(folder, 30);
        ships.split(1);
        DecideLabels decide = new DecideLabels(ships.root());
        decide.run(Request.relabel(List.of("0.jpg"), "3"));
        long middle = decide.position();
        decide.run(Request.drop(List.of("1.jpg")));

        assertThat(decide.diff(1, OptionalLong.empty()).changes()).hasSize(2);
        assertThat(decide.diff(middle, OptionalLong.empty()).changes())
                .singleElement()
                .satisfies(change -> assertThat(change.after()).isEmpty());
        assertThat(decide.diff(1, OptionalLong.of(middle)).classes())
                .extracting(effect -> effect.after())
                .containsExactly(9, 10, 11);
        assertThat(decide.log("0.jpg")).extracting(JournalEntry::action).containsExactly(Action.RELABEL);
    }
}
