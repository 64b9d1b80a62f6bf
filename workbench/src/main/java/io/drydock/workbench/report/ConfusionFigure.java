package io.drydock.workbench.report;

import io.drydock.core.chart.ConfusionChart;
import io.drydock.workbench.evaluate.Evaluation;

/** The confusion matrix as a chart of counts and rates. Safe for use by many threads. */
public final class ConfusionFigure {
    private ConfusionFigure() {}

    /** The chart, for the page and as an SVG file of its own. */
    public static ConfusionChart of(Evaluation evaluation) {
        return new ConfusionChart(
                "Given label (rows) against prediction (columns)",
                evaluation.classes().names(),
                evaluation.scores().confusion());
    }
}
