package io.drydock.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the house style asks of source files and no compiler checks: length, package comments. */
class SourceRulesTest {
    private static final int MOST_LINES = 500;
    private static final int MEDIAN_LINES = 110;

    private final Path root = Repository.root();

    @Test
    void noSourceFileIsLongerThanFiveHundredLines() {
        List<String> tooLong = new ArrayList<>();
        for (Path file : javaFiles()) {
            int lines = lines(file);
            if (lines > MOST_LINES) {
                tooLong.add(root.relativize(file) + " has " + lines + " lines");
            }
        }

        assertThat(tooLong).isEmpty();
    }

    @Test
    void halfOfAllSourceFilesStandBelowOneHundredAndTenLines() {
        List<Integer> lengths = javaFiles().stream().map(this::lines).sorted().toList();

        assertThat(lengths.get(lengths.size() / 2)).isLessThan(MEDIAN_LINES);
    }

    @Test
    void everyPackageSaysWhatItIsAndIsNullMarked() {
        List<String> silent = javaFiles().stream()
                .map(Path::getParent)
                .distinct()
                .filter(folder -> root.relativize(folder)
                        .startsWith(root.relativize(folder).getName(0).resolve("src/main")))
                .filter(folder -> !text(folder.resolve("package-info.java")).contains("@NullMarked"))
                .map(folder -> root.relativize(folder).toString())
                .toList();

        assertThat(silent).isEmpty();
    }

    private List<Path> javaFiles() {
        try (Stream<Path> rooms = Files.list(root)) {
            List<Path> found = new ArrayList<>();
            for (Path source : rooms.map(room -> room.resolve("src"))
                    .filter(Files::isDirectory)
                    .toList()) {
                try (Stream<Path> files = Files.walk(source)) {
                    files.filter(file -> file.toString().endsWith(".java")).forEach(found::add);
                }
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int lines(Path file) {
        return (int) text(file).lines().count();
    }

    private static String text(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
