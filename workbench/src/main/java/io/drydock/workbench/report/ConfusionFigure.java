package io.drydock.workbench.report;

import io.drydock.core.metric.ConfusionMatrix;
import io.drydock.workbench.evaluate.Evaluation;
import java.util.ArrayList;
import java.util.List;

/** The confusion matrix as a table of counts and rates. Safe for use by many threads. */
final class ConfusionFigure {
    private ConfusionFigure() {}

    static Html of(Evaluation evaluation) {
        ConfusionMatrix matrix = evaluation.scores().confusion();
        ReportTable table = new ReportTable().column("Given \\ predicted");
        evaluation.classes().names().forEach(table::numbers);
        for (int label = 0; label < matrix.classes(); label++) {
            List<Html> row = new ArrayList<>();
            row.add(Html.text(evaluation.classes().get(label).name()));
            for (int predicted = 0; predicted < matrix.classes(); predicted++) {
                row.add(Html.all(
                        Html.text(Numbers.count(matrix.count(label, predicted))),
                        Html.tag("span", "range", Html.text(Numbers.percent(matrix.rate(label, predicted))))));
            }
            table.row(row);
        }
        return table.html();
    }
}
