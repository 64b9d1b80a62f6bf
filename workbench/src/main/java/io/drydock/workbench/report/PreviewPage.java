package io.drydock.workbench.report;

import io.drydock.core.data.ImageSize;
import io.drydock.image.decode.Pixels;
import io.drydock.image.resize.ResizeMode;
import io.drydock.image.resize.Resizer;
import io.drydock.workbench.preview.PreviewRow;
import java.util.ArrayList;
import java.util.List;

/** The page of {@code drydock preview}: what the network sees of an image. Safe for use by many threads. */
public final class PreviewPage {
    private static final int SIDE = 300;
    private static final int COMPARED = 3;

    private PreviewPage() {}

    /**
     * The whole page.
     *
     * @param summary what happens to an image, one line each, resizing first
     */
    public static ReportPage of(String recipe, List<String> summary, List<PreviewRow> rows, ImageSize size) {
        ReportPage page = new ReportPage("What the network sees", "Recipe " + recipe + ". " + summary.get(0));
        page.section(
                "Augmented views",
                "Each training epoch draws new views; validation and prediction see the resized image.",
                grid(rows));
        List<Html> lines = summary.stream()
                .skip(1)
                .map(line -> Html.tag("li", "", Html.text(line)))
                .toList();
        if (!lines.isEmpty()) {
            page.section("What may happen to a view", "", Html.tag("ul", "", lines));
        }
        page.section(
                "Three ways to resize",
                "Squish keeps everything and distorts shapes, crop keeps shapes and cuts, pad keeps both and fills.",
                modes(rows, size));
        return page;
    }

    private static Html grid(List<PreviewRow> rows) {
        ReportTable table = new ReportTable().column("Original").column("Resized");
        rows.get(0).views().forEach(view -> table.column("View"));
        for (PreviewRow row : rows) {
            List<Html> cells = new ArrayList<>();
            Html caption = Html.tag(
                    "small",
                    "muted",
                    Html.text(row.label() + " · " + row.original().size()));
            cells.add(Html.all(picture(row.original(), row.image()), caption));
            cells.add(picture(row.resized(), row.image() + " resized"));
            row.views().forEach(view -> cells.add(picture(view, "a view of " + row.image())));
            table.row(cells);
        }
        return Html.tag("div", "views", table.html());
    }

    private static Html modes(List<PreviewRow> rows, ImageSize size) {
        ReportTable table = new ReportTable().column("Original");
        for (ResizeMode mode : ResizeMode.values()) {
            table.column(mode.key());
        }
        for (PreviewRow row : rows.stream().limit(COMPARED).toList()) {
            List<Html> cells = new ArrayList<>(List.of(picture(row.original(), row.image())));
            for (ResizeMode mode : ResizeMode.values()) {
                cells.add(picture(new Resizer(mode, size).apply(row.original()), row.image() + " by " + mode.key()));
            }
            table.row(cells);
        }
        return Html.tag("div", "views", table.html());
    }

    private static Html picture(Pixels pixels, String alt) {
        return Thumbnails.of(pixels, SIDE, alt).html();
    }
}
