package io.drydock.infer.batch;

/** Takes the row of a picture when it is computed; called by one thread at a time, in no particular order. */
@FunctionalInterface
public interface RowSink {
    /**
     * Takes one row.
     *
     * @param index position of the picture in the job
     * @param row its numbers, reused afterwards: copy what is kept
     */
    void accept(int index, float[] row);
}
