package io.drydock.explore.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sets full of ties, with what cleanlab 2.9.0 makes of them ({@code golden/label-ties.py}). Sets in which its result depends on
 * the CPU's sort are left out.
 */
class LabelTieTest {
    /** One set. */
    record Tied(int seed, LabelEvidence evidence, JsonNode expected) {
        @Override
        public String toString() {
            return "set " + seed;
        }
    }

    static Stream<Tied> sets() {
        JsonNode sets = JsonMapper.shared()
                .readTree(Objects.requireNonNull(LabelTieTest.class.getResourceAsStream("/golden/label-ties.json")));
        return StreamSupport.stream(sets.spliterator(), false)
                .map(set -> new Tied(
                        set.get("seed").intValue(),
                        new LabelEvidence(
                                numbers(set.get("labels")).stream()
                                        .mapToInt(Double::intValue)
                                        .toArray(),
                                StreamSupport.stream(set.get("probabilities").spliterator(), false)
                                        .map(row -> numbers(row).stream()
                                                .mapToDouble(Double::doubleValue)
                                                .toArray())
                                        .toArray(double[][]::new)),
                        set));
    }

    @ParameterizedTest
    @MethodSource("sets")
    void everyFilterAndScoreIsThatOfCleanlab(Tied set) {
        ConfidentJoint joint = ConfidentJoint.of(set.evidence());
        for (int c = 0; c < set.evidence().classes(); c++) {
            assertThat(IntStream.of(joint.calibrated()[c]).boxed().toList())
                    .isEqualTo(integers(set.expected().get("joint").get(c)));
        }
        for (LabelFilter filter : LabelFilter.values()) {
            assertThat(filter.flagged(set.evidence(), joint).stream().boxed().toList())
                    .as(filter.name())
                    .isEqualTo(integers(set.expected().get("filters").get(lower(filter))));
        }
        for (LabelScore score : LabelScore.values()) {
            double[] scores = score.of(set.evidence());
            List<Double> expected = numbers(set.expected().get("scores").get(lower(score)));
            for (int i = 0; i < scores.length; i++) {
                assertThat(scores[i]).as(score.name()).isCloseTo(expected.get(i), within(1e-9));
            }
        }
    }

    @Test
    void aLabelThatTiesForMostProbableIsNotFlagged() {
        LabelEvidence evidence = new LabelEvidence(
                new int[] {1, 1, 1, 0, 0},
                new double[][] {{.5, .5}, {.5000004, .4999996}, {.6, .4}, {.9, .1}, {.4, .6}});

        assertThat(LabelFilter.PREDICTED_NEQ_GIVEN.flagged(evidence, ConfidentJoint.of(evidence)).stream())
                .containsExactly(2, 4);
    }

    private static String lower(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }

    private static List<Double> numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::doubleValue)
                .toList();
    }

    private static List<Integer> integers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::intValue)
                .toList();
    }
}
