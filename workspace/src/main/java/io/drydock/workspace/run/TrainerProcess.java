package io.drydock.workspace.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The process that trains a run, by id and start time, because ids are given again.
 *
 * @param pid process id
 * @param startedAt when it started; the epoch where the system does not tell
 */
record TrainerProcess(long pid, Instant startedAt) {
    private static final Duration CLOCK_STEP = Duration.ofSeconds(2);

    static TrainerProcess current() {
        ProcessHandle self = ProcessHandle.current();
        return new TrainerProcess(self.pid(), self.info().startInstant().orElse(Instant.EPOCH));
    }

    boolean isAlive() {
        Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        return process.isPresent()
                && process.get()
                        .info()
                        .startInstant()
                        .map(started ->
                                Duration.between(started, startedAt).abs().compareTo(CLOCK_STEP) <= 0)
                        .orElse(true);
    }

    boolean isThisOne() {
        return equals(current());
    }
}
