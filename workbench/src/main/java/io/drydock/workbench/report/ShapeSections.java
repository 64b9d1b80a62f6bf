package io.drydock.workbench.report;

import io.drydock.workbench.inspect.InspectedImage;
import io.drydock.workbench.inspect.Inspection;
import io.drydock.workbench.inspect.Shift;
import io.drydock.workbench.inspect.SizeCount;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;

/** Sizes, modes and files of the images, and labelled against test. Safe for use by many threads. */
final class ShapeSections {
    private static final int SIZES_SHOWN = 8;
    private static final Map<String, String> FEATURES = Map.of(
            "height", "Height, px",
            "width", "Width, px",
            "aspect", "Width / height",
            "file_bytes", "File size",
            "brightness", "Brightness, 0–1",
            "sharpness", "Sharpness",
            "channel_spread", "Color, channel spread 0–255");

    private ShapeSections() {}

    static void add(ReportPage page, Inspection inspection) {
        if (inspection.images().isEmpty()) {
            return;
        }
        page.section(
                "Sizes and files",
                sizeLead(inspection),
                Html.tag("div", "columns", sizes(inspection), files(inspection)),
                MeasureCharts.shapes(inspection));
        if (!inspection.shift().isEmpty()) {
            page.section(
                    "Labelled against test", shiftLead(inspection), shift(inspection), MeasureCharts.looks(inspection));
        }
    }

    private static String sizeLead(Inspection inspection) {
        SizeCount first = inspection.sizes().get(0);
        return Numbers.percent((double) first.count() / inspection.images().size()) + " of the images are "
                + first.size() + " (height × width). Other shapes are squished, cropped or padded to the training size:"
                + " drydock preview shows what each choice does.";
    }

    private static Html sizes(Inspection inspection) {
        ReportTable table = new ReportTable().column("Size").column("").numbers("Images");
        int most = inspection.sizes().get(0).count();
        int rest = 0;
        for (int i = 0; i < inspection.sizes().size(); i++) {
            SizeCount size = inspection.sizes().get(i);
            if (i < SIZES_SHOWN) {
                table.row(
                        Html.text(size.size().toString()),
                        Html.meter((double) size.count() / most, ""),
                        Html.text(Numbers.count(size.count())));
            } else {
                rest += size.count();
            }
        }
        if (rest > 0) {
            table.row(
                    Html.tag(
                            "span",
                            "muted",
                            Html.text(
                                    Numbers.of(inspection.sizes().size() - SIZES_SHOWN, "other size", "other sizes"))),
                    Html.meter((double) rest / Math.max(most, rest), "quiet"),
                    Html.text(Numbers.count(rest)));
        }
        return table.html();
    }

    private static Html files(Inspection inspection) {
        LongSummaryStatistics bytes = inspection.images().stream()
                .mapToLong(InspectedImage::sizeBytes)
                .summaryStatistics();
        ReportTable table = new ReportTable().column("Files").numbers("");
        table.row(Html.text("All together"), Html.text(Numbers.bytes(bytes.getSum())));
        table.row(
                Html.text("Smallest, mean, largest"),
                Html.text(Numbers.bytes(bytes.getMin()) + " · " + Numbers.bytes(bytes.getAverage()) + " · "
                        + Numbers.bytes(bytes.getMax())));
        inspection
                .modes()
                .forEach((mode, count) -> table.row(Html.text("Stored as " + mode), Html.text(Numbers.count(count))));
        table.row(Html.text("Exactly gray, however stored"), Html.text(Numbers.count(inspection.exactlyGray())));
        return table.html();
    }

    private static String shiftLead(Inspection inspection) {
        List<String> notable = inspection.shift().stream()
                .filter(Shift::notable)
                .map(shift -> FEATURES.getOrDefault(shift.feature(), shift.feature()))
                .toList();
        return notable.isEmpty()
                ? "The images to predict look like the labelled ones in every measure below, so a validation score should hold for them."
                : "They differ in " + String.join("; ", notable)
                        + ". A validation score may not hold for the test images.";
    }

    private static Html shift(Inspection inspection) {
        ReportTable table = new ReportTable()
                .column("Measure")
                .numbers("Labelled, mean")
                .numbers("Test, mean")
                .numbers("Distance")
                .numbers("p-value")
                .column("");
        for (Shift shift : inspection.shift()) {
            table.row(
                    Html.text(FEATURES.getOrDefault(shift.feature(), shift.feature())),
                    Html.text(mean(shift.feature(), shift.labeledMean())),
                    Html.text(mean(shift.feature(), shift.testMean())),
                    Html.text(Numbers.fixed(shift.distance(), 3)),
                    Html.text(Numbers.pValue(shift.pValue())),
                    shift.notable()
                            ? Html.tag("span", "tag warn", Html.text("differs"))
                            : Html.tag("span", "tag good", Html.text("alike")));
        }
        return Html.all(
                table.html(),
                Html.tag(
                        "p",
                        "muted",
                        Html.text("Two-sample Kolmogorov–Smirnov test. Distance is the largest gap between the two"
                                + " distribution functions; with thousands of images even a harmless gap has a small"
                                + " p-value, so only a distance of 0.1 and more is called a difference.")));
    }

    private static String mean(String feature, double value) {
        if (feature.equals("file_bytes")) {
            return Numbers.bytes(value);
        }
        return Numbers.fixed(value, Math.abs(value) < 10 ? 3 : 1);
    }
}
