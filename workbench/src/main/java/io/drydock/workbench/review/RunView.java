package io.drydock.workbench.review;

import io.drydock.core.data.ClassList;
import io.drydock.core.label.LabelState;
import io.drydock.core.split.Part;
import io.drydock.workbench.run.StoredProbabilities;
import io.drydock.workspace.Workspace;
import io.drydock.workspace.run.RunFolder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one run's stored probabilities say of each image. Safe for use by many threads. */
public final class RunView {
    private static final double LEAST = 1e-12;

    private final String run;
    private final Map<String, double[]> rows = new HashMap<>();
    private final List<String> codes;

    private RunView(String run, List<String> codes) {
        this.run = run;
        this.codes = codes;
    }

    /** Reads the probabilities that a run has of any part; none if it was never evaluated or asked to predict. */
    static RunView of(RunFolder run, ClassList classes, Workspace workspace) {
        RunView view = new RunView(run.name(), classes.codes());
        for (Part part : Part.values()) {
            StoredProbabilities.read(run.probabilities(part), classes, workspace)
                    .ifPresent(known -> {
                        for (int i = 0; i < known.size(); i++) {
                            view.rows.put(known.images().get(i), known.row(i));
                        }
                    });
        }
        return view;
    }

    /** Folder name of the run. */
    public String run() {
        return run;
    }

    /** Images that the run has probabilities of. */
    public int size() {
        return rows.size();
    }

    /** Code of the most probable class. */
    public Optional<String> predicted(ImageEntry image) {
        double[] row = rows.get(image.path());
        if (row == null) {
            return Optional.empty();
        }
        int best = 0;
        for (int c = 1; c < row.length; c++) {
            if (row[c] > row[best]) {
                best = c;
            }
        }
        return Optional.of(codes.get(best));
    }

    /** Probability of the label as of now, in [0, 1]; NaN where there is none. */
    public double probability(ImageEntry image, LabelState labels) {
        double[] row = rows.get(image.path());
        Optional<String> label = labels.label(image.path());
        return row == null || label.isEmpty() ? Double.NaN : row[codes.indexOf(label.get())];
    }

    /** Cross-entropy of the label as of now, at least 0; NaN where there is none. */
    public double loss(ImageEntry image, LabelState labels) {
        return -Math.log(Math.max(LEAST, probability(image, labels)));
    }

    /** Probability of every class in class order; empty where the run has none. */
    public List<Double> row(ImageEntry image) {
        List<Double> values = new ArrayList<>();
        double[] row = rows.get(image.path());
        if (row != null) {
            for (double value : row) {
                values.add(value);
            }
        }
        return values;
    }
}
