package io.drydock.cli;

import io.drydock.core.data.UnusableRow;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows that were left out, as a terminal shows them. Safe for use by many threads. */
final class UnusableText {
    /** Rows of one source and reason that are listed one by one; more become one line. */
    private static final int FEW = 3;

    private UnusableText() {}

    /** Prints a line a row, or one for many that are alike; nothing when there are none. */
    static void print(List<UnusableRow> rows, PrintWriter out) {
        if (rows.isEmpty()) {
            return;
        }
        out.println();
        out.println(rows.size() == 1 ? "1 row or file is left out:" : rows.size() + " rows or files are left out:");
        Map<String, List<UnusableRow>> alike = new LinkedHashMap<>();
        rows.forEach(row -> alike.computeIfAbsent(row.source() + " " + row.reason(), any -> new ArrayList<>())
                .add(row));
        boolean some = false;
        for (List<UnusableRow> group : alike.values()) {
            UnusableRow first = group.get(0);
            if (group.size() > FEW) {
                some = true;
                out.println("  " + group.size() + " times "
                        + first.reason().key().replace('_', ' ') + ", such as " + first.described());
            } else {
                group.forEach(row -> out.println("  " + row.described()));
            }
        }
        if (some) {
            out.println("  --json lists all of them.");
        }
        out.println();
    }
}
