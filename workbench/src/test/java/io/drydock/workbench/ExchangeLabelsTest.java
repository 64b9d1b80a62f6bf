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
        decide(ann, Request.keep(List.of("d.jpg")).withWhy("looked, \"twice\""));
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
