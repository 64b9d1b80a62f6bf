package io.drydock.workbench.report;

import io.drydock.workbench.audit.ImageSet;
import io.drydock.workbench.shift.ShiftLook;

/** The page of {@code drydock shift}. Safe for use by many threads. */
public final class ShiftPage {
    private static final int SHOWN = 42;

    private ShiftPage() {}

    /**
     * The whole page.
     *
     * @param made date and time for the subtitle, as text
     */
    public static ReportPage of(ImageSet set, ShiftLook shift, Pictures pictures, String made) {
        ReportPage page = new ReportPage("Labelled against test", "Compared " + made);
        page.figure(Numbers.count(shift.labeled()), "labelled", "images compared");
        page.figure(Numbers.count(shift.test()), "to predict", "images compared");
        shift.embedding().ifPresent(told -> {
            page.figure(
                    Numbers.score(told.area()),
                    "told apart, AUC",
                    Numbers.score(told.low()) + "–" + Numbers.score(told.high()) + ", .5 is alike");
            page.figure(Numbers.pValue(told.pValue()), "p-value", "were they alike");
        });
        ShiftSections.add(page, set, shift, pictures, SHOWN);
        return page;
    }
}
