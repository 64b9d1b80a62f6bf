package io.drydock.cli;

import io.drydock.workbench.Progress;
import io.drydock.workbench.report.Numbers;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Map;

/**
 * Progress of a long job where there is no terminal to redraw: a line when a task begins and at every further quarter of a
 * long one. Safe for use by many threads.
 */
final class StepLines implements Progress {
    private static final int QUARTERS = 4;
    private static final int LONG = 1_000;

    private final PrintWriter out;
    private final Map<String, Long> told = new HashMap<>();

    StepLines(PrintWriter out) {
        this.out = out;
    }

    @Override
    public synchronized void at(String task, long done, long total) {
        long quarter = total < LONG ? 0 : QUARTERS * done / total;
        Long before = told.get(task);
        if (before == null || quarter > before) {
            told.put(task, quarter);
            out.println(quarter == 0 ? task : task + ", " + Numbers.count(done) + " of " + Numbers.count(total));
            out.flush();
        }
    }
}
