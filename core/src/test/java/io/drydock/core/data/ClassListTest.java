package io.drydock.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drydock.core.error.ConfigException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassListTest {
    @Test
    void codesAndNamesAreRead() {
        ClassList classes = ClassList.parse("1=Cargo, 2 = Military ,other");

        assertThat(classes.codes()).containsExactly("1", "2", "other");
        assertThat(classes.names()).containsExactly("Cargo", "Military", "other");
    }

    @Test
    void aClassIsShownByItsNameWithTheCodeBehindIt() {
        ClassList classes = ClassList.parse("1=Cargo,other");

        assertThat(classes.shown("1")).isEqualTo("Cargo (1)");
        assertThat(classes.shown("other")).isEqualTo("other");
        assertThat(classes.shown("7")).isEqualTo("7");
    }

    @Test
    void aCodeThatStandsTwiceOrLacksIsAnError() {
        assertThatThrownBy(() -> ClassList.parse("1=Cargo,1=Military"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("\"1\" stands twice");
        assertThatThrownBy(() -> ClassList.parse("1=Cargo,,3=x")).isInstanceOf(ConfigException.class);
        assertThatThrownBy(() -> ClassList.parse("=Cargo")).isInstanceOf(ConfigException.class);
    }

    @Test
    void numbersAreOrderedAsNumbers() {
        assertThat(ClassList.derivedFrom(List.of("10", "9", "-1", "2.5", "9")).codes())
                .containsExactly("-1", "2.5", "9", "10");
    }

    @Test
    void theDataHashDoesNotDependOnTheOrderOfRows() {
        ClassList classes = ClassList.ofCodes(List.of("a", "b"));
        LabeledImage one = new LabeledImage("1.jpg", "aa", 0);
        LabeledImage two = new LabeledImage("2.jpg", "bb", 1);

        assertThat(new Dataset(classes, List.of(one, two)).sha256())
                .isEqualTo(new Dataset(classes, List.of(two, one)).sha256())
                .isNotEqualTo(new Dataset(classes, List.of(one, new LabeledImage("2.jpg", "bb", 0))).sha256())
                .matches("[0-9a-f]{64}");
    }
}
