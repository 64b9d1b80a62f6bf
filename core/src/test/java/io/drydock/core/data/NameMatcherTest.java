package io.drydock.core.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameMatcherTest {
    private static final Path ROOT = Path.of("/data/photos").toAbsolutePath();

    private final NameMatcher matcher = NameMatcher.of(
            List.of(
                    "0001.jpg",
                    "0002.JPG",
                    "fore\u0302t.jpg",
                    "both.jpg",
                    "both.png",
                    "train/7.jpg",
                    "test/7.jpg",
                    "train/a/8.jpeg",
                    "scan.0012.png",
                    "Up.jpg",
                    "up.jpg",
                    "Straße.jpg"),
            Map.of(ROOT, ""));

    @ParameterizedTest
    @CsvSource({
        "0001.jpg, exact, 0001.jpg",
        "./0001.jpg, exact, 0001.jpg",
        "train\\7.jpg, exact, train/7.jpg",
        "/data/photos/train/7.jpg, exact, train/7.jpg",
        "for\u00EAt.jpg, unicode_form, fore\u0302t.jpg",
        "0002.jpg, case, 0002.JPG",
        "TRAIN/7.JPG, case, train/7.jpg",
        "FOR\u00CAT.JPG, case, fore\u0302t.jpg",
        "0001, extension, 0001.jpg",
        "0001.png, extension, 0001.jpg",
        "0002, extension, 0002.JPG",
        "scan.0012, extension, scan.0012.png",
        "train/a/8, extension, train/a/8.jpeg",
        "up.jpg, exact, up.jpg",
        "images/0001.jpg, folder, 0001.jpg",
        "C:\\photos\\0001.jpg, none,",
        "8.jpeg, folder, train/a/8.jpeg",
        "a/8, folder, train/a/8.jpeg",
        "photos/train/7.jpg, folder, train/7.jpg",
        "Images\\0002, folder, 0002.JPG",
        "../0001.jpg, none,",
        "/elsewhere/0001.jpg, none,",
        "scan, none,",
        "b/8.jpeg, none,",
        "'', none,",
    })
    void aNameFindsItsFileByTheFirstRuleThatFits(String name, String how, String image) {
        NameMatch match = matcher.match(name);

        assertThat(match.how().key()).isEqualTo(how);
        assertThat(match.image().orElse(null)).isEqualTo(image);
    }

    @Test
    void severalFilesThatFitEquallyWellAreAmbiguous() {
        assertThat(matcher.match("both").images()).containsExactly("both.jpg", "both.png");
        assertThat(matcher.match("7").images()).containsExactly("test/7.jpg", "train/7.jpg");
        assertThat(matcher.match("UP.jpg").images()).containsExactly("Up.jpg", "up.jpg");
        assertThat(matcher.match("both").ambiguous()).isTrue();
        assertThat(matcher.match("both").image()).isEmpty();
    }

    @Test
    void ofFilesInOtherFoldersTheOneThatSharesMostIsMeant() {
        NameMatcher nested = NameMatcher.of(List.of("7.jpg", "a/7.jpg", "b/a/7.jpg"));

        assertThat(nested.match("x/a/7.jpg").image()).hasValue("a/7.jpg");
        assertThat(nested.match("x/b/a/7.jpg").image()).hasValue("b/a/7.jpg");
    }
}
