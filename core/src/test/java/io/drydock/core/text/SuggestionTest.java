package io.drydock.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionTest {
    private static final List<String> KNOWN = List.of("resnet18", "resnet50", "densenet121", "tf_efficientnet_lite0");

    @Test
    void theNearestWordIsFound() {
        assertThat(Suggestion.nearest("resnet5O", KNOWN)).contains("resnet50");
        assertThat(Suggestion.nearest("RESNET50", KNOWN)).contains("resnet50");
        assertThat(Suggestion.nearest("densnet121", KNOWN)).contains("densenet121");
        assertThat(Suggestion.nearest("tf_effi", KNOWN)).contains("tf_efficientnet_lite0");
    }

    @Test
    void aWordFarFromAllIsNotGuessed() {
        assertThat(Suggestion.nearest("vit_base", KNOWN)).isEmpty();
        assertThat(Suggestion.nearest("7", List.of("1", "2"))).isEmpty();
        assertThat(Suggestion.didYouMean("vit_base", KNOWN)).isEmpty();
    }

    @Test
    void aSwapOfNeighborsIsOneStep() {
        assertThat(Suggestion.distance("crago", "cargo")).isEqualTo(1);
        assertThat(Suggestion.distance("", "abc")).isEqualTo(3);
        assertThat(Suggestion.distance("kitten", "sitting")).isEqualTo(3);
    }
}
