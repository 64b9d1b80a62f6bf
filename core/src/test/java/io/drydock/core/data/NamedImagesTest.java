package io.drydock.core.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NamedImagesTest {
    private static final List<String> FOUND = List.of(
            "train_images/1.jpg", "train_images/2.jpg", "train_images/3.jpg", "test_images/1.jpg", "test_images/2.jpg");

    @Test
    void theFolderThatHoldsAllNamesOfAListIsTaken() {
        NamedImages labels = named(List.of("1.jpg", "2.jpg", "3.jpg"), "train");

        assertThat(labels.image("1.jpg")).hasValue("train_images/1.jpg");
        assertThat(labels.image("3.jpg")).hasValue("train_images/3.jpg");
        assertThat(labels.notes("train.csv"))
                .extracting(ImportNote::code)
                .containsExactly("list_folder", "name_folder");
    }

    @Test
    void ofTwoFoldersTheOneWhoseNameTellsTheRoleIsTaken() {
        assertThat(named(List.of("1", "2"), "test").image("1")).hasValue("test_images/1.jpg");
    }

    @Test
    void namesThatFitSeveralFilesEquallyWellAreAmbiguous() {
        NamedImages names = named(List.of("1.jpg", "2.jpg"), "nothing");

        assertThat(names.image("1.jpg")).isEmpty();
        assertThat(names.problem("1.jpg").reason()).isEqualTo(Reason.AMBIGUOUS_NAME);
        assertThat(names.problem("1.jpg").message()).contains("test_images/1.jpg, train_images/1.jpg", "--images");
    }

    @Test
    void aPathThatLeadsOutIsRefused() {
        NamedImages names = named(List.of("../1.jpg", "/etc/hostname"), "train");

        assertThat(names.problem("../1.jpg").reason()).isEqualTo(Reason.OUTSIDE_ROOT);
        assertThat(names.problem("/etc/hostname").reason()).isEqualTo(Reason.OUTSIDE_ROOT);
    }

    private static NamedImages named(Collection<String> names, String role) {
        return NamedImages.of(NameMatcher.of(FOUND), names, any -> Optional.empty(), folder -> folder.startsWith(role));
    }
}
