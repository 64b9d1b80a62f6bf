package io.drydock.cli;

import io.drydock.core.data.UnusableRow;
import java.io.PrintWriter;
import java.util.List;

/** Rows that were left out, as a terminal shows them. Safe for use by many threads. */
final class UnusableText {
    private static final int SHOWN = 12;

    private UnusableText() {}

    /** Prints the first rows and says how many more there are; nothing when there are none. */
    static void print(List<UnusableRow> rows, PrintWriter out) {
        if (rows.isEmpty()) {
            return;
        }
        out.println();
        out.println(rows.size() == 1 ? "1 row or file is left out:" : rows.size() + " rows or files are left out:");
        rows.stream().limit(SHOWN).forEach(row -> out.println("  " + row.described()));
        if (rows.size() > SHOWN) {
            out.println("  and " + (rows.size() - SHOWN) + " more; --json lists all");
        }
        out.println();
    }
}
