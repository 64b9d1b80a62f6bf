package io.drydock.explore.cue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.drydock.core.random.RandomStream;
import io.drydock.explore.cue.Association.Trait;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class CueTest {
    private static final int SIZE = 1200;

    @Test
    void aMeasureThatTellsNothingGainsNothing() {
        Cue cue = cue("noise", noise(), labels());

        assertThat(cue.gain().value()).isCloseTo(0, within(0.03));
        assertThat(cue.balanced().value()).isCloseTo(1 / 3.0, within(0.05));
        assertThat(cue.notable()).isFalse();
    }

    @Test
    void aMeasureThatGivesAClassAwayIsSeen() {
        double[] values = noise();
        int[] labels = labels();
        for (int i = 0; i < SIZE; i++) {
            values[i] += labels[i] == 2 ? 0.8 : 0;
        }

        Cue cue = cue("brightness", values, labels);

        assertThat(cue.notable()).isTrue();
        assertThat(cue.accuracy()).isGreaterThan(cue.majority());
        assertThat(cue.balanced().low()).isGreaterThan(0.5);
    }

    @Test
    void oneFrequentValueHasABinOfItsOwn() {
        double[] values = noise();
        int[] labels = labels();
        for (int i = 0; i < SIZE; i++) {
            values[i] = labels[i] == 1 ? 0.5 : values[i];
        }

        assertThat(cue("size", values, labels).accuracy()).isGreaterThan(0.6);
    }

    @Test
    void aTraitOfOneClassIsAssociatedWithItAndNoOther() {
        int[] labels = labels();
        BitSet gray = new BitSet();
        BitSet random = new BitSet();
        RandomStream stream = RandomStream.of(2, "traits");
        for (int i = 0; i < SIZE; i++) {
            gray.set(i, stream.chance(labels[i] == 2 ? 0.3 : 0.03));
            random.set(i, stream.chance(0.1));
        }

        List<Association> found =
                Association.find(List.of(new Trait("gray", gray), new Trait("chance", random)), labels, 3);

        assertThat(found).hasSize(1);
        assertThat(found.get(0).trait()).isEqualTo("gray");
        assertThat(found.get(0).label()).isEqualTo(2);
        assertThat(found.get(0).precision()).isCloseTo(0.67, within(0.1));
    }

    private static Cue cue(String name, double[] values, int[] labels) {
        return Cue.among(List.of(new Measure(name, values)), labels, 3, folds()).get(0);
    }

    private static double[] noise() {
        RandomStream random = RandomStream.of(1, "values");
        double[] values = new double[SIZE];
        for (int i = 0; i < SIZE; i++) {
            values[i] = random.nextDouble();
        }
        return values;
    }

    private static int[] labels() {
        int[] labels = new int[SIZE];
        for (int i = 0; i < SIZE; i++) {
            labels[i] = i % 6 < 3 ? 0 : i % 6 < 5 ? 1 : 2;
        }
        return labels;
    }

    private static int[] folds() {
        int[] folds = new int[SIZE];
        for (int i = 0; i < SIZE; i++) {
            folds[i] = i / 6 % 5;
        }
        return folds;
    }
}
