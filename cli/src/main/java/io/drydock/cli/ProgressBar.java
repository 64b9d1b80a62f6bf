package io.drydock.cli;

import io.drydock.core.text.TextWidth;
import io.drydock.workbench.Progress;
import java.io.PrintWriter;
import java.util.Locale;

/** Redraws one line of a terminal with the task, a bar and the share done. Safe for use by many threads. */
final class ProgressBar implements Progress {
    private static final int TASK_WIDTH = 22;
    private static final int LONGEST = 28;
    private static final int SHORTEST = 5;
    private static final long REDRAW_NANOS = 100_000_000L;

    private final TerminalLine line;
    private long lastNanos;
    private String lastTask = "";

    /** @param columns of the terminal */
    ProgressBar(PrintWriter err, int columns) {
        this.line = new TerminalLine(err, columns);
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
        String count = String.format(Locale.ROOT, " %,d/%,d", done, total);
        String padded = task + " ".repeat(Math.max(1, TASK_WIDTH + 1 - TextWidth.of(task)));
        int room = Math.min(LONGEST, line.room() - TextWidth.of(padded) - count.length());
        line.draw(
                room < SHORTEST
                        ? task + count
                        : padded + TerminalLine.bar(room, total == 0 ? 1 : (double) done / total) + count);
        if (finished) {
            line.clear();
        }
    }
}
