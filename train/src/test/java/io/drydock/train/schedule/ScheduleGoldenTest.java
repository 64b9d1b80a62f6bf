package io.drydock.train.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.drydock.train.Golden;
import io.drydock.train.config.RateConfig;
import io.drydock.train.config.ScheduleConfig;
import io.drydock.train.config.Slice;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Schedules and slices against fast.ai's own numbers. */
class ScheduleGoldenTest {
    private final JsonNode golden = Golden.json("schedules.json");

    @Test
    void oneCycleGivesFastAisRatesAndMomenta() {
        JsonNode cycle = golden.get("one_cycle");
        double[] share = Golden.doubles(cycle.get("pct"));
        double[] rates = Golden.doubles(cycle.get("lr"));
        double[] momenta = Golden.doubles(cycle.get("momentum"));

        Schedule rate = Schedule.rate(ScheduleConfig.ONE_CYCLE, 0.003);
        Schedule momentum = Schedule.momentum(ScheduleConfig.ONE_CYCLE, 0.9);

        for (int i = 0; i < share.length; i++) {
            assertThat(rate.at(share[i])).isCloseTo(rates[i], within(1e-10 + 1e-7 * rates[i]));
            assertThat(momentum.at(share[i])).isCloseTo(momenta[i], within(1e-7));
        }
    }

    @Test
    void slicesSpreadRatesOverGroupsAsFastAi() {
        assertThat(Slice.of(1e-4, 1e-2, 3))
                .containsExactly(Golden.doubles(golden.get("slice(1e-4,1e-2) over 3 groups")), within(1e-12));
        assertThat(RateConfig.slice(3e-3, 1e-4, 1e-2).peaks())
                .containsExactly(Golden.doubles(golden.get("slice(1e-4,1e-2) over 3 groups")), within(1e-12));
        assertThat(RateConfig.slice(1e-3, 0, 1e-4).peaks()).isEqualTo(Slice.of(1e-4, 3));
        assertThat(Slice.of(1e-4, 3))
                .containsExactly(Golden.doubles(golden.get("slice(1e-4) over 3 groups")), within(1e-12));
    }

    @Test
    void warmUpRisesStraightAndFallsToZero() {
        Schedule schedule = new WarmUpCosine(4e-4, 0.15);

        assertThat(schedule.at(0)).isZero();
        assertThat(schedule.at(0.075)).isCloseTo(2e-4, within(1e-12));
        assertThat(schedule.at(0.15)).isCloseTo(4e-4, within(1e-12));
        assertThat(schedule.at(1)).isCloseTo(0, within(1e-12));
    }
}
