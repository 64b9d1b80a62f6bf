package io.drydock.core.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drydock.core.csv.CsvOptions;
import io.drydock.core.data.ClassList;
import io.drydock.core.error.DataException;
import io.drydock.core.predict.Probabilities;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SampleFormTest {
    private static final ClassList SHIPS = ClassList.parse("1=Cargo,2=Tanker");

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.2", "-1", "''", "unknown", "0.5"})
    void aPlaceholderIsReplaced(String quoted) {
        String value = quoted.replace("'", "");
        assertThat(answer("id,label\na.jpg," + value + "\nb.jpg," + value + "\n"))
                .isEqualTo("id,label\na.jpg,1\nb.jpg,2\n");
    }

    @Test
    void aPlaceholderIsNoted() {
        assertThat(sample("id,label\na.jpg,0\n").form(SHIPS).note().orElseThrow())
                .contains("0", "placeholder");
        assertThat(sample("id,label\na.jpg,1\n").form(SHIPS).note()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Cargo,Cargo,Tanker", "1,1,2", "1.0,1.0,2.0", "2.00,1.00,2.00"})
    void answersAreWrittenAsTheSampleWritesThem(String shown, String first, String second) {
        assertThat(answer("id,label\na.jpg," + shown + "\nb.jpg," + shown + "\n"))
                .isEqualTo("id,label\na.jpg," + first + "\nb.jpg," + second + "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"sep=;\r\nid;label\r\n\"a.jpg\";\"0\"\r\n\r\nb.jpg; 0 \r\n", "id\tlabel\na.jpg\t0\nb.jpg\t0"})
    void allElseStaysAsItIs(String text) {
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE)) {
            for (String mark : List.of("", "\uFEFF")) {
                SampleSubmission sample =
                        SampleSubmission.parse("sample.csv", (mark + text).getBytes(charset), CsvOptions.automatic());

                byte[] bytes = SubmissionFile.of(sample, probabilities(), SHIPS).bytes();

                int second = text.lastIndexOf('0');
                int first = text.indexOf('0');
                String wanted = text.substring(0, first) + "1" + text.substring(first + 1, second) + "2"
                        + text.substring(second + 1);
                assertThat(new String(bytes, charset)).isEqualTo(mark + wanted);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"b,a", "B.JPG,folder/a.png", "./b.jpg,A"})
    void idsFindTheirImagesByLooserRules(String ids) {
        String[] id = ids.split(",");

        assertThat(answer("id,label\n" + id[0] + ",0\n" + id[1] + ",0\n"))
                .isEqualTo("id,label\n" + id[0] + ",2\n" + id[1] + ",1\n");
    }

    @Test
    void anIdThatFitsSeveralImagesIsRefused() {
        Probabilities two =
                new Probabilities(List.of("x/a.jpg", "y/a.jpg"), SHIPS.codes(), new double[][] {{.9, .1}, {.2, .8}});

        assertThatThrownBy(() -> SubmissionFile.of(sample("id,label\na,0\n"), two, SHIPS))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("fits several test images: x/a.jpg, y/a.jpg");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "id,2,1!a.jpg,0.1,0.9",
                "id,Cargo,Tanker!a.jpg,0.9,0.1",
                "id,prob_Tanker,prob_Cargo!a.jpg,0.1,0.9",
                "Tanker,image,Cargo!0.1,a.jpg,0.9"
            })
    void aColumnForEachClassHasItsProbability(String header, String first) {
        String row = header.replaceAll("(prob_)?(Cargo|Tanker|1|2)", "0").replaceAll("id|image", "a.jpg");

        assertThat(answer(header + "\n" + row + "\n")).isEqualTo(header + "\n" + first + "\n");
    }

    @Test
    void oneColumnOfTwoClassesHasItsProbability() {
        assertThat(answer("id,Tanker\na.jpg,0.5\n")).isEqualTo("id,Tanker\na.jpg,0.1\n");
    }

    @Test
    void aMissingOrStrangeClassIsNamed() {
        ClassList three = ClassList.parse("a,b,c");
        assertThatThrownBy(() -> sample("id,a,b\nx.jpg,0,0\n").form(three))
                .hasMessageContaining("no column for class c");
        assertThatThrownBy(() -> sample("id,a,b,c,d\nx.jpg,0,0,0,0\n").form(three))
                .hasMessageContaining("\"d\"");
        assertThatThrownBy(() -> sample("id,label\nx.jpg,7\ny.jpg,8\n").form(three))
                .hasMessageContaining("answers with 7, 8")
                .hasMessageContaining("--classes");
    }

    @Test
    void aSampleWithoutAHeaderHasNone() {
        assertThat(answer("a.jpg,0\nb.jpg,0\n")).isEqualTo("a.jpg,1\nb.jpg,2\n");
    }

    private static String answer(String text) {
        return SubmissionFile.of(sample(text), probabilities(), SHIPS).text();
    }

    private static SampleSubmission sample(String text) {
        return SampleSubmission.parse("sample.csv", text.getBytes(StandardCharsets.UTF_8), CsvOptions.automatic());
    }

    private static Probabilities probabilities() {
        return new Probabilities(List.of("a.jpg", "b.jpg"), SHIPS.codes(), new double[][] {{.9, .1}, {.2, .8}});
    }
}
