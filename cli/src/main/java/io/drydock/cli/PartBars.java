package io.drydock.cli;

import io.drydock.core.split.Part;
import io.drydock.core.text.TextTable;
import io.drydock.workbench.report.Numbers;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Classes of each part beside each other: counts, shares and a bar of the share. Safe for use by many threads. */
final class PartBars {
    private static final int BAR_WIDTH = 16;

    private PartBars() {}

    /** Images of a class in a part. */
    interface Counts {
        int of(Part part, int classIndex);
    }

    /** Prints one line a class and one for the sums. */
    static void print(List<Part> parts, List<String> names, Counts counts, PrintWriter out) {
        List<String> header = new ArrayList<>(List.of("class"));
        for (Part part : parts) {
            header.addAll(List.of(part.key(), "share", ""));
        }
        TextTable table = new TextTable(header.toArray(String[]::new));
        for (int c = 0; c < names.size(); c++) {
            int index = c;
            List<Object> row = new ArrayList<>(List.of(names.get(c)));
            for (Part part : parts) {
                double share = (double) counts.of(part, index) / Math.max(1, sum(part, names.size(), counts));
                row.add(Numbers.count(counts.of(part, index)));
                row.add(Numbers.percent(share));
                row.add("█".repeat((int) Math.round(share * BAR_WIDTH)));
            }
            table.row(row.toArray());
        }
        List<Object> sums = new ArrayList<>(List.of("all"));
        for (Part part : parts) {
            sums.addAll(List.of(Numbers.count(sum(part, names.size(), counts)), "", ""));
        }
        out.println(table.row(sums.toArray()));
    }

    private static int sum(Part part, int classes, Counts counts) {
        return IntStream.range(0, classes).map(c -> counts.of(part, c)).sum();
    }
}
