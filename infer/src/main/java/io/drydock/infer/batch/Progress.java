package io.drydock.infer.batch;

/** Hears how far a job over many pictures has come; called by one thread at a time, with growing counts. */
@FunctionalInterface
public interface Progress {
    /** Hears nothing. */
    Progress NONE = (done, total) -> {};

    /**
     * Hears of the progress so far.
     *
     * @param done pictures finished or skipped so far
     * @param total pictures of the job
     */
    void at(int done, int total);
}
