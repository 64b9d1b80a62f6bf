package io.drydock.cli;

import io.drydock.core.split.Part;
import io.drydock.core.text.TextBars;
import io.drydock.core.text.TextTable;
import io.drydock.workbench.inspect.ClassCount;
import io.drydock.workbench.inspect.Inspection;
import io.drydock.workbench.inspect.Shift;
import io.drydock.workbench.inspect.SizeCount;
import io.drydock.workbench.report.Numbers;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

/** An inspection as a terminal shows it. For one thread at a time. */
final class InspectText {
    private static final int BAR_WIDTH = 36;
    private static final int SIZES_SHOWN = 5;

    private final PrintWriter out;

    InspectText(PrintWriter out) {
        this.out = out;
    }

    void print(Inspection inspection) {
        int both = inspection.inBothLists().size();
        out.println(inspection.name() + ": " + Numbers.of(inspection.files(), "image", "images") + ", "
                + Numbers.count(inspection.labeled().size()) + " labelled, "
                + Numbers.count(inspection.test().size()) + " to predict"
                + (both == 0 ? "" : " (" + Numbers.count(both) + " in both lists, counted once)")
                + (inspection.pool() == 0 ? "" : ", " + Numbers.count(inspection.pool()) + " unlabeled in the pool"));
        out.println();
        classes(inspection);
        shapes(inspection);
        shift(inspection);
        DamagedText.print(inspection.damaged(), out);
        UnusableText.print(inspection.unusable(), out);
        copies(inspection);
    }

    private void classes(Inspection inspection) {
        TextBars all = new TextBars(BAR_WIDTH);
        inspection.classes().forEach(count -> all.bar(name(count), count.count()));
        out.print(all);
        if (!Double.isNaN(inspection.imbalanceRatio())) {
            out.println("The largest class has " + Numbers.fixed(inspection.imbalanceRatio(), 1)
                    + " times as many images as the smallest.");
        }
        out.println();
        if (inspection.split().isPresent()) {
            out.println("Split " + inspection.split().getAsInt());
            PartBars.print(
                    List.of(Part.TRAIN, Part.VALID),
                    inspection.classes().stream().map(InspectText::name).toList(),
                    (part, index) -> inspection.classes().get(index).parts().getOrDefault(part, 0),
                    out);
        }
    }

    private static String name(ClassCount count) {
        return count.label().name();
    }

    private void shapes(Inspection inspection) {
        String sizes = inspection.sizes().stream()
                .limit(SIZES_SHOWN)
                .map(InspectText::size)
                .collect(Collectors.joining(", "));
        int more = inspection.sizes().size() - SIZES_SHOWN;
        out.println("Sizes   " + sizes + (more > 0 ? " and " + Numbers.of(more, "other", "others") : ""));
        out.println("Modes   "
                + inspection.modes().entrySet().stream()
                        .map(mode -> mode.getKey() + " " + Numbers.count(mode.getValue()))
                        .collect(Collectors.joining(", "))
                + "; exactly gray " + Numbers.count(inspection.exactlyGray()));
        long bytes = inspection.images().stream()
                .mapToLong(image -> image.sizeBytes())
                .sum();
        out.println("Files   " + Numbers.bytes(bytes) + ", "
                + Numbers.bytes((double) bytes / Math.max(1, inspection.images().size())) + " on average");
        out.println();
    }

    private static String size(SizeCount size) {
        return size.size() + " " + Numbers.count(size.count());
    }

    private void shift(Inspection inspection) {
        if (inspection.shift().isEmpty()) {
            return;
        }
        TextTable table = new TextTable("labelled against test", "labelled", "test", "distance", "p-value", "");
        for (Shift shift : inspection.shift()) {
            int decimals = Math.abs(shift.labeledMean()) < 10 ? 3 : 1;
            table.row(
                    shift.feature().replace('_', ' '),
                    Numbers.fixed(shift.labeledMean(), decimals),
                    Numbers.fixed(shift.testMean(), decimals),
                    Numbers.fixed(shift.distance(), 3),
                    Numbers.pValue(shift.pValue()),
                    shift.notable() ? "differs" : "");
        }
        out.println(table);
    }

    private void copies(Inspection inspection) {
        inspection
                .grayestClass()
                .ifPresent(count ->
                        out.println("Most gray images are " + count.label().name() + ": "
                                + Numbers.count(count.exactlyGray()) + ", "
                                + Numbers.percent((double) count.exactlyGray() / count.count()) + " of that class."));
        if (!inspection.inBothLists().isEmpty()) {
            out.println(Numbers.of(inspection.inBothLists().size(), "image stands", "images stand")
                    + " in the labelled and in the test list (first: "
                    + inspection.inBothLists().get(0)
                    + "): a leak, since what is to be predicted was trained on. Take them out of one list.");
        }
        int groups = inspection.duplicates().size();
        if (groups == 0) {
            out.println("No exact copies.");
            return;
        }
        long rest = groups - inspection.conflicts() - inspection.leaks();
        out.println(Numbers.of(groups, "group", "groups") + " of exact copies: " + inspection.conflicts()
                + " with conflicting labels, " + inspection.leaks() + " across parts, " + rest + " harmless.");
    }
}
