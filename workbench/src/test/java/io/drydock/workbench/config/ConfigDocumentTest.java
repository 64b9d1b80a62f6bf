package io.drydock.workbench.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drydock.core.error.ConfigException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigDocumentTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "seed: 1#config: other.yaml                | line 2: a configuration file cannot name another one",
                "config: {seed: 1}                         | line 1: a configuration file cannot name another one",
                "rate:#  multipliers: [0.1, [0.5], 1]      | line 2: \"rate.multipliers\" must be a list of plain values",
                "rate:#  multipliers: [{a: 1}]             | line 2: \"rate.multipliers\" must be a list of plain values",
                "rate: {multipliers: [0.1, null, 1]}       | line 1: \"rate.multipliers\" must be a list of plain values",
                "seed: &s 7#batch: {size: *s}              | anchors (&) and aliases (*) are not supported",
                "batch: &b {size: 7}#loss: *b              | anchors (&) and aliases (*) are not supported",
                "a: &b {size: 7}#batch:#  <<: *b           | anchors (&) and aliases (*) are not supported",
                "seed: *nowhere                            | line 1: anchors (&) and aliases (*) are not supported",
                "seed: 1#epochs: 1+1#seed: 2               | line 3: \"seed\" is given twice, first in line 1",
                "batch: {size: 1, size: 2}                 | \"batch.size\" is given twice",
                "low-rate: 1#low_rate: 2                   | line 2: \"low_rate\" is given twice, first in line 1",
                "seed: 1#---#seed: 2                       | line 3: a second document begins here",
                "seed: 1#...#seed: 2                       | line",
                "- seed: 1                                 | is not a mapping of keys to values",
                "seed                                      | is not a mapping of keys to values",
                "seed: [1                                  | line",
                "seed: 1#  epochs: 2                       | line 2",
                "seed:#\tepochs: 2                         | TAB"
            })
    void whatAConfigurationHasNoUseForIsRefusedWithItsLine(String text, String message) {
        assertThatThrownBy(() -> ConfigDocument.parse(text.replace('#', '\n') + "\n", "plan.yaml"))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("plan.yaml ")
                .hasMessageContaining(message);
    }

    @Test
    void nestingWithoutEndIsRefused() {
        for (String source : new String[] {"plan.yaml", "plan.json"}) {
            for (String text : new String[] {"{\"seed\": " + "[".repeat(100_000), "{\"a\":".repeat(100_000)}) {
                assertThatThrownBy(() -> ConfigDocument.parse(text, source)).isInstanceOf(ConfigException.class);
            }
        }
    }

    @Test
    void anEmptyFileHasNoKeys() throws IOException {
        for (String text : new String[] {"", "\n\n", "# nothing\n", "---\n", "{}", "null\n", "\uFEFF"}) {
            Path file = Files.writeString(folder.resolve("empty.yaml"), text);

            assertThat(ConfigDocument.read(file).keys()).as(text).isEmpty();
        }
    }

    @Test
    void textThatIsNotUtf8IsRefusedWithItsLine() throws IOException {
        Path latin =
                Files.write(folder.resolve("latin.yaml"), "seed: 1\nmodel: é\n".getBytes(StandardCharsets.ISO_8859_1));
        Path wide = Files.write(folder.resolve("wide.yaml"), "\uFEFFseed: 1\n".getBytes(StandardCharsets.UTF_16LE));

        assertThatThrownBy(() -> ConfigDocument.read(latin))
                .isInstanceOf(ConfigException.class)
                .hasMessage(latin + " line 2 is not UTF-8 text. Save the file as UTF-8.");
        assertThatThrownBy(() -> ConfigDocument.read(wide))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("line 1 is not UTF-8");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstKey() throws IOException {
        Path file = Files.writeString(folder.resolve("mark.yaml"), "\uFEFFseed: 7\n");

        assertThat(ConfigDocument.read(file).keys().required("seed").asString()).isEqualTo("7");
    }

    @Test
    void aFolderAMissingFileAndAHugeOneAreRefused() throws IOException {
        Path huge = Files.write(folder.resolve("huge.yaml"), new byte[1 << 21]);

        assertThatThrownBy(() -> ConfigDocument.read(folder)).hasMessageContaining("is a folder");
        assertThatThrownBy(() -> ConfigDocument.read(folder.resolve("no.yaml"))).hasMessageContaining("no such file");
        assertThatThrownBy(() -> ConfigDocument.read(huge)).hasMessageContaining("more than 1048576 bytes");
    }

    @Test
    void jsonIsReadAlikeWithItsLines() {
        ConfigDocument document =
                ConfigDocument.parse("{\n \"seed\": 7,\n \"batch\": {\n  \"size\": 8}\n}", "plan.json");

        assertThat(document.at("batch.size")).isEqualTo("plan.json line 4");
        assertThat(document.keys().required("batch").required("size").asString())
                .isEqualTo("8");
        assertThatThrownBy(() -> ConfigDocument.parse("{\"seed\": 1, \"seed\": 2}", "plan.json"))
                .hasMessageContaining("\"seed\" is given twice");
        assertThatThrownBy(() -> ConfigDocument.parse("{\"seed\": 1}\n{\"seed\": 2}", "plan.json"))
                .hasMessageContaining("a second document begins here");
    }
}
