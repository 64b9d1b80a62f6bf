package io.drydock.workspace.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.drydock.core.data.NameMatcher;
import io.drydock.core.error.WorkspaceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageRootsTest {
    @TempDir
    Path folder;

    @Test
    void onlyImagesOfFurtherFoldersHaveAPrefix() throws IOException {
        ImageRoots roots = roots("train_images", "test_images");

        assertThat(prefixes(roots)).containsExactly("", "test_images/");
        assertThat(roots.resolve("0001.jpg")).isEqualTo(folder.resolve("train_images/0001.jpg"));
        assertThat(roots.resolve("test_images/0001.jpg")).isEqualTo(folder.resolve("test_images/0001.jpg"));
        assertThat(roots.resolve("test_images.jpg")).isEqualTo(folder.resolve("train_images/test_images.jpg"));
        assertThat(roots.belowRoot("test_images/a/1.jpg")).isEqualTo("a/1.jpg");
        assertThat(roots.belowRoot("a/1.jpg")).isEqualTo("a/1.jpg");
    }

    @Test
    void aFileIsNamedByTheFolderThatItLiesIn() throws IOException {
        ImageRoots roots = roots("train_images", "test_images");

        assertThat(roots.nameOf(folder.resolve("train_images/a/../b/1.jpg"))).contains("b/1.jpg");
        assertThat(roots.nameOf(folder.resolve("test_images/1.jpg"))).contains("test_images/1.jpg");
        assertThat(roots.nameOf(folder.resolve("test_images"))).isEmpty();
        assertThat(roots.nameOf(folder.resolve("other/1.jpg"))).isEmpty();
    }

    @Test
    void anAbsoluteNameMeansTheImageOfItsOwnFolder() throws IOException {
        NameMatcher matcher =
                NameMatcher.of(List.of("1.jpg", "b/1.jpg"), roots("a", "b").prefixes());

        assertThat(matcher.match(folder.resolve("a/1.jpg").toString()).images()).containsExactly("1.jpg");
        assertThat(matcher.match(folder.resolve("b/1.jpg").toString()).images()).containsExactly("b/1.jpg");
    }

    @Test
    void foldersOfOneNameAreToldApartAndFromWhatTheFirstHolds() throws IOException {
        Files.createDirectories(folder.resolve("a/images/images-2"));
        Files.createDirectories(folder.resolve("a/images/more"));

        assertThat(prefixes(roots("a/images", "b/images", "c/images", "d/more")))
                .containsExactly("", "images/", "images-3/", "more-2/");
    }

    @Test
    void foldersWhoseNamesDifferInCaseAloneAreToldApart() throws IOException {
        assertThat(prefixes(roots("a", "b/Images", "c/images"))).containsExactly("", "Images/", "images-2/");
    }

    @Test
    void aFolderIsNamedWithoutWhatNoImageCanBeNamed() throws IOException {
        assumeTrue(folder.getFileSystem().getSeparator().equals("/"), "names with a backslash");

        assertThat(prefixes(roots("a", "x\\y ", "e\u0301"))).containsExactly("", "x-y/", "\u00E9/");
    }

    @Test
    void aKnownFolderKeepsItsPrefixWhateverTheOrder() throws IOException {
        ImageRoots before = roots("a", "b");

        assertThat(prefixes(again(before, "b", "c", "a"))).containsExactly("b/", "c/", "");
        assertThat(prefixes(again(before, "b"))).containsExactly("b/");
        assertThat(prefixes(again(before, "b", "c"))).containsExactly("b/", "");
    }

    @Test
    void aFolderThatReplacesOneThatIsGoneTakesItsPrefix() throws IOException {
        ImageRoots before = roots("a", "b", "c");
        Files.move(folder.resolve("b"), folder.resolve("moved"));

        assertThat(prefixes(again(before, "a", "moved", "c", "new"))).containsExactly("", "b/", "c/", "new/");
    }

    @Test
    void oneFolderInAnotherIsRefused() throws IOException {
        Files.createDirectories(folder.resolve("a/inner"));

        assertThatThrownBy(() -> roots("a", "a/inner"))
                .isInstanceOf(WorkspaceException.class)
                .hasMessageContaining("a/inner lies in the image folder")
                .hasMessageContaining("Leave one of the two out");
        assertThat(prefixes(roots("a", "a"))).containsExactly("");
    }

    @Test
    void aLinkToAFolderIsTheSameFolder() throws IOException {
        Path images = Files.createDirectories(folder.resolve("a"));
        try {
            Files.createSymbolicLink(folder.resolve("link"), images);
        } catch (UnsupportedOperationException | IOException e) {
            assumeTrue(false, "this system makes no symbolic links: " + e);
        }

        assertThatThrownBy(() -> ImageRoots.of(List.of(images, folder.resolve("link")), List.of()))
                .isInstanceOf(WorkspaceException.class)
                .hasMessageContaining("link is the image folder");
    }

    @Test
    void aNewFolderThatHidesAKnownPrefixIsRefused() throws IOException {
        ImageRoots before = roots("a", "b");
        Files.createDirectories(folder.resolve("a/b"));

        assertThatThrownBy(() -> again(before, "a", "b"))
                .isInstanceOf(WorkspaceException.class)
                .hasMessageContaining("begin with b/")
                .hasMessageContaining("Rename it there");
    }

    @Test
    void messagesNameTheFoldersThatWereSearched() throws IOException {
        ImageRoots roots = roots("a", "b");

        assertThat(roots.searched("b/1.jpg")).isEqualTo("the image folder " + folder.resolve("b"));
        assertThat(roots.searched("1.jpg"))
                .isEqualTo("any of the image folders " + folder.resolve("a") + ", " + folder.resolve("b"));
        assertThat(ImageRoots.of(folder).searched("1.jpg")).isEqualTo("the image folder " + folder);
    }

    private ImageRoots roots(String... names) throws IOException {
        return ImageRoots.of(made(names), List.of());
    }

    private ImageRoots again(ImageRoots before, String... names) throws IOException {
        return ImageRoots.of(made(names), before.roots());
    }

    private List<Path> made(String... names) throws IOException {
        for (String name : names) {
            Files.createDirectories(folder.resolve(name));
        }
        return Arrays.stream(names).map(folder::resolve).toList();
    }

    private static List<String> prefixes(ImageRoots roots) {
        return roots.roots().stream().map(ImageRoot::prefix).toList();
    }
}
