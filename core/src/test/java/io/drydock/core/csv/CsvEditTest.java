package io.drydock.core.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvEditTest {
    private static final String TEXT = "\"id\"; image ;label;note\r\n"
            + "1;a.jpg;1;\"two\r\nlines; and \"\"quotes\"\"\"\r\n"
            + "\r\n"
            + "2; \"b.jpg\" ;\"2\";\r\n"
            + "3;c.jpg; 3 ;last";

    @ParameterizedTest
    @ValueSource(
            strings = {
                TEXT,
                "image,label\na.jpg,1\nb.jpg,2\n",
                "image\tlabel\ra.jpg\t1\r",
                "image,label\n\n\na.jpg,1\n,\n",
                "image,label\n\"a,b.jpg\",\"1\"\n"
            })
    void withoutAChangeTheTextIsTheSame(String text) {
        assertThat(new CsvEdit(text, CsvTable.parse("t.csv", text))).hasToString(text);
    }

    @Test
    void onlyTheValuesChangeAndQuotesSpacesAndLineEndsStay() {
        CsvTable table = CsvTable.parse("t.csv", TEXT);
        CsvEdit edit = new CsvEdit(TEXT, table);

        edit.replace(table.rows().get(1), 2, "5");
        edit.replace(table.rows().get(2), 2, "a;b");
        edit.remove(table.rows().get(0));

        assertThat(edit)
                .hasToString("\"id\"; image ;label;note\r\n" + "\r\n" + "2; \"b.jpg\" ;\"5\";\r\n"
                        + "3;c.jpg; \"a;b\" ;last");
    }

    @Test
    void aNewRowComesLastWithTheSeparatorTheLineEndAndQuotesWhereNeeded() {
        CsvEdit edit = new CsvEdit(TEXT, CsvTable.parse("t.csv", TEXT));
        edit.add(List.of("4", "d;e.jpg", "1", ""));

        assertThat(edit).hasToString(TEXT + "\r\n4;\"d;e.jpg\";1;\r\n");

        String plain = "image,label\na.jpg,1\n";
        CsvEdit other = new CsvEdit(plain, CsvTable.parse("t.csv", plain));
        other.add(List.of("b.jpg", "2"));
        assertThat(other).hasToString(plain + "b.jpg,2\n");
    }

    @Test
    void bytesAreWrittenAsTheyWereRead() {
        for (String mark : new String[] {"", "\uFEFF"}) {
            byte[] bytes = (mark + TEXT).getBytes(StandardCharsets.UTF_8);
            CsvBytes read = CsvBytes.decode("t.csv", bytes);
            assertThat(read.encode(read.text())).isEqualTo(bytes);
        }
        byte[] wide = ("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_16LE);
        CsvBytes read = CsvBytes.decode("t.csv", wide);
        assertThat(read.text()).isEqualTo(TEXT);
        assertThat(read.encode(read.text())).isEqualTo(wide);
    }
}
