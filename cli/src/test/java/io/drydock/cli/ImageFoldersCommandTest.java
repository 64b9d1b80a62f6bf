package io.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.drydock.sample.ShipSet;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFoldersCommandTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private String place;
    private Path images;
    private Path testImages;

    /** The pictures to predict are in a folder of their own. */
    @BeforeEach
    void twoFolders() throws IOException {
        place = folder.resolve("ws").toString();
        images = folder.resolve("ships/images");
        testImages = folder.resolve("ships/test_images");
        ShipSet.of(20, 5).withTest(4).write(folder.resolve("ships"));
        Files.createDirectories(testImages);
        for (String row : Files.readAllLines(file("test.csv")).subList(1, 5)) {
            Files.move(images.resolve(row), testImages.resolve(row));
        }
    }

    @Test
    void imagesMayBeGivenMoreThanOnce() {
        assertThat(run(
                        "init",
                        place,
                        "--images",
                        images.toString(),
                        "--images",
                        testImages.toString(),
                        "--labels",
                        file("train.csv").toString(),
                        "--test",
                        file("test.csv").toString()))
                .as(err.toString())
                .isEqualTo(Main.DONE);
        assertThat(out.toString())
                .contains("Images in " + images + System.lineSeparator())
                .contains("Images in " + testImages + ", named test_images/...")
                .contains("20 labelled images in 5 classes, 4 images to predict.");
    }

    @Test
    void theFoldersMayBeInAConfigurationFile() throws IOException {
        Path config = Files.writeString(
                folder.resolve("init.yaml"),
                "images: [" + images + "]\ntest_images: " + testImages + "\nlabels: " + file("train.csv") + "\n");

        assertThat(run("init", place, "--json", "--config", config.toString()))
                .as(err.toString())
                .isEqualTo(Main.DONE);
        assertThat(out.toString()).contains("\"image_folders\"").contains("\"prefix\" : \"test_images/\"");
    }

    @Test
    void anotherCallSaysWhichFolderCameOrWent() {
        String labels = file("train.csv").toString();
        run("init", place, "--images", images.toString(), "--labels", labels);
        assertThat(out.toString()).doesNotContain("Images in").doesNotContain("Image folder");
        out.getBuffer().setLength(0);

        assertThat(run("init", place, "--test-images", testImages.toString())).isEqualTo(Main.DONE);
        assertThat(out.toString()).contains("Image folder added: " + testImages).contains("4 images to predict");
        out.getBuffer().setLength(0);

        assertThat(run("init", place, "--images", images.toString(), "--labels", labels))
                .isEqualTo(Main.DONE);
        assertThat(out.toString())
                .contains("Image folder removed: " + testImages)
                .contains("0 images to predict");
    }

    @Test
    void aTestFolderThatIsNotThereNamesItsOption() {
        assertThat(run("init", place, "--images", images.toString(), "--test-images", folder + "/none"))
                .isEqualTo(Main.WRONG_REQUEST);
        assertThat(err.toString()).contains("There is no image folder").contains("Check --test-images.");
    }

    private Path file(String name) {
        return folder.resolve("ships").resolve(name);
    }

    private int run(String... args) {
        return Main.run(List.of(args), new PrintWriter(out, true), new PrintWriter(err, true));
    }
}
