package io.drydock.core.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drydock.core.data.ClassList;
import io.drydock.core.data.LabeledImage;
import io.drydock.core.error.DataException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class LabelStateTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final List<ImportedLabel> SHIPS = List.of(
            ImportedLabel.of("a.jpg", "aaaa", "1"),
            ImportedLabel.of("twin.jpg", "aaaa", "1"),
            ImportedLabel.of("b.jpg", "bbbb", "2"),
            new ImportedLabel("test.jpg", "cccc", Optional.empty()));

    private final List<JournalEntry> journal =
            new ArrayList<>(List.of(JournalEntry.imported(1, 1, "ann", NOON, "train.csv")));

    @Test
    void withoutDecisionsTheImportedLabelsHold() {
        LabelState now = now();

        assertThat(now.labels()).containsOnlyKeys("a.jpg", "twin.jpg", "b.jpg");
        assertThat(now.label("test.jpg")).isEmpty();
        assertThat(now.position()).isEqualTo(1);
        assertThat(now.undoable()).isEmpty();
        assertThat(now.changed()).isEmpty();
    }

    @Test
    void aRelabelHoldsForEveryPathOfTheSameContent() {
        decide(2, Action.RELABEL, "a.jpg", "5");

        assertThat(now().label("a.jpg")).contains("5");
        assertThat(now().label("twin.jpg")).contains("5");
        assertThat(now().verdict("twin.jpg").orElseThrow().action()).isEqualTo(Action.RELABEL);
        assertThat(now().changed()).containsExactly("a.jpg", "twin.jpg");
    }

    @Test
    void anEntryOfTheFirstVersionHoldsForACopyWithAnotherLabelToo() {
        List<ImportedLabel> apart =
                List.of(ImportedLabel.of("a.jpg", "aaaa", "1"), ImportedLabel.of("twin.jpg", "aaaa", "2"));
        decide(2, Action.KEEP, "a.jpg", "1");
        List<JournalEntry> old = journal.stream().map(LabelStateTest::first).toList();

        assertThat(LabelState.fold(apart, old).label("twin.jpg")).contains("1");
        assertThat(LabelState.fold(apart, old).verdict("twin.jpg")).isPresent();
        assertThat(LabelState.fold(apart, journal).label("twin.jpg")).contains("2");
        assertThat(LabelState.fold(apart, journal).verdict("twin.jpg")).isEmpty();
        assertThat(LabelState.fold(apart, journal).copiesDisagree("twin.jpg")).isTrue();
    }

    private static JournalEntry first(JournalEntry entry) {
        return new JournalEntry(
                entry.seq(),
                entry.batch(),
                entry.action(),
                entry.image(),
                entry.sha256(),
                entry.oldLabel(),
                entry.newLabel(),
                entry.by(),
                entry.at(),
                entry.why(),
                entry.finding(),
                entry.score(),
                entry.undoes(),
                entry.suggested(),
                JournalEntry.ANY_LABEL);
    }

    @Test
    void aDropHoldsForOnePathOnly() {
        decide(2, Action.DROP, "a.jpg", "");
        decide(3, Action.DUPLICATE_OF, "b.jpg", "a.jpg");

        assertThat(now().labels()).containsOnlyKeys("twin.jpg");
        assertThat(now().dropped()).containsExactly("a.jpg", "b.jpg");
        assertThat(now().verdict("twin.jpg")).isEmpty();
        assertThat(now().duplicateOf("b.jpg")).contains("a.jpg");
    }

    @Test
    void aLaterKeepTakesADropBack() {
        decide(2, Action.DROP, "a.jpg", "");
        decide(3, Action.KEEP, "a.jpg", "1");

        assertThat(now().isDropped("a.jpg")).isFalse();
        assertThat(now().verdict("a.jpg").orElseThrow().action()).isEqualTo(Action.KEEP);
        assertThat(now().verdict("twin.jpg").orElseThrow().seq()).isEqualTo(3);
    }

    @Test
    void batchesAreUndoneAndRedoneAsOftenAsWanted() {
        decide(2, Action.RELABEL, "a.jpg", "5");
        decide(2, Action.RELABEL, "b.jpg", "3");
        decide(3, Action.RELABEL, "b.jpg", "4");

        undo();
        assertThat(now().label("b.jpg")).contains("3");
        undo();
        assertThat(now().labels()).containsEntry("a.jpg", "1").containsEntry("b.jpg", "2");
        assertThat(now().undoable()).isEmpty();
        redo();
        assertThat(now().labels()).containsEntry("a.jpg", "5").containsEntry("b.jpg", "3");
        redo();
        assertThat(now().label("b.jpg")).contains("4");
        assertThat(now().redoable()).isEmpty();
        undo();
        undo();
        assertThat(now().changed()).isEmpty();
        assertThat(now().position()).isEqualTo(journal.size());
    }

    @Test
    void aNewDecisionEndsRedo() {
        decide(2, Action.RELABEL, "a.jpg", "5");
        undo();
        decide(9, Action.DROP, "b.jpg", "");

        assertThat(now().redoable()).isEmpty();
        assertThat(now().undoable()).hasValue(9);
        undo();
        assertThat(now().undoable()).isEmpty();
    }

    @Test
    void anEarlierBatchCanBeUndoneAlone() {
        decide(2, Action.RELABEL, "a.jpg", "5");
        decide(3, Action.RELABEL, "b.jpg", "5");
        journal.add(JournalEntry.reversal(next(), 4, Action.UNDO, 2, "bob", NOON, ""));

        assertThat(now().labels()).containsEntry("a.jpg", "1").containsEntry("b.jpg", "5");
        assertThat(now().isActive(2)).isFalse();
        assertThat(now().undoable()).hasValue(3);
    }

    @Test
    void anEarlierPositionIsAFoldOverFewerEntries() {
        decide(2, Action.RELABEL, "a.jpg", "5");
        decide(3, Action.DROP, "b.jpg", "");
        LabelState before = LabelState.fold(SHIPS, journal.subList(0, 2));

        assertThat(before.labels()).containsKey("b.jpg");
        assertThat(now().differencesFrom(before, List.of("a.jpg", "b.jpg"))).isEqualTo(1);
        assertThat(now().differencesFrom(LabelState.fold(SHIPS, List.of()), List.of("a.jpg", "b.jpg")))
                .isEqualTo(2);
    }

    @Test
    void labelsBecomeADataset() {
        decide(2, Action.RELABEL, "test.jpg", "2");
        ClassList classes = ClassList.ofCodes(List.of("1", "2"));

        assertThat(now().dataset(classes).images())
                .containsExactly(
                        new LabeledImage("a.jpg", "aaaa", 0),
                        new LabeledImage("twin.jpg", "aaaa", 0),
                        new LabeledImage("b.jpg", "bbbb", 1),
                        new LabeledImage("test.jpg", "cccc", 1));
        assertThatThrownBy(() -> now().dataset(ClassList.ofCodes(List.of("1"))))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("b.jpg");
    }

    @Test
    void anEntryWithoutItsPartsIsRefused() {
        assertThatThrownBy(() -> decide(2, Action.RELABEL, "a.jpg", "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> decide(2, Action.DROP, "", "")).isInstanceOf(IllegalArgumentException.class);
        assertThat(Action.of("duplicate_of")).isEqualTo(Action.DUPLICATE_OF);
    }

    private LabelState now() {
        return LabelState.fold(SHIPS, journal);
    }

    private long next() {
        return journal.size() + 1;
    }

    private void decide(long batch, Action action, String image, String newValue) {
        String sha256 = SHIPS.stream()
                .filter(ship -> ship.image().equals(image))
                .map(ImportedLabel::sha256)
                .findFirst()
                .orElse("");
        journal.add(new JournalEntry(
                next(),
                batch,
                action,
                image,
                sha256,
                Optional.empty(),
                Optional.of(newValue).filter(value -> !value.isEmpty()),
                "ann",
                NOON,
                "",
                Optional.empty(),
                OptionalDouble.empty(),
                OptionalLong.empty(),
                Optional.empty()));
    }

    private void undo() {
        long batch = now().undoable().orElseThrow();
        journal.add(JournalEntry.reversal(next(), 100 + next(), Action.UNDO, batch, "ann", NOON, ""));
    }

    private void redo() {
        long batch = now().redoable().orElseThrow();
        journal.add(JournalEntry.reversal(next(), 100 + next(), Action.REDO, batch, "ann", NOON, ""));
    }
}
