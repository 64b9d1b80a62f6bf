package io.drydock.workbench.report;

import java.util.ArrayList;
import java.util.List;

/** A table of a report: text columns to the left, number columns to the right. For one thread at a time. */
public final class ReportTable {
    private final List<Html> headings = new ArrayList<>();
    private final List<Boolean> numeric = new ArrayList<>();
    private final List<Html> rows = new ArrayList<>();

    /** Adds a column of words or pictures. */
    public ReportTable column(String heading) {
        return column(heading, false);
    }

    /** Adds a column of numbers. */
    public ReportTable numbers(String heading) {
        return column(heading, true);
    }

    private ReportTable column(String heading, boolean number) {
        headings.add(Html.tag("th", number ? "number" : "", Html.text(heading)));
        numeric.add(number);
        return this;
    }

    /** Adds a row, one cell a column. */
    public ReportTable row(Html... cells) {
        return row(List.of(cells));
    }

    /** Adds a row, one cell a column. */
    public ReportTable row(List<Html> cells) {
        if (cells.size() != headings.size()) {
            throw new IllegalArgumentException(cells.size() + " cells for " + headings.size() + " columns");
        }
        List<Html> row = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            row.add(Html.tag("td", numeric.get(i) ? "number" : "", cells.get(i)));
        }
        rows.add(Html.tag("tr", "", row));
        return this;
    }

    /** The table, scrolling sideways on a narrow screen. */
    public Html html() {
        Html head = Html.tag("thead", "", Html.tag("tr", "", headings));
        return Html.tag("div", "scroll", Html.tag("table", "", head, Html.tag("tbody", "", rows)));
    }
}
