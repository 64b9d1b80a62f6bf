package io.drydock.workbench;

/** Hears how far an operation is; may be called from any thread, often. */
@FunctionalInterface
public interface Progress {
    /** Hears nothing. */
    Progress NONE = (task, done, total) -> {};

    /**
     * Hears how far a task is.
     *
     * @param task what is being done, such as "reading images"
     * @param done units finished, in [0, total]
     * @param total units in all
     */
    void at(String task, long done, long total);
}
