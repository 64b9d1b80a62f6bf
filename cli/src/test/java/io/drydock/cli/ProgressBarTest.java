package io.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressBarTest {
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(ints = {20, 40, 80, 200})
    void aRedrawnLineFitsTheTerminalWhateverTheTask(int columns) {
        ProgressBar bar = new ProgressBar(new PrintWriter(err, true), columns);

        bar.at("looking", 0, 3);
        bar.at("computing features of tf_efficientnet_lite0 for all images and their mirror images", 12_345, 123_456);
        bar.at("船".repeat(60), 1, 5);
        bar.at("船".repeat(60), 5, 5);

        assertThat(err.toString()).doesNotContain("\n");
        assertThat(err.toString().split("\r"))
                .allSatisfy(line ->
                        assertThat(io.drydock.core.text.TextWidth.of(line)).isLessThan(columns));
    }

    @Test
    void aShorterLineRemovesTheRestOfTheLongerOne() {
        TerminalLine line = new TerminalLine(new PrintWriter(err, true), 80);

        line.draw("a long line");
        line.draw("short");
        line.clear();

        assertThat(err.toString()).isEqualTo("\ra long line\rshort      \r     \r");
    }

    @Test
    void aNameInATaskCannotMoveTheCursor() {
        new TerminalLine(new PrintWriter(err, true), 80).draw("reading \u001B[2J\n\u202E.jpg");

        assertThat(err.toString()).isEqualTo("\rreading \\u001B[2J\\n\\u202E.jpg");
    }
}
