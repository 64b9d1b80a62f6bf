package io.drydock.explore.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.drydock.core.finding.FindingKind;
import io.drydock.core.random.RandomStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PictureChecksTest {
    private final RandomStream random = RandomStream.of(3, "checks");

    @Test
    void anOrdinarySetHasHardlyAFlag() {
        for (CheckResult result : PictureChecks.of(ordinary(1000))) {
            assertThat(result.flags()).as(result.kind().key()).hasSizeLessThan(6);
        }
    }

    @Test
    void aNightPictureIsDarkAmongDaysAndOrdinaryAmongNights() {
        List<MeasuredPicture> days = ordinary(300);
        days.add(with("dark", 0.2));
        List<MeasuredPicture> nights = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            nights.add(with("dark", random.uniform(0.15, 0.3)));
        }

        assertThat(result(FindingKind.DARK, days).flags()).singleElement().satisfies(flag -> {
            assertThat(flag.row()).isEqualTo(300);
            assertThat(flag.score()).isLessThan(0.5);
        });
        assertThat(result(FindingKind.DARK, nights).flags()).isEmpty();
    }

    @Test
    void clusteredSizesAreNotOddAndALoneOneIs() {
        List<MeasuredPicture> pictures = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            pictures.add(i % 3 == 0 ? sized(140, 210) : i % 3 == 1 ? sized(100, 150) : sized(480, 640));
        }
        pictures.add(sized(2000, 3000));
        pictures.add(sized(100, 400));

        assertThat(result(FindingKind.ODD_SIZE, pictures).flags())
                .extracting(Flag::row)
                .containsExactly(300);
        assertThat(result(FindingKind.ODD_ASPECT, pictures).flags())
                .extracting(Flag::row)
                .containsExactly(301);
    }

    @Test
    void grayIsToldByHowItIsStoredAndTintedApart() {
        List<MeasuredPicture> pictures = ordinary(50);
        pictures.add(new MeasuredPicture(140, 210, true, gray(0, 1)));
        pictures.add(new MeasuredPicture(140, 210, false, gray(0, 1)));
        pictures.add(new MeasuredPicture(140, 210, false, gray(9, 0)));
        pictures.add(with("tint", 1.0));

        assertThat(result(FindingKind.GRAY, pictures).flags())
                .extracting(flag -> flag.evidence().get("gray"))
                .containsExactly("stored", "exact", "near");
        assertThat(result(FindingKind.TINTED, pictures).flags())
                .extracting(Flag::row)
                .containsExactly(53);
    }

    @Test
    void theHistogramNamesTheThreshold() {
        List<MeasuredPicture> pictures = ordinary(100);
        pictures.add(with("border", 0.2));

        CheckResult border = result(FindingKind.BORDER, pictures);

        assertThat(border.rule()).isEqualTo("1 above 0.0100");
        assertThat(border.histogram().svg()).contains("1 above 0.0100");
    }

    private static CheckResult result(FindingKind kind, List<MeasuredPicture> pictures) {
        return PictureChecks.of(pictures).stream()
                .filter(each -> each.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private List<MeasuredPicture> ordinary(int count) {
        List<MeasuredPicture> pictures = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            pictures.add(new MeasuredPicture(140, 210, false, measures()));
        }
        return pictures;
    }

    private Map<String, Double> measures() {
        Map<String, Double> measures = new HashMap<>();
        measures.put("dark", 0.9 + 0.04 * random.nextGaussian());
        measures.put("light", 0.2 + 0.06 * random.nextGaussian());
        measures.put("contrast", 0.2 * Math.exp(0.2 * random.nextGaussian()));
        measures.put("sharpness", 60 * Math.exp(0.3 * random.nextGaussian()));
        measures.put("entropy", 7.2 + 0.2 * random.nextGaussian());
        measures.put("channel_spread", 90 + 10 * random.nextGaussian());
        measures.put("exactly_gray", 0.0);
        measures.put("tint", 20 + 2 * random.nextGaussian());
        measures.put("border", 0.0);
        return measures;
    }

    private MeasuredPicture with(String name, double value) {
        Map<String, Double> measures = measures();
        measures.put(name, value);
        return new MeasuredPicture(140, 210, false, measures);
    }

    private MeasuredPicture sized(int height, int width) {
        return new MeasuredPicture(height, width, false, measures());
    }

    private Map<String, Double> gray(double spread, double exact) {
        Map<String, Double> measures = measures();
        measures.put("channel_spread", spread);
        measures.put("exactly_gray", exact);
        measures.put("tint", 1.0);
        return measures;
    }
}
