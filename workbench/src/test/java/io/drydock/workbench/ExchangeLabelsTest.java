package io.drydock.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import io.drydock.core.label.JournalEntry;
import io.drydock.core.label.LabelState;
import io.drydock.core.label.PatchCsv;
import io.drydock.workbench.DecideLabels.Request;
import io.drydock.workbench.ExchangeLabels.Applied;
import io.drydock.workbench.ExchangeLabels.Prefer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExchangeLabelsTest {
    private static final String CSV =
            "id;label;image\r\n1;\"1\";a.jpg\r\n2;2;b.jpg\r\n3;3; c.jpg\r\n4;1;d.jpg\r\n5;2;d~2.jpg\r\n";

    @TempDir
    Path folder;

    private final ExchangeLabels exchange = new ExchangeLabels();
    private LabelWorkspace ann = new LabelWorkspace(Path.of(""), Path.of(""));
    private LabelWorkspace ben = ann;

    @BeforeEach
    void twoPeopleHaveTheSameSet() throws IOException {
        ann = LabelWorkspace.in(Files.createDirectory(folder.resolve("ann")), CSV);
        ben = LabelWorkspace.in(Files.createDirectory(folder.resolve("ben")), CSV);
    }

    @Test
    void withoutDecisionsAnExportIsTheInputByteForByte() {
        assertThat(exchange.export(ann.root(), OptionalLong.empty(), false, false)
                        .text())
                .isEqualTo(CSV);
    }

    @Test
    void anExportChangesLabelsAndLeavesOutDroppedRowsInTheInputsOwnFormat() {
        decide(ann, Request.relabel(List.of("a.jpg"), "3"));
        decide(ann, Request.drop(List.of("b.jpg")));

        assertThat(exchange.export(ann.root(), OptionalLong.empty(), false, false)
                        .text())
                .isEqualTo("id;label;image\r\n1;\"3\";a.jpg\r\n3;3; c.jpg\r\n4;1;d.jpg\r\n5;2;d~2.jpg\r\n");
        assertThat(exchange.export(ann.root(), OptionalLong.of(2), true, false).text())
                .isEqualTo("image,label\na.jpg,3\nb.jpg,2\nc.jpg,3\nd.jpg,1\nd~2.jpg,2\n");
    }

    @Test
    void aPatchOnThePristineSetGivesTheSameLabelsAndTheSamePatch() throws IOException {
        decide(ann, Request.relabel(List.of("a.jpg", "c.jpg"), "2"));
        decide(ann, Request.drop(List.of("b.jpg")));
        decide(ann, Request.relabel(List.of("d.jpg"), "1").withWhy("looked, \"twice\""));
        decide(ann, Request.duplicateOf(List.of("d~2.jpg"), "d.jpg"));
        decide(ann, Request.unsure(List.of("c.jpg")));
        Path patch = patch(ann);

        Applied applied = exchange.apply(ben.root(), patch, Prefer.NOTHING, "ben", true);

        assertThat(applied.conflicts()).isEmpty();
        assertThat(applied.done()).isTrue();
        assertThat(applied.entries()).extracting(JournalEntry::batch).containsOnly(2L);
        assertThat(applied.entries()).extracting(JournalEntry::by).containsOnly("ann");
        LabelState there = ben.open().journal().state();
        LabelState here = ann.open().journal().state();
        assertThat(there.labels()).isEqualTo(here.labels());
        for (String image : List.of("a.jpg", "b.jpg", "c.jpg", "d.jpg", "d~2.jpg")) {
            assertThat(there.verdict(image).map(said -> said.action()))
                    .as(image)
                    .isEqualTo(here.verdict(image).map(said -> said.action()));
        }
        assertThat(Files.readString(patch(ben))).isEqualTo(Files.readString(patch));
        assertThat(exchange.apply(ben.root(), patch, Prefer.NOTHING, "ben", true)
                        .entries())
                .isEmpty();
        new DecideLabels(ben.root()).undo(1, "ben", "");
        assertThat(ben.open().journal().state().changed()).isEmpty();
    }

    @Test
    void ofTwoOpinionsNoneIsTakenUntilSomebodyChooses() throws IOException {
        decide(ann, Request.relabel(List.of("a.jpg"), "2"));
        decide(ann, Request.relabel(List.of("c.jpg"), "1"));
        decide(ben, Request.relabel(List.of("a.jpg"), "3").withBy("ben"));
        Path patch = patch(ann);

        Applied asked = exchange.apply(ben.root(), patch, Prefer.NOTHING, "ben", true);

        assertThat(asked.needsChoice()).isTrue();
        assertThat(asked.conflicts())
                .singleElement()
                .satisfies(conflict -> assertThat(conflict.described(ben.open().classes()))
                        .startsWith("a.jpg was given Carrier (3) here (relabel by ben")
                        .contains("the patch says: relabel Cargo (1) to Military (2) (ann"));
        assertThat(ben.open().journal().state().label("c.jpg")).contains("3");
        assertThat(exchange.apply(ben.root(), patch, Prefer.NEITHER, "ben", true)
                        .done())
                .isTrue();
        assertThat(ben.open().journal().state().label("a.jpg")).contains("3");
        assertThat(ben.open().journal().state().label("c.jpg")).contains("1");
        assertThat(exchange.apply(ben.root(), patch, Prefer.THEIRS, "ben", true).done())
                .isTrue();
        assertThat(ben.open().journal().state().label("a.jpg")).contains("2");
    }

    @Test
    void imagesAreFoundByContentUnderAnotherName() throws IOException {
        decide(ann, Request.relabel(List.of("a.jpg"), "2"));
        decide(ann, Request.drop(List.of("c.jpg")));
        LabelWorkspace renamed = LabelWorkspace.in(
                Files.createDirectory(folder.resolve("renamed")), "image,label\na~old.jpg,1\nc~old.jpg,3\n");

        Applied applied = exchange.apply(renamed.root(), patch(ann), Prefer.NOTHING, "cid", true);

        assertThat(applied.done()).isTrue();
        assertThat(renamed.open().journal().state().label("a~old.jpg")).contains("2");
        assertThat(renamed.open().journal().state().isDropped("c~old.jpg")).isTrue();
    }

    @Test
    void anAnswerThatSettledCopiesSettlesThemElsewhereToo() throws IOException {
        decide(ann, Request.relabel(List.of("d~2.jpg"), "3"));
        decide(ann, Request.keep(List.of("d.jpg")));
        Path patch = patch(ann);

        assertThat(exchange.apply(ben.root(), patch, Prefer.NOTHING, "ben", true)
                        .done())
                .isTrue();
        assertThat(ben.open().journal().state().labels())
                .isEqualTo(ann.open().journal().state().labels())
                .containsEntry("d.jpg", "3")
                .containsEntry("d~2.jpg", "3");
        assertThat(Files.readString(patch(ben))).isEqualTo(Files.readString(patch));
        assertThat(exchange.merge(patch, patch(ben)).conflicts()).isEmpty();
    }

    @Test
    void aClassForOneContentIsAQuestionWhereACopyHereHasAnotherLabel() throws IOException {
        LabelWorkspace single =
                LabelWorkspace.in(Files.createDirectory(folder.resolve("single")), "image,label\nd.jpg,1\n");
        decide(single, Request.keep(List.of("d.jpg")));
        Path patch = patch(single);

        Applied asked = exchange.apply(ben.root(), patch, Prefer.NOTHING, "ben", true);

        assertThat(asked.needsChoice()).isTrue();
        assertThat(asked.conflicts())
                .singleElement()
                .satisfies(conflict ->
                        assertThat(conflict.reason()).contains("d~2.jpg").contains("Military (2)"));
        assertThat(exchange.apply(ben.root(), patch, Prefer.NEITHER, "ben", true)
                        .entries())
                .isEmpty();
        assertThat(exchange.apply(ben.root(), patch, Prefer.THEIRS, "ben", true).done())
                .isTrue();
        assertThat(ben.open().journal().state().labels())
                .containsEntry("d.jpg", "1")
                .containsEntry("d~2.jpg", "1");
    }

    @Test
    void differentAnswersToTheSameCopiesAreAConflictOfPatches() throws IOException {
        decide(ann, Request.relabel(List.of("d.jpg"), "1"));
        decide(ben, Request.relabel(List.of("d.jpg"), "2").withBy("ben"));

        assertThat(exchange.merge(patch(ann), patch(ben)).conflicts())
                .singleElement()
                .satisfies(conflict -> assertThat(conflict.first()).isNotEmpty());
    }

    private static void decide(LabelWorkspace workspace, Request request) {
        Request by = request.by().equals("ben") ? request : request.withBy("ann");
        assertThat(new DecideLabels(workspace.root()).run(by.withYes(true)).done())
                .isTrue();
    }

    private Path patch(LabelWorkspace workspace) throws IOException {
        Path file = Files.createTempFile(folder, "patch", ".csv");
        return Files.writeString(file, PatchCsv.text(exchange.patch(workspace.root(), 1)));
    }
}
