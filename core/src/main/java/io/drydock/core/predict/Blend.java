package io.drydock.core.predict;

import io.drydock.core.error.ConfigException;
import io.drydock.core.error.DataException;
import java.util.ArrayList;
import java.util.List;

/** The arithmetic of mixing models. Safe for use by many threads. */
final class Blend {
    private static final double TIE = 1e-6;

    private Blend() {}

    /** All models on the images of the first, in its order. */
    static List<Probabilities> aligned(List<Probabilities> models) {
        if (models.isEmpty()) {
            throw new ConfigException("There is no model to mix. Name at least one run or probability file.");
        }
        Probabilities first = models.get(0);
        List<Probabilities> aligned = new ArrayList<>();
        aligned.add(first);
        for (int m = 1; m < models.size(); m++) {
            Probabilities model = models.get(m);
            if (!model.codes().equals(first.codes())) {
                throw new DataException("Model " + (m + 1) + " knows the classes " + model.codes() + ", the first "
                        + first.codes() + ". Only models of the same classes can be mixed.");
            }
            if (model.size() != first.size()) {
                throw new DataException("Model " + (m + 1) + " has " + model.size() + " images, the first "
                        + first.size() + ". Predict the same images with every model.");
            }
            aligned.add(model.images().equals(first.images()) ? model : model.select(first.images()));
        }
        return aligned;
    }

    static Probabilities weighted(List<Probabilities> models, double[] weights) {
        List<Probabilities> aligned = aligned(models);
        Probabilities first = aligned.get(0);
        int classes = first.codes().size();
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double[][] rows = new double[first.size()][classes];
        for (int m = 0; m < weights.length; m++) {
            Probabilities model = aligned.get(m);
            double share = weights[m] / sum;
            for (int i = 0; i < rows.length; i++) {
                for (int c = 0; c < classes; c++) {
                    rows[i][c] += share * model.at(i, c);
                }
            }
        }
        return new Probabilities(first.images(), first.codes(), rows);
    }

    static Probabilities votes(List<Probabilities> models) {
        List<Probabilities> aligned = aligned(models);
        Probabilities mean = new Mix.Mean().combine(aligned);
        int classes = mean.codes().size();
        double[][] rows = new double[mean.size()][classes];
        for (int i = 0; i < rows.length; i++) {
            for (Probabilities model : aligned) {
                rows[i][model.predicted(i)] += 1.0 / aligned.size();
            }
            for (int c = 0; c < classes; c++) {
                rows[i][c] = (rows[i][c] + TIE * mean.at(i, c)) / (1 + TIE);
            }
        }
        return new Probabilities(mean.images(), mean.codes(), rows);
    }
}
