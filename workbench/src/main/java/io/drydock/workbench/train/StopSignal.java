package io.drydock.workbench.train;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/** Asks a training to write a checkpoint and end. Safe for use by many threads. */
public final class StopSignal implements BooleanSupplier {
    private final AtomicBoolean requested = new AtomicBoolean();

    /** Asks; the training ends after its present step. */
    public void request() {
        requested.set(true);
    }

    /** Whether somebody has asked. */
    @Override
    public boolean getAsBoolean() {
        return requested.get();
    }
}
