package io.drydock.core.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drydock.core.csv.CsvTable;
import io.drydock.core.data.ClassList;
import io.drydock.core.error.DataException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProbabilitiesCsvTest {
    private static final ClassList SHIPS = ClassList.parse("1=Cargo,2=Military");

    @Test
    void whatIsWrittenIsReadBackBitByBit() {
        Probabilities written = new Probabilities(List.of("sub, folder/a.jpg", "b.jpg"), SHIPS.codes(), new double[][] {
            {1 / 3.0, 2 / 3.0}, {1e-9, 1 - 1e-9}
        });

        String text = ProbabilitiesCsv.text(written);
        Probabilities read = read(text);

        assertThat(text).startsWith("image,predicted,1,2\n\"sub, folder/a.jpg\",2,");
        assertThat(read.images()).isEqualTo(written.images());
        assertThat(read.row(1)).containsExactly(written.row(1));
        assertThat(ProbabilitiesCsv.text(read)).isEqualTo(text);
    }

    @Test
    void filesOfOtherToolsAreRead() {
        assertThat(read("p2,p1,image\n0.25,0.75,a.jpg\n").row(0)).containsExactly(.75, .25);
        assertThat(read("file,Cargo,Military\nx\\a.jpg,0.5,0.5\n").images()).containsExactly("x/a.jpg");
        assertThat(read("image,label,p1,p2\na.jpg,1,0.9,0.1\n").predictedCode(0))
                .isEqualTo("1");
    }

    @Test
    void whatIsNoSetOfProbabilitiesIsRefused() {
        assertThatThrownBy(() -> read("image,1,2\na.jpg,0.7,0.7\n"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("probabilities.csv: a.jpg")
                .hasMessageContaining("softmax over classes");
        assertThatThrownBy(() -> read("image,1\na.jpg,1\n")).hasMessageContaining("no column for class 2");
        assertThatThrownBy(() -> read("image,1,2,3\na.jpg,.5,.3,.2\n")).hasMessageContaining("column \"3\"");
        assertThatThrownBy(() -> read("image,1,2\na.jpg,.5,x\n")).hasMessageContaining("line 2");
        assertThatThrownBy(() -> read("image,1,p1,2\na.jpg,.5,.5,.5\n"))
                .hasMessageContaining("two columns for class 1");
        assertThatThrownBy(() -> read("image,1,2\na.jpg,.5,.5\na.jpg,.5,.5\n")).hasMessageContaining("twice");
        assertThatThrownBy(() -> read("1,2\n.5,.5\n")).hasMessageContaining("needs one column \"image\"");
        assertThatThrownBy(() -> read("image,1,2\na.jpg,NaN,1\n")).isInstanceOf(DataException.class);
    }

    private static Probabilities read(String text) {
        return ProbabilitiesCsv.parse(CsvTable.parse("probabilities.csv", text), SHIPS);
    }
}
