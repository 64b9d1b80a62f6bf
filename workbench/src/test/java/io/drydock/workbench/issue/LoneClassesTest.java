package io.drydock.workbench.issue;

import static org.assertj.core.api.Assertions.assertThat;

import io.drydock.core.data.ClassList;
import io.drydock.core.data.Dataset;
import io.drydock.core.data.LabeledImage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LoneClassesTest {
    private final ClassList classes = ClassList.parse("a,b,c,d=Dinghy");
    private final Dataset data = new Dataset(
            classes,
            List.of(
                    new LabeledImage("a0.jpg", "1", 0),
                    new LabeledImage("a1.jpg", "2", 0),
                    new LabeledImage("b0.jpg", "3", 1),
                    new LabeledImage("c0.jpg", "4", 2),
                    new LabeledImage("c1.jpg", "4", 2),
                    new LabeledImage("d0.jpg", "5", 3),
                    new LabeledImage("d1.jpg", "6", 3)));

    @Test
    void theOnlyImageOfAClassAndCopiesOfOneAreFound() {
        assertThat(LoneClasses.images(data, Map.of())).containsExactlyInAnyOrder("b0.jpg", "c0.jpg", "c1.jpg");
        assertThat(LoneClasses.images(data, Map.of("d0.jpg", "near", "d1.jpg", "near")))
                .containsExactlyInAnyOrder("b0.jpg", "c0.jpg", "c1.jpg", "d0.jpg", "d1.jpg");
    }

    @Test
    void theNoteNamesTheClass() {
        assertThat(LoneClasses.note(List.of(data.images().get(5)), classes).orElseThrow())
                .startsWith("d0.jpg is the only image of class Dinghy (d)");
        assertThat(LoneClasses.note(List.of(), classes)).isEmpty();
    }
}
