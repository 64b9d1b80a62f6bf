package io.drydock.core.csv;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drydock.core.error.ConfigException;
import io.drydock.core.error.DataException;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {
    private static final CsvOptions AUTOMATIC = CsvOptions.automatic();

    @ParameterizedTest
    @ValueSource(strings = {"sep=;\r\nimage;label\r\na,1.jpg;x\r\n", "\"SEP=|\"\nimage|label\na,1.jpg|x\n"})
    void theLineThatNamesTheSeparatorIsNoRow(String text) {
        CsvTable table = CsvTable.parse("t.csv", text);

        assertThat(table.header()).containsExactly("image", "label");
        assertThat(table.rows()).containsExactly(new CsvRow(3, List.of("a,1.jpg", "x")));
        CsvEdit edit = new CsvEdit(text, table);
        edit.replace(table.rows().get(0), 1, "y");
        assertThat(edit).hasToString(text.replace("x", "y"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "image|label\na,b.jpg|x\nc;d.jpg|y\n",
                "image\tlabel\na,b.jpg\tx\n",
                "image;label\na,b.jpg;x\nc,d.jpg;y\n",
                "image,label\na.jpg,x;y\nb.jpg,x|y\n"
            })
    void theSeparatorIsTheOneThatGivesRowsOfOneLength(String text) {
        CsvTable table = CsvTable.parse("t.csv", text);

        assertThat(table.header()).containsExactly("image", "label");
        assertThat(table.rows()).allMatch(row -> row.fields().size() == 2);
    }

    @Test
    void utf16IsReadWithAndWithoutAMark() {
        String text = "image,label\nbücher/ä.jpg,x\n";
        for (Charset charset : List.of(UTF_16LE, UTF_16BE)) {
            for (String mark : List.of("", "\uFEFF")) {
                byte[] bytes = (mark + text).getBytes(charset);

                CsvBytes read = CsvBytes.decode("t.csv", bytes);

                assertThat(read.text()).isEqualTo(text);
                assertThat(read.encode(read.text())).isEqualTo(bytes);
            }
        }
    }

    @Test
    void anotherEncodingIsRefusedWithTheOptionThatReadsIt() {
        byte[] bytes = "image,label\na.jpg,x\nmüll.jpg,y\n".getBytes(ISO_8859_1);

        assertThatThrownBy(() -> CsvBytes.decode("t.csv", bytes))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("line 3")
                .hasMessageContaining("--encoding windows-1252");
        for (String name : List.of("windows-1252", "latin1")) {
            CsvTable table = CsvTable.parse("t.csv", bytes, AUTOMATIC.withEncoding(name));
            assertThat(table.rows().get(1).field(0)).isEqualTo("müll.jpg");
        }
    }

    @Test
    void aFileInUtf8StaysSoBesideOneInAnEncodingOfOneByte() {
        byte[] bytes = "image\nmüll.jpg\n".getBytes(UTF_8);

        CsvTable table = CsvTable.parse("t.csv", bytes, AUTOMATIC.withEncoding("windows-1252"));

        assertThat(table.rows().get(0).field(0)).isEqualTo("müll.jpg");
    }

    @Test
    void aWorkbookIsNoCsv() {
        assertThatThrownBy(() -> CsvBytes.decode("t.csv", new byte[] {'P', 'K', 3, 4, 0, 0}))
                .hasMessageContaining("Excel workbook");
    }

    @Test
    void withoutAHeaderColumnsAreNumbered() {
        CsvTable table = CsvTable.parse("t.csv", "a.jpg,x\nb.jpg,y\n", AUTOMATIC.withoutHeader());

        assertThat(table.header()).containsExactly("1", "2");
        assertThat(table.rows()).hasSize(2);
        assertThat(new CsvEdit("a.jpg,x\nb.jpg,y\n", table)).hasToString("a.jpg,x\nb.jpg,y\n");
    }

    @Test
    void whatNobodySeesAroundValuesIsTakenAwayAndCounted() {
        CsvTable table = CsvTable.parse(
                "t.csv", "image,label\n\u00A0a.jpg,x\u200B\nb\0.jpg,\"y\u202F\"\n c.jpg , z \nd\u00A0e.jpg,x\n");

        assertThat(table.rows())
                .extracting(CsvRow::fields)
                .containsExactly(
                        List.of("a.jpg", "x"),
                        List.of("b.jpg", "y"),
                        List.of("c.jpg", "z"),
                        List.of("d\u00A0e.jpg", "x"));
        assertThat(table.cleaned()).containsExactly(2L, 3L);
    }

    @Test
    void aRowThatIsTooShortGetsTheColumn() {
        String text = "id;a;b\r\n1\r\n2;\r\n";
        CsvTable table = CsvTable.parse("t.csv", text);
        CsvEdit edit = new CsvEdit(text, table);

        edit.replace(table.rows().get(0), 2, "x");
        edit.replace(table.rows().get(1), 1, "y");

        assertThat(edit).hasToString("id;a;b\r\n1;;x\r\n2;y\r\n");
    }

    @Test
    void optionsAreKeptAsText() {
        CsvOptions options =
                AUTOMATIC.withEncoding("windows-1252").withSeparator("tab").withoutHeader();

        assertThat(CsvOptions.parse(options.text())).isEqualTo(options);
        assertThat(CsvOptions.parse("")).isEqualTo(AUTOMATIC);
        assertThatThrownBy(() -> AUTOMATIC.withEncoding("utf-9")).isInstanceOf(ConfigException.class);
        assertThatThrownBy(() -> AUTOMATIC.withSeparator("ab")).isInstanceOf(ConfigException.class);
    }
}
