package io.drydock.core.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drydock.core.csv.CsvTable;
import io.drydock.core.error.DataException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PatchTest {
    private static final String HEADER = "image,sha256,action,old,new,by,at,why,score\n";

    static long[] seeds() {
        return LongStream.range(0, 60).toArray();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aPatchIsReadBackAsItWasWritten(long seed) {
        LabelPatch patch = drawn(seed, "ann");

        assertThat(PatchCsv.parse(CsvTable.parse("p.csv", PatchCsv.text(patch))))
                .isEqualTo(patch);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void mergingAPatchWithItselfOrWithNothingGivesIt(long seed) {
        LabelPatch patch = drawn(seed, "ann");

        assertThat(PatchMerge.of(patch, patch).conflicts()).isEmpty();
        assertThat(new HashSet<>(PatchMerge.of(patch, patch).patch().rows())).isEqualTo(new HashSet<>(patch.rows()));
        assertThat(new HashSet<>(
                        PatchMerge.of(patch, new LabelPatch(List.of())).patch().rows()))
                .isEqualTo(new HashSet<>(patch.rows()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theOrderOfTwoPatchesDoesNotMatter(long seed) {
        LabelPatch first = drawn(seed, "ann");
        LabelPatch second = drawn(seed + 1000, "ben");

        PatchMerge one = PatchMerge.of(first, second);
        PatchMerge other = PatchMerge.of(second, first);

        assertThat(one.patch()).isEqualTo(other.patch());
        assertThat(one.conflicts()).hasSameSizeAs(other.conflicts());
        assertThat(one.resolved(true).rows())
                .containsExactlyInAnyOrderElementsOf(other.resolved(false).rows());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nothingThatIsInConflictIsTakenAndNothingElseIsLost(long seed) {
        LabelPatch first = drawn(seed, "ann");
        LabelPatch second = drawn(seed + 1000, "ben");

        PatchMerge merge = PatchMerge.of(first, second);

        Set<PatchRow> disputed = new HashSet<>();
        merge.conflicts().forEach(conflict -> {
            disputed.addAll(conflict.first());
            disputed.addAll(conflict.second());
        });
        assertThat(merge.patch().rows())
                .doesNotContainAnyElementsOf(disputed.isEmpty() ? List.of(row("x", "")) : disputed);
        Set<String> subjects = new HashSet<>();
        merge.patch().rows().forEach(row -> subjects.add(row.subject()));
        disputed.forEach(row -> subjects.add(row.subject()));
        List<PatchRow> all = new ArrayList<>(first.rows());
        all.addAll(second.rows());
        assertThat(all).allSatisfy(row -> assertThat(subjects).contains(row.subject()));
    }

    @Test
    void differentClassesForOneContentAreAConflictAndAnUnsureIsNot() {
        LabelPatch ann = patch("a.jpg,aa,relabel,1,5,ann,2026-03-01T12:00:00Z,tanker,\n"
                + "b.jpg,bb,unsure,1,,ann,2026-03-01T12:00:00Z,,\n");
        LabelPatch ben = patch("a.jpg,aa,relabel,1,3,ben,2026-03-02T12:00:00Z,carrier,\n"
                + "b.jpg,bb,keep,1,1,ben,2026-03-02T12:00:00Z,,\n");

        PatchMerge merge = PatchMerge.of(ann, ben);

        assertThat(merge.conflicts())
                .singleElement()
                .satisfies(conflict -> assertThat(conflict.described())
                        .isEqualTo("a.jpg: relabel 1 to 5 (ann, 2026-03-01: tanker) against"
                                + " relabel 1 to 3 (ben, 2026-03-02: carrier)"));
        assertThat(merge.patch().rows()).extracting(PatchRow::action).containsExactly(Action.KEEP);
    }

    @Test
    void leavingOutWhatAnotherLookedAtIsAConflict() {
        LabelPatch ann = patch("a.jpg,aa,drop,1,,ann,2026-03-01T12:00:00Z,,\n");
        LabelPatch ben = patch("a.jpg,aa,keep,1,1,ben,2026-03-02T12:00:00Z,,\n");

        assertThat(PatchMerge.of(ann, ben).conflicts()).hasSize(1);
        assertThat(PatchMerge.of(ann, ben).patch().rows()).isEmpty();
    }

    @Test
    void aPatchHoldsWhatCountsInTheEnd() {
        List<JournalEntry> journal = List.of(
                JournalEntry.imported(1, 1, "ann", Instant.EPOCH, ""),
                entry(2, Action.RELABEL, "0.jpg", "sha0", "1", "2"),
                entry(3, Action.RELABEL, "0.jpg", "sha0", "2", "3"),
                entry(4, Action.DROP, "1.jpg", "sha1", "2", ""),
                entry(5, Action.KEEP, "1.jpg", "sha1", "2", "2"));
        LabelState now = LabelState.fold(Journals.SHIPS, journal);

        LabelPatch patch = LabelPatch.of(journal, 0, LabelState.fold(Journals.SHIPS, journal.subList(0, 1)), now);

        assertThat(patch.rows())
                .extracting(PatchRow::described)
                .containsExactly("relabel 1 to 3 (ann, 1970-01-01)", "keep 2 (ann, 1970-01-01)");
    }

    @Test
    void aWrongRowNamesItsLineAndTheNearestWord() {
        assertThatThrownBy(() -> patch("a.jpg,aa,relable,1,5,ann,2026-03-01T12:00:00Z,,\n"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("p.csv line 2")
                .hasMessageContaining("Did you mean \"relabel\"?");
        assertThatThrownBy(() -> patch("a.jpg,aa,relabel,1,5,ann,yesterday,,\n"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("yesterday");
    }

    private static LabelPatch drawn(long seed, String by) {
        List<JournalEntry> journal = Journals.drawn(seed, by, 25);
        return LabelPatch.of(
                journal,
                0,
                LabelState.fold(Journals.SHIPS, journal.subList(0, 1)),
                LabelState.fold(Journals.SHIPS, journal));
    }

    private static LabelPatch patch(String rows) {
        return PatchCsv.parse(CsvTable.parse("p.csv", HEADER + rows));
    }

    private static PatchRow row(String image, String sha256) {
        return new PatchRow(
                image,
                sha256,
                Action.DROP,
                Optional.empty(),
                Optional.empty(),
                new Signature("", Instant.EPOCH, ""),
                OptionalDouble.empty());
    }

    private static JournalEntry entry(long seq, Action action, String image, String sha256, String old, String after) {
        return new JournalEntry(
                seq,
                seq,
                action,
                image,
                sha256,
                Optional.of(old),
                Optional.of(after).filter(value -> !value.isEmpty()),
                "ann",
                Instant.EPOCH,
                "",
                Optional.empty(),
                OptionalDouble.empty(),
                OptionalLong.empty(),
                Optional.empty());
    }
}
