package io.drydock.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleTextTest {
    @Test
    void charactersThatMoveTheCursorOrTurnTheTextAroundAreWrittenAsEscapes() {
        assertThat(VisibleText.of("a\u202Egpj.exe")).isEqualTo("a\\u202Egpj.exe");
        assertThat(VisibleText.of("\u001B[31mred\u0007")).isEqualTo("\\u001B[31mred\\u0007");
        assertThat(VisibleText.of("\u2066x\u2069\u200F\u061C\u2028\u0085\u007F"))
                .isEqualTo("\\u2066x\\u2069\\u200F\\u061C\\u2028\\u0085\\u007F");
        assertThat(VisibleText.of("one\ntwo\r\tthree")).isEqualTo("one\\ntwo\\r\\tthree");
    }

    @Test
    void theLettersOfAllLanguagesStay() {
        String words = "schiff-ä-船-корабль-سفينة-\uD83D\uDEA2 👩\u200D🚀";

        assertThat(VisibleText.of(words)).isEqualTo(words);
    }

    @Test
    void textOfSeveralLinesKeepsItsBreaks() {
        assertThat(VisibleText.lines("one\n\ttwo\r")).isEqualTo("one\n\ttwo\\r");
    }

    @Test
    void aTableKeepsItsColumnsWhateverANameHolds() {
        String table = new TextTable("image", "n").row("a\nb\u202E", 1).toString();

        assertThat(table.lines()).hasSize(3).anyMatch(line -> line.equals("a\\nb\\u202E  1"));
    }
}
