package io.drydock.core.data;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Sums up rows that were left out. Safe for use by many threads. */
public final class UnusableRows {
    private static final int SHOWN = 5;

    private UnusableRows() {}

    /** How many rows fell to each reason, in the order of the reasons. */
    public static Map<Reason, Integer> byReason(List<UnusableRow> rows) {
        Map<Reason, Integer> counts = new EnumMap<>(Reason.class);
        rows.forEach(row -> counts.merge(row.reason(), 1, Integer::sum));
        return counts;
    }

    /** The first few, each on a line of its own, for the end of a message. */
    public static String examples(List<UnusableRow> rows) {
        StringBuilder text = new StringBuilder();
        rows.stream().limit(SHOWN).forEach(row -> text.append("\n  ").append(row.described()));
        if (rows.size() > SHOWN) {
            text.append("\n  and ").append(rows.size() - SHOWN).append(" more");
        }
        return text.toString();
    }
}
