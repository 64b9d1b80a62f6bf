package io.drydock.workbench.report;

import io.drydock.core.split.Part;
import io.drydock.workbench.inspect.Inspection;

/** The page of {@code drydock inspect}: what the image set holds, what it looks like, and what to beware of. Safe for use by many threads. */
public final class InspectionPage {
    private InspectionPage() {}

    /**
     * The whole page.
     *
     * @param seed draws which images the montages show
     * @param made date and time for the subtitle, as text
     */
    public static ReportPage of(Inspection inspection, Pictures pictures, long seed, String made) {
        ReportPage page = new ReportPage(inspection.name(), "Inspected " + made);
        figures(page, inspection);
        ClassSections.add(page, inspection);
        MontageSections.add(page, inspection, pictures, seed);
        ShapeSections.add(page, inspection);
        TroubleSections.add(page, inspection, pictures);
        return page;
    }

    private static void figures(ReportPage page, Inspection inspection) {
        int labeled = inspection.labeled().size();
        int both = inspection.inBothLists().size();
        page.figure(
                Numbers.count(inspection.files()),
                "images",
                Numbers.count(labeled) + " labelled, "
                        + Numbers.count(inspection.test().size()) + " to predict"
                        + (both == 0 ? "" : ", " + Numbers.count(both) + " in both lists"));
        page.figure(
                Integer.toString(inspection.classes().size()),
                "classes",
                Double.isNaN(inspection.imbalanceRatio())
                        ? "one has no image"
                        : "largest " + Numbers.fixed(inspection.imbalanceRatio(), 1) + " × the smallest");
        if (inspection.split().isPresent()) {
            page.figure(
                    Numbers.count(inspection.labeled().stream()
                            .filter(image -> image.part()
                                    .filter(part -> part == Part.VALID)
                                    .isPresent())
                            .count()),
                    "in validation",
                    "split " + inspection.split().getAsInt());
        }
        page.figure(
                Numbers.count(inspection.sizes().size()),
                "sizes",
                inspection.sizes().isEmpty()
                        ? "no readable image"
                        : "most often " + inspection.sizes().get(0).size());
        long conflicts = inspection.conflicts();
        long leaks = inspection.leaks();
        page.figure(
                Numbers.count(inspection.duplicates().size()),
                "groups of copies",
                conflicts + leaks == 0
                        ? "no conflict, no leak"
                        : Numbers.of(conflicts, "conflict", "conflicts") + ", " + Numbers.of(leaks, "leak", "leaks"));
        page.figure(
                Numbers.count(inspection.unusable().size()),
                "left out",
                inspection.unusable().isEmpty() ? "every row can be used" : "rows or files, listed below");
    }
}
