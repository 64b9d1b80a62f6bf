package io.drydock.infer.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastingEnvironmentTest {
    @TempDir
    Path folder;

    @Test
    void aModelOpensAndRunsWhileAShutdownHookHoldsTheProcessOpen() throws IOException, InterruptedException {
        Path report = folder.resolve("report.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OpeningWhileExiting.class.getName(),
                        report.toString())
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
