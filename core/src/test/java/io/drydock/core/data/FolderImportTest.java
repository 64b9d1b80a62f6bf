package io.drydock.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drydock.core.error.DataException;
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

        ImportedLabels labels = folders.labels(root);

        assertThat(labels.classes().codes()).containsExactly("cargo", "tanker");
        assertThat(labels.images())
                .containsExactly(new ImportedImage("cargo/deep/a.png", 0, 0), new ImportedImage("tanker/b.JPG", 1, 0));
        assertThat(labels.unusable()).extracting(UnusableRow::image).containsExactly("loose.jpg");
    }

    @Test
    void foldersThatArePartsAreExplained() {
        assertThatThrownBy(() -> folders.labels("ships", List.of("train/cargo/a.jpg", "valid/cargo/b.jpg")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("ships/train");
    }

    @Test
    void aFolderOutsideTheGivenClassesIsLeftOut() {
        FolderImport given = new FolderImport(
                ImportOptions.automatic().withClasses(ClassList.parse("cargo=Cargo,tanker=Tanker")), FileCheck.none());

        ImportedLabels labels = given.labels("ships", List.of("cargo/a.jpg", "tankr/b.jpg"));

        assertThat(labels.images()).hasSize(1);
        assertThat(labels.unusable().get(0).message()).contains("Did you mean \"tanker\"?");
    }

    @Test
    void noClassFolderIsAnError() {
        assertThatThrownBy(() -> folders.labels("ships", List.of("a.jpg")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("--labels");
    }
}
