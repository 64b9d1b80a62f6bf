package io.drydock.core.thread;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DaemonThreadsTest {
    @Test
    void threadsAreNumberedAndDoNotKeepTheProgramAlive() {
        DaemonThreads threads = DaemonThreads.named("views");
        Thread first = threads.newThread(() -> {});
        Thread second = threads.newThread(() -> {});

        assertThat(first.getName()).isEqualTo("drydock-views-1");
        assertThat(second.getName()).isEqualTo("drydock-views-2");
        assertThat(first.isDaemon()).isTrue();
        assertThat(first.getState()).isEqualTo(Thread.State.NEW);
    }
}
