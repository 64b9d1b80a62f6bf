package io.drydock.train.finder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.drydock.core.error.TrainingException;
import io.drydock.train.Golden;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Suggestions against fast.ai's own on the same curve. */
class LossCurveGoldenTest {
    @Test
    void suggestsWhatFastAiSuggests() {
        JsonNode find = Golden.json("schedules.json").get("lr_find");
        LossCurve curve = new LossCurve(Golden.doubles(find.get("lrs")), Golden.doubles(find.get("losses")));

        RateSuggestions found = curve.trimmed(100).suggestions();

        JsonNode expected = find.get("suggestions");
        assertThat(found.valley()).isCloseTo(expected.get("valley").asDouble(), withinPercentage(1e-4));
        assertThat(found.slide()).isCloseTo(expected.get("slide").asDouble(), withinPercentage(1e-4));
        assertThat(found.minimum()).isCloseTo(expected.get("minimum").asDouble(), withinPercentage(1e-4));
        assertThat(found.steep()).isCloseTo(expected.get("steep").asDouble(), withinPercentage(1e-4));
    }

    @Test
    void aCurveThatBrokeOffAtOnceSuggestsNothing() {
        LossCurve curve = new LossCurve(new double[12], new double[12]);

        assertThatThrownBy(() -> curve.trimmed(100))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("12 steps");
    }
}
