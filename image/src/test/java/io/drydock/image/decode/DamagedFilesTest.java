package io.drydock.image.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamagedFilesTest {
    @Test
    void thousandsOfDamagedFilesOfEveryFormatCrashNothingAndPrintNothing(@TempDir Path folder) throws Exception {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");

        Process program = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DamagingProgram.class.getName(),
                        "7",
                        "6600"))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();

        assertThat(program.waitFor()).as(Files.readString(err)).isZero();
        assertThat(err).isEmptyFile();
        assertThat(out).content().contains("damaged=", "refused=", "whole=");
    }
}
