package io.drydock.cli;

import io.drydock.workbench.Progress;
import java.io.PrintWriter;
import java.util.Locale;

/** Redraws one line of a terminal with the task, a bar and the share done. Safe for use by many threads. */
final class ProgressBar implements Progress {
    private static final int WIDTH = 28;
    private static final long REDRAW_NANOS = 100_000_000L;

    private final PrintWriter err;
    private long lastNanos;
    private String lastTask = "";

    ProgressBar(PrintWriter err) {
        this.err = err;
    }

    @Override
    public synchronized void at(String task, long done, long total) {
        long now = System.nanoTime();
        boolean finished = done >= total;
        if (!finished && task.equals(lastTask) && now - lastNanos < REDRAW_NANOS) {
            return;
        }
        lastTask = task;
        lastNanos = now;
        int filled = total == 0 ? WIDTH : (int) (WIDTH * Math.min(done, total) / total);
        err.print(String.format(
                Locale.ROOT,
                "\r%-22s %s%s %,d/%,d ",
                task,
                "█".repeat(filled),
                "░".repeat(WIDTH - filled),
                done,
                total));
        if (finished) {
            err.print("\r" + " ".repeat(WIDTH + 50) + "\r");
        }
        err.flush();
    }
}
