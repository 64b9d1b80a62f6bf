package io.drydock.core.thread;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes threads that never keep the program alive: for work whose result nobody is left to use once the program wants
 * to end. They are numbered, so that a thread dump tells them apart. Safe for use by many threads.
 */
public final class DaemonThreads implements ThreadFactory {
    private final String name;
    private final AtomicInteger made = new AtomicInteger();

    private DaemonThreads(String name) {
        this.name = name;
    }

    /**
     * Threads called {@code drydock-<name>-<number>}.
     *
     * @param name what they are for
     */
    public static DaemonThreads named(String name) {
        return new DaemonThreads(name);
    }

    /** A thread that is not started yet. */
    @Override
    public Thread newThread(Runnable work) {
        Thread thread = new Thread(work, "drydock-" + name + "-" + made.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }
}
