package io.drydock.workbench.issue;

import io.drydock.core.data.Dataset;
import io.drydock.core.error.ConfigException;
import io.drydock.core.predict.Probabilities;
import io.drydock.core.split.Part;
import io.drydock.workbench.Progress;
import io.drydock.workbench.evaluate.Contender;
import io.drydock.workbench.evaluate.PartLabels;
import io.drydock.workbench.run.RunCard;
import io.drydock.workspace.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What runs predict of the images that they did not train on. */
final class RunProbabilities {
    private RunProbabilities() {}

    /**
     * The mean over the runs that were validated on each image.
     *
     * @throws ConfigException if a run was trained on everything, or names other classes
     */
    static Probabilities of(Workspace workspace, Dataset data, List<String> names, Progress progress) {
        Map<String, List<double[]>> rows = new LinkedHashMap<>();
        for (String name : names) {
            Contender run = Contender.of(workspace, name);
            RunCard card = run.card()
                    .orElseThrow(() -> new ConfigException(
                            "\"" + name + "\" is a file, not a run. Name it alone, without run: before it."));
            List<String> images =
                    PartLabels.of(workspace, data, card, Part.VALID).images();
            Probabilities predicted =
                    run.predict(workspace, Part.VALID, images, 1, progress).probabilities();
            if (!predicted.codes().equals(data.classes().codes())) {
                throw new ConfigException("Run " + run.name() + " knows classes " + String.join(", ", predicted.codes())
                        + ", the workspace has "
                        + String.join(", ", data.classes().codes())
                        + ". Name a run of the same classes.");
            }
            for (int i = 0; i < predicted.size(); i++) {
                rows.computeIfAbsent(predicted.images().get(i), image -> new ArrayList<>())
                        .add(predicted.row(i));
            }
        }
        return new Probabilities(
                List.copyOf(rows.keySet()),
                data.classes().codes(),
                rows.values().stream().map(RunProbabilities::mean).toArray(double[][]::new));
    }

    private static double[] mean(List<double[]> rows) {
        double[] mean = new double[rows.get(0).length];
        for (double[] row : rows) {
            for (int c = 0; c < mean.length; c++) {
                mean[c] += row[c] / rows.size();
            }
        }
        return mean;
    }
}
