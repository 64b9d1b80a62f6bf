package io.drydock.workbench.report;

import io.drydock.core.chart.BarChart;
import io.drydock.core.chart.BarSeries;
import io.drydock.core.split.Part;
import io.drydock.workbench.inspect.ClassCount;
import io.drydock.workbench.inspect.Inspection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How many images each class has, in the set and in each part. Safe for use by many threads. */
final class ClassSections {
    private ClassSections() {}

    static void add(ReportPage page, Inspection inspection) {
        page.section("Classes", lead(inspection), table(inspection), gray(inspection), parts(inspection));
    }

    private static String lead(Inspection inspection) {
        Comparator<ClassCount> byCount = Comparator.comparingInt(ClassCount::count);
        Optional<ClassCount> largest = inspection.classes().stream().max(byCount);
        Optional<ClassCount> smallest = inspection.classes().stream().min(byCount);
        if (largest.isEmpty() || smallest.isEmpty() || Double.isNaN(inspection.imbalanceRatio())) {
            return "At least one class has no image.";
        }
        return largest.get().label().name() + " has " + Numbers.fixed(inspection.imbalanceRatio(), 1)
                + " times as many images as " + smallest.get().label().name() + ". Always answering "
                + largest.get().label().name() + " would be right for "
                + Numbers.percent(largest.get().share()) + " of them.";
    }

    private static Html table(Inspection inspection) {
        ReportTable table =
                new ReportTable().column("Class").column("").numbers("Images").numbers("Share");
        boolean split = inspection.split().isPresent();
        if (split) {
            table.numbers("Train").numbers("Valid");
        }
        table.numbers("Exactly gray");
        double largest = inspection.classes().stream()
                .mapToDouble(ClassCount::share)
                .max()
                .orElse(1);
        for (ClassCount count : inspection.classes()) {
            List<Html> row = new ArrayList<>();
            row.add(name(count));
            row.add(Html.meter(count.share() / Math.max(largest, 1e-9), ""));
            row.add(Html.text(Numbers.count(count.count())));
            row.add(Html.text(Numbers.percent(count.share())));
            if (split) {
                row.add(Html.text(Numbers.count(count.parts().getOrDefault(Part.TRAIN, 0))));
                row.add(Html.text(Numbers.count(count.parts().getOrDefault(Part.VALID, 0))));
            }
            row.add(gray(count));
            table.row(row);
        }
        return table.html();
    }

    private static Html name(ClassCount count) {
        String code = count.label().code();
        Html name = Html.text(count.label().name());
        return code.equals(count.label().name()) ? name : Html.all(name, Html.tag("span", "range", Html.text(code)));
    }

    private static Html gray(ClassCount count) {
        Html share = Html.tag(
                "span", "range", Html.text(Numbers.percent((double) count.exactlyGray() / Math.max(1, count.count()))));
        return Html.all(Html.text(Numbers.count(count.exactlyGray())), share);
    }

    private static Html gray(Inspection inspection) {
        long all =
                inspection.classes().stream().mapToInt(ClassCount::exactlyGray).sum();
        return inspection
                .grayestClass()
                .map(count -> Html.tag(
                        "p",
                        "callout warn",
                        Html.text(Numbers.count(count.exactlyGray()) + " of the " + Numbers.count(all)
                                + " gray labelled images are " + count.label().name()
                                + ": a network may learn to take gray for "
                                + count.label().name()
                                + ". Removing them would take "
                                + Numbers.percent((double) count.exactlyGray() / count.count())
                                + " of the class; showing the network gray views of all classes takes nothing.")))
                .orElse(Html.NONE);
    }

    /** Shares within each part beside each other, where they should look alike. */
    private static Html parts(Inspection inspection) {
        if (inspection.split().isEmpty()) {
            return Html.NONE;
        }
        List<String> names =
                inspection.classes().stream().map(count -> count.label().name()).toList();
        List<BarSeries> series = List.of(series(inspection, Part.TRAIN), series(inspection, Part.VALID));
        return Html.chart(new BarChart("Share of each class within its part", names, series, true));
    }

    private static BarSeries series(Inspection inspection, Part part) {
        return BarSeries.ofCounts(
                part.key(),
                inspection.classes().stream()
                        .mapToInt(count -> count.parts().getOrDefault(part, 0))
                        .toArray());
    }
}
