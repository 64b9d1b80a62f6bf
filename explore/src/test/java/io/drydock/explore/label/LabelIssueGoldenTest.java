package io.drydock.explore.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LabelIssueGoldenTest {
    private final List<String> images = new ArrayList<>();
    private final LabelEvidence evidence = readEvidence();
    private final ConfidentJoint joint = ConfidentJoint.of(evidence);
    private final JsonNode golden = readGolden();

    @Test
    void theConfidentJointEqualsTheGoldenOne() {
        for (int c = 0; c < evidence.classes(); c++) {
            assertThat(joint.thresholds()[c])
                    .isCloseTo(golden.get("thresholds").get(c).doubleValue(), within(1e-12));
            for (int other = 0; other < evidence.classes(); other++) {
                assertThat(joint.uncalibrated()[c][other])
                        .isEqualTo(golden.get("confident_joint_uncalibrated")
                                .get(c)
                                .get(other)
                                .intValue());
                assertThat(joint.calibrated()[c][other])
                        .isEqualTo(golden.get("confident_joint_calibrated")
                                .get(c)
                                .get(other)
                                .intValue());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyFilterFlagsExactlyTheGoldenImages(LabelFilter filter) {
        BitSet flagged = filter.flagged(evidence, joint);
        TreeSet<String> expected = new TreeSet<>();
        golden.get("filters")
                .get(filter.name().toLowerCase(Locale.ROOT))
                .get("images")
                .forEach(image -> expected.add(image.stringValue()));

        assertThat(new TreeSet<>(flagged.stream().mapToObj(images::get).toList()))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void everyScoreOrdersTheLowestHundredAsTheGoldenOne(LabelScore score) {
        double[] scores = score.of(evidence);
        JsonNode expected = golden.get("scores").get(score.name().toLowerCase(Locale.ROOT));
        List<Integer> order = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> scores[i]).thenComparing(images::get))
                .toList();

        for (int k = 0; k < 100; k++) {
            JsonNode pair = expected.get("lowest_100").get(k);
            assertThat(images.get(order.get(k))).isEqualTo(pair.get(0).stringValue());
            assertThat(scores[order.get(k)]).isCloseTo(pair.get(1).doubleValue(), within(1e-9));
        }
        assertThat(java.util.Arrays.stream(scores).average().orElseThrow())
                .isCloseTo(expected.get("mean").doubleValue(), within(1e-9));
    }

    private LabelEvidence readEvidence() {
        List<Integer> labels = new ArrayList<>();
        List<double[]> rows = new ArrayList<>();
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(resource("label-issues.csv"), StandardCharsets.UTF_8))) {
            reader.readLine();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] cells = line.split(",", -1);
                images.add(cells[0]);
                labels.add(Integer.parseInt(cells[1]) - 1);
                rows.add(IntStream.range(2, cells.length)
                        .mapToDouble(c -> Double.parseDouble(cells[c]))
                        .toArray());
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return new LabelEvidence(labels.stream().mapToInt(Integer::intValue).toArray(), rows.toArray(double[][]::new));
    }

    private static JsonNode readGolden() {
        return JsonMapper.shared().readTree(resource("label-issues.json"));
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(LabelIssueGoldenTest.class.getResourceAsStream("/golden/" + name), name);
    }
}
