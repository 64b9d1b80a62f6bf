package io.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.drydock.sample.ShipSet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandardOutputTest {
    @TempDir
    Path folder;

    private final StringWriter err = new StringWriter();

    private static OutputStream refusing(String reason) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(reason);
            }
        };
    }

    private int run(OutputStream stream, String... args) {
        return Main.run(List.of(args), stream, new PrintWriter(err, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "--version", "completion", "models", "predict --help"})
    void aResultThatCannotBeWrittenIsAFailure(String command) {
        assertThat(run(refusing("No space left on device"), command.split(" "))).isEqualTo(Main.FAILED);
        assertThat(err.toString())
                .isEqualToIgnoringNewLines(
                        "The result could not be written to standard output: No space left on device.");
    }

    @Test
    void aReaderThatHasEnoughIsToldNothing() {
        assertThat(run(refusing("Broken pipe"), "--help")).isEqualTo(Main.FAILED);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void aWrongRequestStaysOne() {
        assertThat(run(refusing("No space left on device"), "inspct")).isEqualTo(Main.WRONG_REQUEST);
    }

    @Test
    void aNameThatTurnsTheTextAroundIsEscapedInTextAndKeptInDataForPrograms() throws IOException {
        ShipSet.of(12, 5).write(folder.resolve("ships"));
        Path images = folder.resolve("ships/images");
        String name = "cargo\u202Egpj.jpg";
        try (var files = Files.list(images)) {
            Files.copy(files.sorted().findFirst().orElseThrow(), images.resolve(name));
            Files.write(images.resolve(name), new byte[1], StandardOpenOption.APPEND);
        }
        String labels = Files.readString(folder.resolve("ships/train.csv"));
        Files.writeString(folder.resolve("labels.csv"), labels.strip() + "\n" + name + ",1\n");
        String place = folder.resolve("ws").toString();
        done("init", place, "--images", images.toString(), "--labels", folder + "/labels.csv");

        String kept = done("labels", "keep", name, "-w", place);

        assertThat(kept).contains("Kept cargo\\u202Egpj.jpg").doesNotContain("\u202E");
        assertThat(done("labels", "log", "-w", place))
                .contains("cargo\\u202Egpj.jpg")
                .doesNotContain("\u202E");
        assertThat(done("labels", "export", "-w", place)).contains(name);
        assertThat(done("labels", "log", "-w", place, "--json")).contains(name);
        assertThat(run(new ByteArrayOutputStream(), "labels", "keep", "no\u001B[2J\u202E.jpg", "-w", place))
                .isEqualTo(Main.WRONG_REQUEST);
        assertThat(err.toString()).contains("no\\u001B[2J\\u202E.jpg").doesNotContain("\u001B", "\u202E");
    }

    private String done(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(run(out, args)).as(err.toString()).isEqualTo(Main.DONE);
        return out.toString(StandardCharsets.UTF_8);
    }
}
