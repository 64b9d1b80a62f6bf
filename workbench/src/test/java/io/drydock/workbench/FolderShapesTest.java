package io.drydock.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.drydock.core.data.ImportNote;
import io.drydock.core.data.UnusableRow;
import io.drydock.core.split.Part;
import io.drydock.core.split.Split;
import io.drydock.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shapes in which people have their pictures, imported as they are. */
class FolderShapesTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"train/ val/ test/", "Training/ validation/ Testing/", "set/train/ set/valid/ set/test/"})
    void foldersOfPartsAreLabelsASplitAndImagesToPredict(String names) {
        String[] parts = names.split(" ");
        DrawnFolder set = new DrawnFolder(folder)
                .with(
                        parts[0] + "cat/1.png",
                        parts[0] + "cat/2.png",
                        parts[0] + "dog/3.png",
                        parts[1] + "cat/4.png",
                        parts[1] + "dog/5.png",
                        parts[2] + "cat/6.png",
                        parts[2] + "dog/7.png");

        InitWorkspace.Result result = DrawnFolder.init(set.request());

        assertThat(result.classes().codes()).containsExactly("cat", "dog");
        assertThat(result.labeled()).isEqualTo(5);
        assertThat(result.test()).isEqualTo(2);
        assertThat(result.notes()).extracting(ImportNote::code).contains("part_folders", "test_classes");
        Split split = Workspace.open(set.workspace()).splits().current();
        assertThat(split.number()).isEqualTo(1);
        assertThat(split.part(parts[0] + "dog/3.png")).hasValue(Part.TRAIN);
        assertThat(split.part(parts[1] + "dog/5.png")).hasValue(Part.VALID);
        assertThat(DrawnFolder.init(set.request()).unchanged()).isTrue();
        assertThat(Workspace.open(set.workspace()).splits().current().number()).isEqualTo(1);
    }

    @Test
    void picturesBesideTheClassFoldersOfPartsAreThePool() {
        DrawnFolder set = new DrawnFolder(folder)
                .with(
                        "1.png",
                        "train/cat/2.png",
                        "train/dog/3.png",
                        "valid/cat/4.png",
                        "valid/dog/5.png",
                        "valid/6.png",
                        "test/7.png");

        InitWorkspace.Result result = DrawnFolder.init(set.request());

        assertThat(result.labeled()).isEqualTo(4);
        assertThat(result.pool()).isEqualTo(2);
        assertThat(result.test()).isEqualTo(1);
        assertThat(result.unusable()).isEmpty();
        assertThat(DrawnFolder.init(set.request().withoutPool()).unusable()).hasSize(2);
    }

    @Test
    void withoutFoldersToValidateNoSplitIsMade() {
        DrawnFolder set = new DrawnFolder(folder).with("train/cat/1.png", "train/dog/2.png", "test/3.png");

        assertThat(DrawnFolder.init(set.request()).test()).isEqualTo(1);
        assertThat(Workspace.open(set.workspace()).splits().findCurrent()).isEmpty();
    }

    @Test
    void aSplitThatWasDrawnLaterStaysTheCurrentOne() {
        DrawnFolder set = new DrawnFolder(folder)
                .with("train/cat/1.png", "train/dog/2.png", "train/cat/3.png", "valid/cat/4.png", "valid/dog/5.png");
        DrawnFolder.init(set.request());
        new SplitData().run(SplitData.Request.of(set.workspace(), 1).withValidShare(0.4));

        DrawnFolder.init(set.request());

        assertThat(Workspace.open(set.workspace()).splits().current().number()).isEqualTo(2);
    }

    @Test
    void oneFolderTooManyIsPassedThrough() {
        DrawnFolder set = new DrawnFolder(folder).with("archive/data/cat/1.png", "archive/data/dog/2.png");

        InitWorkspace.Result result = DrawnFolder.init(set.request());

        assertThat(result.classes().codes()).containsExactly("cat", "dog");
        assertThat(result.notes()).extracting(ImportNote::code).containsExactly("deeper_folders");
    }

    @Test
    void whatIsNotReadIsCountedAndAClassOfSuchFilesIsNamed() throws IOException {
        DrawnFolder set = new DrawnFolder(folder).with("cat/1.png", "cat/2.png", "dog/3.png", "@eaDir/cat/1.png");
        Files.createDirectories(set.images().resolve("bird"));
        Files.write(set.images().resolve("bird/1.heic"), new byte[] {1});
        Files.createDirectories(set.images().resolve("fish"));
        Files.copy(set.images().resolve("cat/1.png"), set.images().resolve("dog/4"));
        Files.createSymbolicLink(set.images().resolve("dog/5.png"), set.images().resolve("cat/2.png"));
        Files.createSymbolicLink(set.images().resolve("dog/loop"), set.images());

        InitWorkspace.Result result = DrawnFolder.init(set.request());

        assertThat(result.classes().codes()).containsExactly("cat", "dog");
        assertThat(result.labeled()).isEqualTo(5);
        assertThat(result.notes())
                .extracting(ImportNote::code)
                .contains("passed_over", "taken_by_bytes", "system_files", "unread_class", "empty_class", "link_loop");
    }

    @Test
    void namesOfAListFindTheirFilesWhateverTheirForm() throws IOException {
        DrawnFolder set = new DrawnFolder(folder)
                .with("a/0001.png", "a/0002.PNG", "a/fore\u0302t.png", "b/0004.png", "b/0005.png", "b/both.png");
        Files.copy(set.images().resolve("b/both.png"), set.images().resolve("b/both.jpg"));
        Path csv = folder.resolve("labels.csv");
        Files.writeString(
                csv,
                "id,label\n0001,x\n0002.png,x\na\\for\u00EAt.png,x\nphotos/b/0004.png,y\n"
                        + set.images().resolve("b/0005.png") + ",y\nb/both,y\nnowhere.png,y\n");

        InitWorkspace.Result result = DrawnFolder.init(
                InitWorkspace.Request.of(set.workspace(), set.images()).withLabels(csv));

        assertThat(result.labeled()).isEqualTo(5);
        assertThat(result.unusable())
                .extracting(UnusableRow::image, row -> row.reason().key())
                .containsExactly(tuple("b/both", "ambiguous_name"), tuple("nowhere.png", "missing_file"));
        assertThat(result.notes()).extracting(ImportNote::code).contains("name_folder", "name_unicode_form");
    }
}
