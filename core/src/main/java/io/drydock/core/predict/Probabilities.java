package io.drydock.core.predict;

import io.drydock.core.error.DataException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Class probabilities of images: rows [n][classes] that each sum to 1, by class code in init order.
 * A value cannot exist with rows that are not distributions over classes. Safe for use by many threads.
 */
public final class Probabilities {
    private static final double TOLERANCE = 1e-3;

    private final List<String> images;
    private final List<String> codes;
    private final double[][] rows;

    /**
     * @param rows [images][classes], each entry in [0, 1], each row summing to 1 within 0.001; rows are renormalized
     * @throws DataException if a row is not a distribution over the classes, naming the image
     */
    public Probabilities(List<String> images, List<String> codes, double[][] rows) {
        this.images = List.copyOf(images);
        this.codes = List.copyOf(codes);
        if (rows.length != images.size()) {
            throw new DataException(rows.length + " rows of probabilities for " + images.size() + " images.");
        }
        Set<String> seen = new HashSet<>();
        this.rows = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            if (!seen.add(images.get(i))) {
                throw new DataException("Image " + images.get(i) + " stands twice among the probabilities.");
            }
            this.rows[i] = checked(images.get(i), codes.size(), rows[i]);
        }
    }

    private static double[] checked(String image, int classes, double[] row) {
        if (row.length != classes) {
            throw new DataException(image + ": " + row.length + " probabilities for " + classes + " classes.");
        }
        double sum = 0;
        for (double p : row) {
            if (!(p >= 0 && p <= 1 + TOLERANCE)) {
                throw new DataException(image + ": probability " + p + " is not in 0..1.");
            }
            sum += p;
        }
        if (Math.abs(sum - 1) > TOLERANCE) {
            throw new DataException(image + ": probabilities sum to " + sum
                    + " over the classes, not to 1. A row must be a softmax over classes.");
        }
        double[] copy = new double[classes];
        for (int c = 0; c < classes; c++) {
            copy[c] = row[c] / sum;
        }
        return copy;
    }

    public List<String> images() {
        return images;
    }

    public List<String> codes() {
        return codes;
    }

    public int size() {
        return rows.length;
    }

    /** A copy of row i: probability of each class in code order. */
    public double[] row(int i) {
        return rows[i].clone();
    }

    public double at(int i, int classIndex) {
        return rows[i][classIndex];
    }

    /** Index of the most probable class of row i; the first on an exact tie. */
    public int predicted(int i) {
        int best = 0;
        for (int c = 1; c < codes.size(); c++) {
            if (rows[i][c] > rows[i][best]) {
                best = c;
            }
        }
        return best;
    }

    /** Indexes of the most probable class of every row. */
    public int[] predicted() {
        int[] predicted = new int[rows.length];
        for (int i = 0; i < predicted.length; i++) {
            predicted[i] = predicted(i);
        }
        return predicted;
    }

    /** Code of the most probable class of row i. */
    public String predictedCode(int i) {
        return codes.get(predicted(i));
    }

    /**
     * The same over more classes: a model that does not know the later ones gives them probability 0. The same value where
     * its classes are not the first of those.
     *
     * @param more class codes that begin with those of these probabilities
     */
    public Probabilities widened(List<String> more) {
        if (more.size() <= codes.size() || !more.subList(0, codes.size()).equals(codes)) {
            return this;
        }
        double[][] wide = new double[rows.length][];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = Arrays.copyOf(rows[i], more.size());
        }
        return new Probabilities(images, more, wide);
    }

    /**
     * The rows of these images, in this order.
     *
     * @throws DataException if an image has no row, naming the first such
     */
    public Probabilities select(List<String> wanted) {
        Map<String, Integer> rowOf = new HashMap<>(images.size() * 2);
        for (int i = 0; i < images.size(); i++) {
            rowOf.put(images.get(i), i);
        }
        List<String> missing = new ArrayList<>();
        double[][] selected = new double[wanted.size()][];
        for (int i = 0; i < selected.length; i++) {
            Integer row = rowOf.get(wanted.get(i));
            if (row == null) {
                missing.add(wanted.get(i));
            } else {
                selected[i] = rows[row];
            }
        }
        if (!missing.isEmpty()) {
            throw new DataException("Probabilities of " + missing.size() + " of " + wanted.size()
                    + " images are missing (first: " + missing.get(0) + "). Predict the same images with every model.");
        }
        return new Probabilities(wanted, codes, selected);
    }
}
