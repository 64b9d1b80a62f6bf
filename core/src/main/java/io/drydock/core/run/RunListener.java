package io.drydock.core.run;

/** Hears the events of a training, in order, on the thread that trains. */
@FunctionalInterface
public interface RunListener {
    void accept(RunEvent event);

    /** Hears nothing. */
    static RunListener silent() {
        return event -> {};
    }

    /** Both hear every event, this one first. */
    default RunListener and(RunListener other) {
        return event -> {
            accept(event);
            other.accept(event);
        };
    }
}
