package io.drydock.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import io.drydock.core.label.Action;
import io.drydock.core.label.JournalEntry;
import io.drydock.core.label.LabelState;
import io.drydock.core.label.PatchCsv;
import io.drydock.core.label.Verdict;
import io.drydock.workbench.DecideLabels.Outcome;
import io.drydock.workbench.DecideLabels.Request;
import io.drydock.workbench.ExchangeLabels.Applied;
import io.drydock.workbench.ExchangeLabels.Prefer;
import io.drydock.workspace.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A workspace that Drydock 0.1.0 wrote: a.png (1) and b.png (2) are one content, c.png (1), d.png (2) and e.png (3) another.
 * {@code keep a.png} gave b.png class 1, {@code relabel d.png --to 3} gave c.png class 3; then keep f.png, drop g.png, and an
 * unsure of h.png that was undone.
 */
class OldJournalTest {
    private static final Map<String, String> THEN =
            Map.of("a.png", "1", "b.png", "1", "c.png", "3", "d.png", "3", "e.png", "3", "f.png", "3", "h.png", "2");
    private static final Map<String, String> IMPORTED = Map.of(
            "a.png", "1", "b.png", "2", "c.png", "1", "d.png", "2", "e.png", "3", "f.png", "3", "g.png", "1", "h.png",
            "2");

    @TempDir
    Path folder;

    @Test
    void entriesOfTheFirstVersionMeanWhatTheyMeant() {
        Path root = workspace("old");
        LabelState labels = labels(root);

        assertThat(labels.labels()).isEqualTo(THEN);
        assertThat(labels.verdict("b.png").map(Verdict::action)).contains(Action.KEEP);
        assertThat(labels.verdict("e.png").map(Verdict::action)).contains(Action.RELABEL);
        assertThat(new DecideLabels(root).log())
                .extracting(JournalEntry::version)
                .containsOnly(JournalEntry.ANY_LABEL);
        assertThat(root.resolve("drydock.db.v4.backup")).isRegularFile();
        assertThat(new ExchangeLabels()
                        .export(root, OptionalLong.empty(), true, false)
                        .text())
                .isEqualTo("image,label\na.png,1\nb.png,1\nc.png,3\nd.png,3\ne.png,3\nf.png,3\nh.png,2\n");
    }

    @Test
    void theyAreUndoneAndRedoneAsTheyWereTaken() {
        Path root = workspace("old");
        DecideLabels decide = new DecideLabels(root);

        decide.undo(4, "ann", "");

        assertThat(labels(root).labels()).isEqualTo(IMPORTED);
        decide.redo(4, "ann", "");
        assertThat(labels(root).labels()).isEqualTo(THEN);
    }

    @Test
    void decisionsOfTodayFollowOnThem() {
        Path root = workspace("old");
        DecideLabels decide = new DecideLabels(root);

        Outcome moved = decide.run(Request.relabel(List.of("b.png"), "2"));
        assertThat(moved.entries()).extracting(JournalEntry::version).containsExactly(JournalEntry.SAME_LABEL);
        assertThat(labels(root).labels()).containsEntry("a.png", "2").containsEntry("b.png", "2");
        decide.undo(5, "ann", "");
        assertThat(labels(root).labels()).isEqualTo(IMPORTED);
        assertThat(decide.run(Request.keep(List.of("a.png"))).asksForLabel()).isTrue();
        decide.run(Request.relabel(List.of("c.png"), "2"));
        assertThat(labels(root).labels())
                .containsEntry("c.png", "2")
                .containsEntry("d.png", "2")
                .containsEntry("e.png", "2");
    }

    @Test
    void theirPatchGivesTheSameLabelsElsewhere() throws IOException {
        Path old = workspace("old");
        Path fresh = workspace("fresh");
        new DecideLabels(fresh).undo(4, "ben", "");
        Path patch = Files.writeString(folder.resolve("patch.csv"), PatchCsv.text(new ExchangeLabels().patch(old, 1)));

        Applied applied = new ExchangeLabels().apply(fresh, patch, Prefer.NOTHING, "ben", true);

        assertThat(applied.conflicts()).isEmpty();
        assertThat(labels(fresh).labels()).isEqualTo(THEN);
    }

    private static LabelState labels(Path root) {
        return Workspace.open(root).journal().state();
    }

    private Path workspace(String name) {
        Path root = folder.resolve(name);
        try (InputStream stored = Objects.requireNonNull(getClass().getResourceAsStream("journal-0.1.0.db.gz"))) {
            Files.createDirectories(root);
            Files.copy(new GZIPInputStream(stored), root.resolve("drydock.db"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return root;
    }
}
