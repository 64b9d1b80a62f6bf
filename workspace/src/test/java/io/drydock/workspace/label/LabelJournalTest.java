package io.drydock.workspace.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drydock.core.error.WorkspaceException;
import io.drydock.core.label.Action;
import io.drydock.core.label.ImportedLabel;
import io.drydock.core.label.JournalEntry;
import io.drydock.workspace.store.Database;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelJournalTest {
    @TempDir
    Path folder;

    private Database database;
    private LabelJournal journal;

    @BeforeEach
    void importThreeImages() {
        database = Database.open(folder.resolve("drydock.db"));
        journal = new LabelJournal(database, Clock.systemUTC());
        database.writeDurably(handle -> journal.appendImport(
                handle,
                List.of(
                        ImportedLabel.of("a.jpg", "aa", "1"),
                        ImportedLabel.of("b.jpg", "bb", "1"),
                        ImportedLabel.of("c.jpg", "cc", "2")),
                List.of(),
                "ann",
                "train.csv"));
    }

    @Test
    void theImportIsTheFirstEntry() {
        assertThat(journal.position()).isEqualTo(1);
        assertThat(journal.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo(Action.IMPORT);
            assertThat(entry.by()).isEqualTo("ann");
        });
        assertThat(journal.state().labels())
                .containsEntry("a.jpg", "1")
                .containsEntry("c.jpg", "2")
                .hasSize(3);
    }

    @Test
    void decisionsAreAppendedAsOneBatchAndUndoneAsOne() {
        List<JournalEntry> entries =
                journal.append(List.of(relabel("a.jpg", "aa", "2"), relabel("b.jpg", "bb", "2")), "ben", "looked");

        assertThat(entries).extracting(JournalEntry::seq).containsExactly(2L, 3L);
        assertThat(entries).extracting(JournalEntry::batch).containsOnly(2L);
        assertThat(journal.state().labels()).containsEntry("a.jpg", "2").containsEntry("b.jpg", "2");

        journal.reverse(Action.UNDO, 2, "ben", "");

        assertThat(journal.state().labels()).containsEntry("a.jpg", "1").containsEntry("b.jpg", "1");
        assertThat(journal.state(3).labels()).containsEntry("a.jpg", "2");
        assertThat(journal.entries()).isEqualTo(journal.entries(4));
    }

    @Test
    void severalBatchesAreTakenBackAtOnceAsFarAsThereAreAny() {
        journal.append(List.of(relabel("a.jpg", "aa", "2")), "ben", "");
        journal.append(List.of(relabel("b.jpg", "bb", "2")), "ben", "");

        assertThat(journal.reverse(Action.UNDO, 5, "ben", ""))
                .extracting(entry -> entry.undoes().getAsLong())
                .containsExactly(3L, 2L);
        assertThat(journal.state().changed()).isEmpty();
        assertThat(journal.reverse(Action.UNDO, 1, "ben", "")).isEmpty();
        assertThat(journal.reverse(Action.REDO, 1, "ben", "")).hasSize(1);
        assertThat(journal.state().changed()).containsExactly("a.jpg");
    }

    @Test
    void anotherJournalOfTheSameStoreSeesWhatWasAppendedAndDecidesFromIt() {
        LabelJournal other = new LabelJournal(database, Clock.systemUTC());
        other.state();
        journal.append(List.of(relabel("a.jpg", "aa", "2")), "ben", "");

        assertThat(other.state().label("a.jpg")).contains("2");
        List<JournalEntry> entries = other.append(
                labels -> labels.label("a.jpg").equals(Optional.of("2"))
                        ? List.of(relabel("a.jpg", "aa", "3"))
                        : List.of(),
                "cid",
                "");
        assertThat(entries)
                .singleElement()
                .satisfies(entry -> assertThat(entry.seq()).isEqualTo(3));
        assertThat(journal.entries()).endsWith(entries.get(0)).hasSize(3);
    }

    @Test
    void aLaterImportChangesAddsAndTakesOutButDecisionsStand() {
        journal.append(List.of(relabel("a.jpg", "aa", "2")), "ben", "looked");

        database.writeDurably(handle -> journal.appendImport(
                handle,
                List.of(
                        ImportedLabel.of("a.jpg", "aa", "3"),
                        ImportedLabel.unlabeled("c.jpg", "cc"),
                        ImportedLabel.of("d.jpg", "dd", "1")),
                List.of(ImportedLabel.of("b.jpg", "bb", "1")),
                "ann",
                "train.csv again"));

        assertThat(journal.state().labels())
                .containsEntry("a.jpg", "2")
                .containsEntry("d.jpg", "1")
                .doesNotContainKeys("b.jpg", "c.jpg");
        assertThat(journal.state().imported("b.jpg")).isEmpty();
        assertThat(journal.state().isUnlabeled("c.jpg")).isTrue();
        assertThat(journal.state(1).labels()).containsKey("b.jpg").doesNotContainKey("d.jpg");
    }

    @Test
    void noEntryCanBeChangedOrTakenAway() {
        for (String sql : List.of(
                "UPDATE journal SET why = 'other'",
                "DELETE FROM journal",
                "UPDATE imported_label SET label = '9'",
                "DELETE FROM imported_label",
                "INSERT OR REPLACE INTO journal (seq, batch, action, image, sha256, by_whom, at, why)"
                        + " VALUES (1, 1, 'import', '', '', 'eve', '', '')",
                "INSERT INTO journal (seq, batch, action, image, sha256, by_whom, at, why)"
                        + " VALUES (9, 1, 'import', '', '', 'eve', '', '')")) {
            assertThatThrownBy(() -> database.write(handle -> handle.execute(sql)))
                    .as(sql)
                    .isInstanceOf(WorkspaceException.class);
        }
        assertThat(journal.entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.by()).isEqualTo("ann"));
    }

    @Test
    void aPositionBeyondTheEndIsRefused() {
        assertThatThrownBy(() -> journal.state(7))
                .isInstanceOf(WorkspaceException.class)
                .hasMessageContaining("1 to 1")
                .hasMessageContaining("7");
    }

    private static Decision relabel(String image, String sha256, String to) {
        return new Decision(
                Action.RELABEL,
                image,
                sha256,
                Optional.of("1"),
                Optional.of(to),
                Optional.of("label_issue"),
                OptionalDouble.of(0.004),
                Optional.of(to),
                Optional.empty());
    }
}
