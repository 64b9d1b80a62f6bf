package io.drydock.workbench.report;

import io.drydock.core.data.ClassLabel;
import io.drydock.core.data.UnusableRow;
import io.drydock.core.finding.Copy;
import io.drydock.core.finding.ImageGroup;
import io.drydock.core.finding.ImageGroup.Relation;
import io.drydock.workbench.inspect.ClassCount;
import io.drydock.workbench.inspect.DamagedImage;
import io.drydock.workbench.inspect.Inspection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Copies, and rows that could not be used. Safe for use by many threads. */
final class TroubleSections {
    private static final int GROUPS_SHOWN = 60;
    private static final int ROWS_SHOWN = 200;

    private TroubleSections() {}

    static void add(ReportPage page, Inspection inspection, Pictures pictures) {
        page.section("Exact copies", copiesLead(inspection), bothLists(inspection), copies(inspection, pictures));
        if (!inspection.damaged().isEmpty()) {
            page.section("Cut off or damaged", damagedLead(inspection), damaged(inspection, pictures));
        }
        page.section("Left out", unusableLead(inspection.unusable()), unusable(inspection.unusable()));
    }

    private static String copiesLead(Inspection inspection) {
        if (inspection.duplicates().isEmpty()) {
            return "No two images are the same, neither as files nor as pixels.";
        }
        return "Same file, or different files with the same pixels. A conflict has two labels, a leak lets a model see"
                + " in training what it is tested on; splits keep copies together.";
    }

    private static Html bothLists(Inspection inspection) {
        List<String> both = inspection.inBothLists();
        return both.isEmpty()
                ? Html.NONE
                : Html.tag(
                        "p",
                        "callout warn",
                        Html.text(
                                Numbers.of(both.size(), "image stands", "images stand")
                                        + " in the labelled list and in the test list (first: " + both.get(0)
                                        + "): a leak, since what is to be predicted was trained on. Take them out of one list."));
    }

    private static Html copies(Inspection inspection, Pictures pictures) {
        PictureGrid grid = PictureGrid.cards();
        for (ImageGroup group : urgentFirst(inspection)) {
            List<Picture> shown = group.images().stream()
                    .limit(2)
                    .map(copy -> pictures.of(copy.image()))
                    .toList();
            List<Html> caption = new ArrayList<>();
            caption.add(Html.tag(
                    "span", "tag " + tone(group), Html.text(group.relation().key())));
            caption.add(Html.text(group.kind() == ImageGroup.Kind.FILE ? " same file" : " same pixels"));
            for (Copy copy : group.images()) {
                caption.add(Html.tag("div", "", describe(copy, inspection)));
            }
            grid.add(shown, Html.all(caption));
        }
        int more = inspection.duplicates().size() - GROUPS_SHOWN;
        return Html.all(
                grid.html(), more > 0 ? Html.paragraph("And " + Numbers.count(more) + " more groups.") : Html.NONE);
    }

    /** Conflicts, then leaks, then harmless groups. */
    private static List<ImageGroup> urgentFirst(Inspection inspection) {
        List<Relation> order = List.of(Relation.CONFLICT, Relation.LEAK, Relation.HARMLESS);
        return inspection.duplicates().stream()
                .sorted(Comparator.comparingInt(group -> order.indexOf(group.relation())))
                .limit(GROUPS_SHOWN)
                .toList();
    }

    private static Html describe(Copy copy, Inspection inspection) {
        String label = copy.label().map(code -> name(code, inspection)).orElse("no label");
        return Html.all(
                Html.tag("span", "file", Html.text(copy.image())),
                Html.tag("span", "range", Html.text(label + ", " + copy.part())));
    }

    private static String name(String code, Inspection inspection) {
        return inspection.classes().stream()
                .map(ClassCount::label)
                .filter(label -> label.code().equals(code))
                .map(ClassLabel::name)
                .findFirst()
                .orElse(code);
    }

    private static String tone(ImageGroup group) {
        return switch (group.relation()) {
            case CONFLICT -> "bad";
            case LEAK -> "warn";
            case HARMLESS -> "";
        };
    }

    private static String damagedLead(Inspection inspection) {
        return Numbers.of(inspection.damaged().size(), "image is", "images are")
                + " used although part of the file is missing or damaged. Put a whole file in its place and run drydock"
                + " init again, or drop it.";
    }

    private static Html damaged(Inspection inspection, Pictures pictures) {
        PictureGrid grid = PictureGrid.cards();
        for (DamagedImage image :
                inspection.damaged().stream().limit(GROUPS_SHOWN).toList()) {
            grid.add(
                    pictures.of(image.image()),
                    Html.all(
                            Html.tag("div", "file", Html.text(image.image())),
                            Html.tag("div", "", Html.text(image.message()))));
        }
        return grid.html();
    }

    private static String unusableLead(List<UnusableRow> rows) {
        return rows.isEmpty()
                ? "Every row of the files could be used."
                : Numbers.of(rows.size(), "row or file is", "rows or files are")
                        + " left out of everything, for these reasons.";
    }

    private static Html unusable(List<UnusableRow> rows) {
        if (rows.isEmpty()) {
            return Html.NONE;
        }
        ReportTable table = new ReportTable()
                .column("Where")
                .column("Image")
                .column("Reason")
                .column("What was found");
        for (UnusableRow row : rows.stream().limit(ROWS_SHOWN).toList()) {
            String line = row.line() > 0 ? " line " + row.line() : "";
            table.row(
                    Html.text(row.source() + line),
                    Html.tag("span", "file", Html.text(row.image())),
                    Html.tag("span", "tag bad", Html.text(row.reason().key().replace('_', ' '))),
                    Html.text(row.message()));
        }
        int more = rows.size() - ROWS_SHOWN;
        return Html.all(table.html(), more > 0 ? Html.paragraph("And " + Numbers.count(more) + " more.") : Html.NONE);
    }
}
