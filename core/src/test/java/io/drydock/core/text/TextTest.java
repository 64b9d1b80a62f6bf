package io.drydock.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TextTest {
    @Test
    void numbersStandToTheRightAndWordsToTheLeft() {
        String table = new TextTable("class", "count", "share")
                .row("Cargo", 1802, "33.9 %")
                .row("Military", 992, "18.7 %")
                .toString();

        assertThat(table).isEqualTo("""
                class     count   share
                ────────  ─────  ──────
                Cargo      1802  33.9 %
                Military    992  18.7 %
                """);
    }

    @Test
    void wideCharactersTakeTwoColumns() {
        assertThat(TextWidth.of("船a\u0301")).isEqualTo(3);
        assertThat(new TextTable("a", "b").row("船", "x").row("xy", "y").toString())
                .contains("船  x\nxy  y\n");
        assertThatThrownBy(() -> new TextTable("a").row(1, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void barsAreDrawnInEighths() {
        String bars =
                new TextBars(8).bar("Cargo", 16).bar("Cruise", 5).bar("None", 0).toString();

        assertThat(bars).isEqualTo("""
                Cargo   ████████  16   76.2 %
                Cruise  ██▌        5   23.8 %
                None               0    0.0 %
                """);
    }
}
