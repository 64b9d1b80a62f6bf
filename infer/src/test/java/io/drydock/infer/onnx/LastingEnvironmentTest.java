package io.drydock.infer.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastingEnvironmentTest {
    @TempDir
    Path folder;

    @Test
    void aModelOpensAndRunsWhileAShutdownHookHoldsTheProcessOpen() throws IOException, InterruptedException {
        assertRuns(List.of());
    }

    /** A version of the library died here: it searched the command line with a recursion for each character. */
    @Test
    void aModelOpensAndRunsInAProgramWithAVeryLongCommandLineAndShortStacks() throws IOException, InterruptedException {
        List<String> words = Stream.generate(() -> "/a/folder/of/jars/some-library-1.0.jar")
                .limit(1000)
                .toList();

        assertRuns(words);
    }

    /** @param words further arguments of the program */
    private void assertRuns(List<String> words) throws IOException, InterruptedException {
        Path report = folder.resolve("report.txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xss512k",
                "-cp",
                System.getProperty("java.class.path"),
                OpeningWhileExiting.class.getName(),
                report.toString()));
        command.addAll(words);
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile())
                .start();

        assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("ended").isTrue();
        assertThat(folder.resolve("output.txt")).content().doesNotContain("fatal error");
        assertThat(report).content().isEqualTo("ran");
        assertThat(process.exitValue()).isZero();
    }
}
