package io.drydock.core.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold of every journal, whatever was decided. */
class LabelHistoryTest {
    static long[] seeds() {
        return LongStream.range(0, 60).toArray();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void undoingEverythingGivesTheImportedLabels(long seed) {
        List<JournalEntry> journal = new ArrayList<>(Journals.drawn(seed, "ann", 40));
        LabelState first = LabelState.fold(Journals.SHIPS, journal.subList(0, 1));

        for (long batch : LabelState.fold(Journals.SHIPS, journal).undoable(Integer.MAX_VALUE)) {
            journal.add(reversal(journal, Action.UNDO, batch));
        }

        LabelState last = LabelState.fold(Journals.SHIPS, journal);
        assertThat(last.undoable()).isEmpty();
        assertThat(last.labels()).isEqualTo(first.labels());
        assertThat(last.dropped()).isEmpty();
        assertThat(Journals.SHIPS)
                .allSatisfy(ship -> assertThat(last.verdict(ship.image())).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anUndoAndItsRedoChangeNothing(long seed) {
        List<JournalEntry> journal = new ArrayList<>(Journals.drawn(seed, "ann", 40));
        LabelState before = LabelState.fold(Journals.SHIPS, journal);
        int steps = Math.min(5, before.undoable(5).size());

        for (int i = 0; i < steps; i++) {
            long batch = LabelState.fold(Journals.SHIPS, journal).undoable().orElseThrow();
            journal.add(reversal(journal, Action.UNDO, batch));
        }
        for (int i = 0; i < steps; i++) {
            long batch = LabelState.fold(Journals.SHIPS, journal).redoable().orElseThrow();
            journal.add(reversal(journal, Action.REDO, batch));
        }

        assertSame(LabelState.fold(Journals.SHIPS, journal), before);
        assertThat(LabelState.fold(Journals.SHIPS, journal).undoable(99)).isEqualTo(before.undoable(99));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void decisionsAddedToAStateGiveWhatAFoldGives(long seed) {
        List<JournalEntry> journal = Journals.drawn(seed, "ann", 40);
        int split = journal.size();
        while (split > 1 && journal.get(split - 1).action().isDecision()) {
            split--;
        }

        LabelState whole = LabelState.fold(Journals.SHIPS, journal);
        LabelState added = LabelState.fold(Journals.SHIPS, journal.subList(0, split))
                .after(journal.subList(split, journal.size()));

        assertSame(added, whole);
        assertThat(added.undoable(99)).isEqualTo(whole.undoable(99));
        assertThat(added.redoable(99)).isEqualTo(whole.redoable(99));
        assertThat(added.position()).isEqualTo(whole.position());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theChangesBetweenTwoStatesOfOneImportAreThoseBetweenAnyTwo(long seed) {
        List<JournalEntry> journal = Journals.drawn(seed, "ann", 40);
        int split = journal.size();
        while (split > 1 && journal.get(split - 1).action().isDecision()) {
            split--;
        }
        LabelState before = LabelState.fold(Journals.SHIPS, journal.subList(0, split));
        LabelState after = before.after(journal.subList(split, journal.size()));

        assertThat(LabelChange.between(before, after))
                .isEqualTo(LabelChange.between(before, LabelState.fold(new ArrayList<>(Journals.SHIPS), journal)));
    }

    static void assertSame(LabelState one, LabelState other) {
        assertThat(one.labels()).isEqualTo(other.labels());
        assertThat(one.dropped()).isEqualTo(other.dropped());
        for (ImportedLabel ship : Journals.SHIPS) {
            assertThat(one.label(ship.image())).isEqualTo(other.label(ship.image()));
            assertThat(one.duplicateOf(ship.image())).isEqualTo(other.duplicateOf(ship.image()));
            assertThat(one.verdict(ship.image()).map(Verdict::action))
                    .isEqualTo(other.verdict(ship.image()).map(Verdict::action));
        }
    }

    private static JournalEntry reversal(List<JournalEntry> journal, Action action, long batch) {
        JournalEntry last = journal.get(journal.size() - 1);
        return JournalEntry.reversal(
                last.seq() + 1, last.batch() + 1, action, batch, "ann", Instant.parse("2026-03-02T00:00:00Z"), "");
    }

    @Test
    void aVerdictIsAskedForAgainOnlyWhenTheEvidencePointsToAClassNotConsidered() {
        Verdict kept =
                new Verdict(Action.KEEP, "ann", Instant.EPOCH, 2, Optional.of("label_issue-1"), Set.of("1", "5"));

        assertThat(kept.settles(Optional.of("5"))).isTrue();
        assertThat(kept.settles(Optional.empty())).isTrue();
        assertThat(kept.settles(Optional.of("3"))).isFalse();
    }
}
