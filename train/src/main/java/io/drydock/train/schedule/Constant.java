package io.drydock.train.schedule;

/** The same value throughout. */
public record Constant(double value) implements Schedule {
    @Override
    public double at(double progress) {
        return value;
    }
}
