package io.drydock.core.predict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WidenedProbabilitiesTest {
    private final Probabilities two =
            new Probabilities(List.of("x.jpg", "y.jpg"), List.of("a", "b"), new double[][] {{.2, .8}, {1, 0}});

    @Test
    void laterClassesHaveProbabilityZero() {
        Probabilities wide = two.widened(List.of("a", "b", "c", "d"));

        assertThat(wide.codes()).containsExactly("a", "b", "c", "d");
        assertThat(wide.row(0)).containsExactly(.2, .8, 0, 0);
        assertThat(wide.predictedCode(0)).isEqualTo("b");
    }

    @Test
    void otherClassesChangeNothing() {
        assertThat(two.widened(List.of("a", "b"))).isSameAs(two);
        assertThat(two.widened(List.of("b", "a", "c"))).isSameAs(two);
        assertThat(two.widened(List.of("a"))).isSameAs(two);
    }
}
