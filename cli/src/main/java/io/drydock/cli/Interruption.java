package io.drydock.cli;

import io.drydock.workbench.train.StopSignal;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * While open, Ctrl-C and a polite kill ask the training to stop and wait until its checkpoint stands. For one thread at a
 * time.
 */
final class Interruption implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    private final StopSignal signal = new StopSignal();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::interrupted, "drydock-interruption");

    Interruption() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    StopSignal signal() {
        return signal;
    }

    private void interrupted() {
        signal.request();
        try {
            ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The machine is going down already, which is what the hook was for.
            return;
        }
    }
}
