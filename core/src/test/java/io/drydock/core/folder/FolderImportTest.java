package io.drydock.core.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drydock.core.data.ClassList;
import io.drydock.core.data.FileCheck;
import io.drydock.core.data.ImportOptions;
import io.drydock.core.data.ImportedImage;
import io.drydock.core.data.ImportedLabels;
import io.drydock.core.data.UnusableRow;
import io.drydock.core.error.DataException;
import io.drydock.core.split.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderImportTest {
    private final FolderImport folders = new FolderImport(ImportOptions.automatic(), FileCheck.none());

    @Test
    void theFirstFolderIsTheClass(@TempDir Path root) throws IOException {
        for (String file :
                List.of("tanker/b.JPG", "cargo/deep/a.png", "cargo/notes.txt", "cargo/.hidden.jpg", "loose.jpg")) {
            Files.createDirectories(root.resolve(file).getParent());
            Files.write(root.resolve(file), new byte[] {1});
        }

        ImportedLabels labels = labels(folders, FolderWalk.under(root));

        assertThat(labels.classes().codes()).containsExactly("cargo", "tanker");
        assertThat(labels.images())
                .containsExactly(new ImportedImage("cargo/deep/a.png", 0, 0), new ImportedImage("tanker/b.JPG", 1, 0));
        assertThat(labels.unusable()).extracting(UnusableRow::image).containsExactly("loose.jpg");
    }

    @Test
    void foldersThatArePartsGiveLabelsAndParts() {
        FoundFiles found = FoundFiles.of(
                List.of("Train/cargo/a.jpg", "Train/tanker/b.jpg", "val/cargo/c.jpg", "test/x/d.jpg", "test/e.jpg"));
        FolderLayout layout = FolderLayout.of("ships", found, List.of());

        assertThat(folders.labels("ships", found, layout).classes().codes()).containsExactly("cargo", "tanker");
        assertThat(layout.part("val/cargo/c.jpg")).hasValue(Part.VALID);
        assertThat(layout.test(found)).containsExactly("test/e.jpg", "test/x/d.jpg");
    }

    @Test
    void oneFolderTooManyIsDescendedInto() {
        FoundFiles nested = FoundFiles.of(List.of("archive/data/cargo/a.jpg", "archive/data/tanker/b.jpg"));
        FoundFiles twice = FoundFiles.of(
                List.of("seg_train/seg_train/cargo/a.jpg", "seg_train/seg_train/tanker/b.jpg", "seg_test/x.jpg"));

        assertThat(labels(folders, nested).classes().codes()).containsExactly("cargo", "tanker");
        assertThat(labels(folders, twice).classes().codes()).containsExactly("cargo", "tanker");
    }

    @Test
    void partsWithoutClassFoldersAreExplained() {
        assertThatThrownBy(() -> labels(folders, FoundFiles.of(List.of("train/a.jpg", "valid/b.jpg"))))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("train, valid")
                .hasMessageContaining("--labels");
    }

    @Test
    void aClassMayBeCalledTrain() {
        FoundFiles vehicles = FoundFiles.of(List.of("train/a.jpg", "bus/b.jpg", "car/c.jpg"));

        assertThat(labels(folders, vehicles).classes().codes()).containsExactly("bus", "car", "train");
    }

    @Test
    void aFolderOutsideTheGivenClassesIsLeftOut() {
        FolderImport given = new FolderImport(
                ImportOptions.automatic().withClasses(ClassList.parse("cargo=Cargo,tanker=Tanker")), FileCheck.none());

        ImportedLabels labels = labels(given, FoundFiles.of(List.of("cargo/a.jpg", "tankr/b.jpg")));

        assertThat(labels.images()).hasSize(1);
        assertThat(labels.unusable().get(0).message()).contains("Did you mean \"tanker\"?");
    }

    @Test
    void noClassFolderIsAnError() {
        assertThatThrownBy(() -> labels(folders, FoundFiles.of(List.of("a.jpg"))))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("--labels");
    }

    private static ImportedLabels labels(FolderImport folders, FoundFiles found) {
        return folders.labels("ships", found, FolderLayout.of("ships", found, List.of()));
    }
}
