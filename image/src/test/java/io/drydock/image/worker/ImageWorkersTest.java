package io.drydock.image.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ImageWorkersTest {
    @Test
    void everyTaskRunsOnceAndProgressCountsUp() {
        AtomicIntegerArray runs = new AtomicIntegerArray(500);
        List<Integer> progress = new ArrayList<>();

        ImageWorkers.forEach(500, 4, runs::incrementAndGet, progress::add);

        assertThat(IntStream.range(0, 500).map(runs::get)).containsOnly(1);
        assertThat(progress).isEqualTo(IntStream.rangeClosed(1, 500).boxed().toList());
    }

    @Test
    void aFailureIsThrownToTheCaller() {
        assertThatThrownBy(() -> ImageWorkers.forEach(
                        100,
                        3,
                        i -> {
                            if (i == 42) {
                                throw new IllegalStateException("forty-two");
                            }
                        },
                        done -> {}))
                .hasMessage("forty-two");
    }

    @Test
    void noTasksAreDoneAtOnce() {
        ImageWorkers.forEach(0, 2, i -> {}, done -> {});
    }
}
