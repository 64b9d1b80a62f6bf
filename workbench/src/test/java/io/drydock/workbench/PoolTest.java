package io.drydock.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drydock.core.data.ClassList;
import io.drydock.core.data.ImportNote;
import io.drydock.core.data.ImportOptions;
import io.drydock.core.data.Reason;
import io.drydock.core.error.DataException;
import io.drydock.core.finding.FindingKind;
import io.drydock.core.finding.ImageGroup;
import io.drydock.core.finding.ImageGroup.Relation;
import io.drydock.core.split.Part;
import io.drydock.sample.ShipSet;
import io.drydock.workbench.config.DataChoice;
import io.drydock.workbench.inspect.Inspection;
import io.drydock.workbench.json.InitJson;
import io.drydock.workbench.json.InspectJson;
import io.drydock.workbench.label.LabelExport;
import io.drydock.workbench.pool.PoolQueue;
import io.drydock.workbench.review.ReviewFilter;
import io.drydock.workbench.review.ReviewItem;
import io.drydock.workbench.train.TrainingImages;
import io.drydock.workspace.Workspace;
import io.drydock.workspace.image.ImageList;
import io.drydock.workspace.image.StoredImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures without a label, from import to training. */
class PoolTest {
    private static final ClassList CLASSES = ClassList.parse("1,2,3,4,5");

    @TempDir
    static Path drawn;

    private static List<String> rows;

    @TempDir
    Path folder;

    private Path images;
    private Path place;

    @BeforeAll
    static void draw() throws IOException {
        ShipSet.of(40, 11).withTest(4).write(drawn);
        List<String> lines = Files.readAllLines(drawn.resolve("train.csv"));
        rows = lines.subList(1, lines.size());
    }

    @BeforeEach
    void folders() throws IOException {
        images = Files.createDirectories(folder.resolve("images"));
        place = folder.resolve("ws");
    }

    @Test
    void aFlatFolderWithClassesIsAPoolAndNothingElse() throws IOException {
        copy(rows.subList(0, 6), "");

        InitWorkspace.Result result =
                init(request().withOptions(ImportOptions.automatic().withClasses(ClassList.parse("cat,dog"))));

        assertThat(result.pool()).isEqualTo(6);
        assertThat(result.labeled()).isZero();
        assertThat(result.unusable()).isEmpty();
        assertThat(result.classes().codes()).containsExactly("cat", "dog");
        assertThat(InitJson.of(result).at("/parts/pool").asInt()).isEqualTo(6);
        Inspection inspection = inspect();
        assertThat(inspection.pool()).isEqualTo(6);
        assertThat(inspection.labeled()).isEmpty();
        assertThat(InspectJson.of(inspection).at("/parts/pool").asInt()).isEqualTo(6);
        assertThat(init(InitWorkspace.Request.again(place)).unchanged()).isTrue();
    }

    @Test
    void aFlatFolderWithoutClassesIsAskedForThem() throws IOException {
        copy(rows.subList(0, 3), "");

        assertThatThrownBy(() -> init(request()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("all 3 images are directly in it")
                .hasMessageContaining("--classes");
    }

    @Test
    void foldersThatAreNoClassHoldUnlabeledImagesButAMisspelledClassIsAnError() throws IOException {
        copy(rows.subList(0, 3), "batch1");
        copy(rows.subList(3, 6), "batch2");

        InitWorkspace.Result result =
                init(request().withOptions(ImportOptions.automatic().withClasses(ClassList.parse("cargo,tanker"))));

        assertThat(result.pool()).isEqualTo(6);
        assertThatThrownBy(() -> new InitWorkspace()
                        .run(
                                InitWorkspace.Request.of(folder.resolve("other"), images)
                                        .withOptions(ImportOptions.automatic()
                                                .withClasses(ClassList.parse("batch3,tanker"))),
                                Progress.NONE))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("batch3");
    }

    @Test
    void filesBesideClassFoldersAreThePool() throws IOException {
        copy(rows.subList(0, 4), "cat");
        copy(rows.subList(4, 8), "dog");
        copy(rows.subList(8, 13), "");
        Files.writeString(images.resolve("notes.txt"), "no picture");
        Files.writeString(images.resolve("broken.jpg"), "no picture either");

        InitWorkspace.Result result = init(request());

        assertThat(result.labeled()).isEqualTo(8);
        assertThat(result.pool()).isEqualTo(5);
        assertThat(result.unusable())
                .extracting(row -> row.image() + " " + row.reason())
                .containsExactly("broken.jpg " + Reason.UNREADABLE);
    }

    @Test
    void besideACsvThePoolIsWhatNoListNamesAndRowsWithoutALabel() throws IOException {
        copy(rows, "");
        List<String> listed = new ArrayList<>(rows.subList(0, 20));
        listed.set(5, name(rows.get(5)) + ",");
        listed.set(6, name(rows.get(6)) + ",9");

        InitWorkspace.Result result = init(csv(listed)
                .withTest(file("test.csv", "image\n" + name(rows.get(30)) + "\n" + name(rows.get(31)) + "\n"))
                .withOptions(ImportOptions.automatic().withClasses(CLASSES)));

        assertThat(result.labeled()).isEqualTo(18);
        assertThat(result.test()).isEqualTo(2);
        assertThat(result.pool()).isEqualTo(19);
        assertThat(pool()).contains(name(rows.get(5)), name(rows.get(25))).doesNotContain(name(rows.get(6)));
        assertThat(result.unusable()).extracting(row -> row.reason()).containsExactly(Reason.UNKNOWN_CLASS);
    }

    @Test
    void aWordForAMissingLabelIsThePoolTooUnlessAnotherRowHasTheLabel() throws IOException {
        copy(rows, "");
        List<String> listed = new ArrayList<>(rows.subList(0, 20));
        listed.set(5, name(rows.get(5)) + ",NaN");
        listed.add(name(rows.get(0)) + ",");

        InitWorkspace.Result result = init(csv(listed));

        assertThat(result.labeled()).isEqualTo(19);
        assertThat(result.pool()).isEqualTo(21);
        assertThat(pool()).contains(name(rows.get(5)));
        assertThat(result.unusable())
                .extracting(row -> row.image() + " " + row.reason())
                .containsExactly(name(rows.get(0)) + " " + Reason.MISSING_LABEL);
        assertThat(result.notes())
                .extracting(ImportNote::code)
                .contains("missing_label")
                .doesNotContain("not_listed");
    }

    @Test
    void aRowWithoutALabelWhoseFileIsGoneIsNamedByItsLine() throws IOException {
        copy(rows.subList(0, 4), "");
        List<String> listed = new ArrayList<>(rows.subList(0, 4));
        listed.add("gone.jpg,");

        InitWorkspace.Result result = init(csv(listed));

        assertThat(result.pool()).isZero();
        assertThat(result.unusable()).singleElement().satisfies(row -> {
            assertThat(row.reason()).isEqualTo(Reason.MISSING_FILE);
            assertThat(row.described()).startsWith("train.csv line 6");
        });
    }

    @Test
    void picturesOfTheTestFolderAreNeverThePool() throws IOException {
        copy(rows.subList(0, 8), "");
        copy(rows.subList(8, 12), "../later");

        InitWorkspace.Result result = init(csv(rows.subList(0, 4))
                .withTestImages(folder.resolve("later"))
                .withTest(file("test.csv", "image\n" + name(rows.get(8)) + "\n")));

        assertThat(result.test()).isEqualTo(1);
        assertThat(pool())
                .containsExactlyInAnyOrderElementsOf(
                        rows.subList(4, 8).stream().map(PoolTest::name).toList());
        assertThat(result.notes())
                .filteredOn(note -> note.code().equals("not_listed"))
                .singleElement()
                .satisfies(note -> assertThat(note.count()).isEqualTo(3));
    }

    @Test
    void aCsvWithoutAnyLabelIsAPoolWhereTheClassesAreGivenAndElseAsksForThem() throws IOException {
        copy(rows.subList(0, 3), "");
        List<String> empty =
                rows.subList(0, 3).stream().map(row -> name(row) + ",").toList();
        InitWorkspace.Request request = csv(empty);

        assertThatThrownBy(() -> init(request))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("No image has a label")
                .hasMessageContaining("--classes");
        assertThat(init(request.withOptions(
                                ImportOptions.automatic().withClasses(CLASSES).withStrict(true)))
                        .pool())
                .isEqualTo(3);
    }

    @Test
    void withoutAPoolFilesThatNoListNamesStayOutAlsoTheNextTime() throws IOException {
        copy(rows, "");
        List<String> listed = new ArrayList<>(rows.subList(0, 20));
        listed.set(5, name(rows.get(5)) + ",");

        InitWorkspace.Result result = init(csv(listed).withoutPool());

        assertThat(result.pool()).isZero();
        assertThat(result.unusable()).extracting(row -> row.reason()).containsExactly(Reason.MISSING_LABEL);
        assertThat(result.notes()).extracting(ImportNote::code).contains("not_listed");
        assertThat(init(InitWorkspace.Request.again(place)).unchanged()).isTrue();
    }

    @Test
    void aLabelMakesItTrainAndAnUndoPutsItBack() throws IOException {
        labelled();
        new SplitData().run(SplitData.Request.of(place, 42).withValidShare(0.3));
        String image = pool().get(0);
        int before = training().train().size();
        DecideLabels decide = new DecideLabels(place);

        DecideLabels.Outcome outcome = decide.run(DecideLabels.Request.relabel(List.of(image), "3"));

        assertThat(outcome.entries()).hasSize(1);
        assertThat(outcome.entries().get(0).oldLabel()).isEmpty();
        assertThat(training().train())
                .hasSize(before + 1)
                .anyMatch(one -> one.image().equals(image));
        assertThat(training().valid()).noneMatch(one -> one.image().equals(image));
        InitWorkspace.Result again = init(InitWorkspace.Request.again(place));
        assertThat(again.unchanged()).isTrue();
        assertThat(again.labeled()).isEqualTo(21);
        assertThat(again.pool()).isEqualTo(19);
        assertThat(inspect().pool()).isEqualTo(19);
        assertThat(inspect().labeled()).anySatisfy(one -> {
            assertThat(one.image()).isEqualTo(image);
            assertThat(one.part()).contains(Part.TRAIN);
        });
        new SplitData().run(SplitData.Request.of(place, 43).withValidShare(0.3));
        assertThat(open().splits().current().part(image)).isPresent();

        decide.undo(1, "ann", "");

        assertThat(open().journal().state().isUnlabeled(image)).isTrue();
        assertThat(training().train()).noneMatch(one -> one.image().equals(image));
    }

    @Test
    void itCanBeDroppedAndNotBeKept() throws IOException {
        labelled();
        String image = pool().get(0);
        DecideLabels decide = new DecideLabels(place);

        assertThatThrownBy(() -> decide.run(DecideLabels.Request.keep(List.of(image))))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("it has no label yet")
                .hasMessageContaining("drydock labels relabel " + image);
        decide.run(DecideLabels.Request.drop(List.of(image)));

        assertThat(pool()).doesNotContain(image);
        assertThat(queue()).doesNotContain(image);
    }

    @Test
    void manyFirstLabelsNeedNoConfirmation() throws IOException {
        labelled();

        DecideLabels.Outcome outcome =
                new DecideLabels(place).run(DecideLabels.Request.relabel(pool().subList(0, 12), "2"));

        assertThat(outcome.done()).isTrue();
        assertThat(outcome.effect().sentences()).anyMatch(text -> text.contains("12 from the pool"));
    }

    @Test
    void anExportHasTheNewLabelsInTheFormOfTheFile() throws IOException {
        copy(rows, "");
        List<String> listed = new ArrayList<>(rows.subList(0, 20));
        listed.set(5, name(rows.get(5)) + ",");
        init(csv(listed));
        new DecideLabels(place).run(DecideLabels.Request.relabel(List.of(name(rows.get(5))), "1"));
        new DecideLabels(place).run(DecideLabels.Request.relabel(List.of(name(rows.get(25))), "2"));

        LabelExport export = new ExchangeLabels().export(place, OptionalLong.empty(), false, false);

        assertThat(export.added()).isEqualTo(2);
        assertThat(export.relabeled()).isZero();
        assertThat(export.written()).isEqualTo(21);
        assertThat(export.text())
                .contains(name(rows.get(5)) + ",1\n")
                .endsWith(rows.get(19) + "\n" + name(rows.get(25)) + ",2\n");
        assertThat(new ExchangeLabels()
                        .export(place, OptionalLong.empty(), true, false)
                        .text())
                .contains(name(rows.get(25)) + ",2\n")
                .doesNotContain(name(rows.get(26)));
    }

    @Test
    void aNextImportWithTheLabelTakesItOutOfThePool() throws IOException {
        labelled();
        String image = name(rows.get(25));
        List<String> more = new ArrayList<>(rows.subList(0, 20));
        more.add(rows.get(25));

        InitWorkspace.Result result = init(csv(more));

        assertThat(result.added()).isEqualTo(1);
        assertThat(result.removed()).isZero();
        assertThat(result.pool()).isEqualTo(19);
        assertThat(open().journal().state().imported(image).orElseThrow().code())
                .isPresent();
        assertThat(open().journal().state(1).label(image)).isEmpty();
    }

    @Test
    void aCopyOfAValidationImageIsALeakAndOneOfATrainingImageIsNot() throws IOException {
        labelled();
        new SplitData().run(SplitData.Request.of(place, 42).withValidShare(0.3));
        String train = open().splits().current().images(Part.TRAIN).get(0);
        String valid = open().splits().current().images(Part.VALID).get(0);
        Files.copy(images.resolve(train), images.resolve("of-train.jpg"));
        Files.copy(images.resolve(valid), images.resolve("of-valid.jpg"));
        init(InitWorkspace.Request.again(place));

        assertThat(open().exactDuplicates())
                .filteredOn(group ->
                        group.images().stream().anyMatch(copy -> copy.part().equals("pool")))
                .extracting(ImageGroup::relation)
                .containsExactlyInAnyOrder(Relation.HARMLESS, Relation.LEAK);
    }

    @Test
    void untilThereIsAModelTheQueueIsRandomAndTheSameAgain() throws IOException {
        labelled();
        PoolQueue pool = PoolQueue.open(place);

        pool.refresh(Progress.NONE);

        assertThat(pool.order()).isEqualTo("random");
        List<String> queue = queue();
        assertThat(queue).containsExactlyInAnyOrderElementsOf(pool()).isNotEqualTo(pool());
        new DecideLabels(place).run(DecideLabels.Request.relabel(queue.subList(0, 2), "1"));
        assertThat(queue()).isEqualTo(queue.subList(2, queue.size()));
        new DecideLabels(place).undo(1, "ann", "");
        assertThat(queue()).isEqualTo(queue);
    }

    @Test
    void theQueueOfLabelsHasNoUnlabeledImage() throws IOException {
        labelled();
        ReviewQueue queue = new ReviewQueue(place);

        assertThat(queue.run(ReviewFilter.open(), 0, 100).items()).isEmpty();
        assertThat(queue.run(ReviewFilter.open(), 0, 100).total()).isEqualTo(20);
        ReviewQueue.Stretch stretch = queue.run(ReviewFilter.open().withPart("pool"), 0, 100);
        assertThat(stretch.total()).isEqualTo(20);
        assertThat(stretch.items()).hasSize(20).allSatisfy(item -> {
            assertThat(item.finding().kind()).isEqualTo(FindingKind.UNLABELED);
            assertThat(item.part()).isEqualTo("pool");
            assertThat(item.label()).isEmpty();
            assertThat(item.status()).isEqualTo(ReviewItem.Status.OPEN);
        });
        assertThat(queue.paths(ReviewFilter.open().withKinds(Set.of(FindingKind.UNLABELED)))
                        .images())
                .hasSize(20);
    }

    @Test
    void anOpenQueueFollowsAnImageIntoTrain() throws IOException {
        labelled();
        new SplitData().run(SplitData.Request.of(place, 42).withValidShare(0.3));
        ReviewQueue queue = new ReviewQueue(place);
        ReviewFilter train = ReviewFilter.open().withPart("train");
        int before = queue.run(train, 0, 1).total();

        new DecideLabels(place).run(DecideLabels.Request.relabel(pool().subList(0, 1), "4"));

        assertThat(queue.run(train, 0, 1).total()).isEqualTo(before + 1);
        assertThat(queue.run(ReviewFilter.open().withPart("pool"), 0, 1).total())
                .isEqualTo(19);
    }

    private void labelled() throws IOException {
        copy(rows, "");
        init(csv(rows.subList(0, 20)).withOptions(ImportOptions.automatic().withClasses(CLASSES)));
    }

    private TrainingImages training() {
        int split = open().splits().current().number();
        return TrainingImages.of(
                open(),
                DataChoice.CURRENT_SPLIT.withSplit(split),
                open().journal().position());
    }

    private List<String> queue() {
        return new ReviewQueue(place)
                .run(ReviewFilter.open().withPart("pool"), 0, 100).items().stream()
                        .map(item -> item.finding().image())
                        .toList();
    }

    private List<String> pool() {
        assertThat(open().images().usable(ImageList.POOL)).isNotEmpty();
        return open().unlabeledImages().stream().map(StoredImage::path).toList();
    }

    private Inspection inspect() {
        return new InspectData()
                .run(new InspectData.Request(place, 42, false), Progress.NONE)
                .inspection();
    }

    private Workspace open() {
        return Workspace.open(place);
    }

    private InitWorkspace.Result init(InitWorkspace.Request request) {
        return new InitWorkspace().run(request, Progress.NONE);
    }

    private InitWorkspace.Request request() {
        return InitWorkspace.Request.of(place, images);
    }

    private InitWorkspace.Request csv(List<String> listed) throws IOException {
        return request().withLabels(file("train.csv", "image,category\n" + String.join("\n", listed) + "\n"));
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private void copy(List<String> listed, String into) throws IOException {
        Path target = Files.createDirectories(images.resolve(into));
        for (String row : listed) {
            Files.copy(drawn.resolve("images").resolve(name(row)), target.resolve(name(row)));
        }
    }

    private static String name(String row) {
        return row.substring(0, row.indexOf(','));
    }
}
