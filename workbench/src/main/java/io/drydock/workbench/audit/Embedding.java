package io.drydock.workbench.audit;

import io.drydock.explore.linear.LeadingSubspace;
import io.drydock.explore.linear.PrincipalComponents;
import io.drydock.explore.linear.Rows;
import io.drydock.explore.neighbor.Neighbors;
import io.drydock.workbench.feature.ImageFeatures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Images of a set as points: signed square roots of their features (few large activations would drown the rest), then the
 * leading principal components, scaled so that the first has deviation 1.
 *
 * @param encoder what gave the features, in words
 * @param images those that have features, in the order of the set
 * @param rows [images][components]
 * @param explained share of the variance that the components hold, in [0, 1]
 * @param neighbors of each row among all, by cosine
 */
public record Embedding(
        String encoder, List<AuditedImage> images, float[][] rows, double explained, Neighbors neighbors) {
    /** Neighbors known of each image. */
    public static final int NEIGHBORS = 15;

    private static final int COMPONENTS = 64;
    private static final int SUBSPACE = 96;

    public Embedding {
        images = List.copyOf(images);
    }

    /** Points of a set's images by their features; those without features are left out. */
    public static Embedding of(ImageSet set, ImageFeatures features) {
        Map<String, float[]> byImage = features.byImage();
        List<AuditedImage> images = new ArrayList<>();
        List<float[]> rows = new ArrayList<>();
        for (AuditedImage image : set.images()) {
            float[] row = byImage.get(image.image());
            if (row != null) {
                images.add(image);
                rows.add(Rows.roots(row));
            }
        }
        if (rows.isEmpty()) {
            return new Embedding(features.encoder(), images, new float[0][], 0, Neighbors.of(new float[0][], 0));
        }
        float[][] all = rows.toArray(float[][]::new);
        float[][] reduced = LeadingSubspace.of(all, SUBSPACE, 0).project(all);
        PrincipalComponents principal = PrincipalComponents.of(reduced, COMPONENTS, 0);
        float[][] points = principal.project(reduced);
        float scale = (float) (1 / Math.sqrt(Math.max(1e-12, principal.variances()[0])));
        for (float[] point : points) {
            for (int d = 0; d < point.length; d++) {
                point[d] *= scale;
            }
        }
        double explained = IntStream.range(0, principal.variances().length)
                        .mapToDouble(c -> principal.variances()[c])
                        .sum()
                / Math.max(1e-12, variance(all));
        return new Embedding(
                features.encoder(), images, points, Math.min(1, explained), Neighbors.of(points, NEIGHBORS));
    }

    public int size() {
        return rows.length;
    }

    /** Sum of the variances of all columns. */
    private static double variance(float[][] rows) {
        double[] sums = new double[rows[0].length];
        double[] squares = new double[rows[0].length];
        for (float[] row : rows) {
            for (int d = 0; d < row.length; d++) {
                sums[d] += row[d];
                squares[d] += (double) row[d] * row[d];
            }
        }
        double variance = 0;
        for (int d = 0; d < sums.length; d++) {
            double mean = sums[d] / rows.length;
            variance += squares[d] / rows.length - mean * mean;
        }
        return variance;
    }
}
