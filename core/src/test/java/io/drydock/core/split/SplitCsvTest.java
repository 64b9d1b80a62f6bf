package io.drydock.core.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drydock.core.data.Dataset;
import io.drydock.core.error.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SplitCsvTest {
    private static final Dataset SHIPS = SplitterTest.ships(8, 4);

    @TempDir
    private Path folder;

    @Test
    void aSplitIsReadAsItWasWritten() throws IOException {
        Split split = Splitter.stratified(0.25).folds(3).split(SHIPS, 42, 1);
        Path file = write(SplitCsv.text(split, SplitterTest.labels(SHIPS)));

        SplitCsv.Rows rows = SplitCsv.read(file);

        assertThat(rows.parts()).isEqualTo(split.parts());
        assertThat(rows.folds()).isEqualTo(split.folds());
        assertThat(Files.readString(file)).startsWith("image,label,part,fold\nc0-0.jpg,c0,");
    }

    @Test
    void aSplitMadeElsewhereIsImported() throws IOException {
        Path file = write("image,part\nc0-0.jpg,train\n.\\c0-1.jpg,Validation\nstranger.jpg,train\n");

        SplitImport imported = SplitImport.read(file, SHIPS, 3);

        assertThat(imported.split().part("c0-1.jpg")).contains(Part.VALID);
        assertThat(imported.split().journalPosition()).isEqualTo(3);
        assertThat(imported.split().groupBy()).isEqualTo("file");
        assertThat(imported.unusable()).hasSize(1);
        assertThat(imported.unassigned()).hasSize(10);
        assertThat(imported.split().part("c1-0.jpg")).isEmpty();
    }

    @Test
    void fastAisFlagIsAPart() throws IOException {
        Path file = write("image,label,is_valid\nc0-0.jpg,x,False\nc0-1.jpg,x,True\n");

        assertThat(SplitImport.read(file, SHIPS, 1).split().images(Part.VALID)).containsExactly("c0-1.jpg");
    }

    @Test
    void whatIsNoSplitIsRefusedWithItsLine() {
        assertThatThrownBy(() -> SplitImport.read(write("image,part\nc0-0.jpg,trian\n"), SHIPS, 1))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("line 2")
                .hasMessageContaining("trian");
        assertThatThrownBy(() -> SplitImport.read(write("image,part\nc0-0.jpg,train\nc0-0.jpg,valid\n"), SHIPS, 1))
                .hasMessageContaining("stands twice");
        assertThatThrownBy(() -> SplitImport.read(write("image,part\nc0-0.jpg,train\n"), SHIPS, 1))
                .hasMessageContaining("valid part");
        assertThatThrownBy(() -> SplitImport.read(write("image,fold\nc0-0.jpg,1\n"), SHIPS, 1))
                .hasMessageContaining("no column \"part\"");
        assertThatThrownBy(
                        () -> SplitImport.read(write("image,part,fold\nc0-0.jpg,train,0\nc0-1.jpg,valid,\n"), SHIPS, 1))
                .hasMessageContaining("1 of 2 images have a fold");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("split.csv"), text);
    }
}
