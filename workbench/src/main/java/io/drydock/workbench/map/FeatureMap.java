package io.drydock.workbench.map;

import io.drydock.core.chart.DotMap;
import io.drydock.core.chart.Palette;
import io.drydock.core.data.ClassList;
import io.drydock.explore.projection.Trustworthiness;
import io.drydock.explore.projection.Umap;
import io.drydock.image.decode.Pixels;
import io.drydock.image.plot.DotPlot;
import io.drydock.workbench.audit.AuditedImage;
import io.drydock.workbench.audit.Embedding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Images of a set laid out so that those that a backbone sees as alike lie together: principal components, then UMAP. The
 * axes and distances between far clusters mean nothing.
 *
 * @param encoder what gave the embeddings, in words
 * @param explained share of the variance that the principal components hold, in [0, 1]
 * @param trustworthiness share of neighbors on the map that are neighbors in the embedding, penalized by rank (Venna and
 *     Kaski), in [0, 1]; NaN when there are too few images
 */
public record FeatureMap(
        ClassList classes, String encoder, double explained, double trustworthiness, List<MapPoint> points) {
    private static final int TRUST_NEIGHBORS = 15;
    private static final int FEWEST = 40;
    private static final int MEASURED = 1_500;
    private static final int PICTURE_SIDE = 1_200;

    public FeatureMap {
        points = List.copyOf(points);
    }

    /**
     * Lays out.
     *
     * @param predicted class index by image, of models that did not train on it
     * @param seed of the layout
     */
    public static FeatureMap of(Embedding embedding, ClassList classes, Map<String, Integer> predicted, long seed) {
        int n = embedding.size();
        double[][] at = n < 3
                ? new double[n][2]
                : new Umap(Embedding.NEIGHBORS, Umap.STANDARD.epochs(), seed)
                        .map(embedding.rows(), embedding.neighbors());
        List<MapPoint> points = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            AuditedImage image = embedding.images().get(i);
            Integer guess = predicted.get(image.image());
            points.add(new MapPoint(
                    image, at[i][0], at[i][1], guess == null ? OptionalInt.empty() : OptionalInt.of(guess)));
        }
        double trust = n < FEWEST
                ? Double.NaN
                : Trustworthiness.of(embedding.rows(), at, TRUST_NEIGHBORS, Math.max(1, n / MEASURED));
        return new FeatureMap(classes, embedding.encoder(), embedding.explained(), trust, points);
    }

    /** Colorings that say something of this map. */
    public List<MapColoring> colorings() {
        List<MapColoring> colorings = new ArrayList<>(List.of(MapColoring.CLASS));
        if (points.stream().map(point -> point.image().part()).distinct().count() > 1) {
            colorings.add(MapColoring.PART);
        }
        if (points.stream().anyMatch(point -> point.predicted().isPresent())) {
            colorings.add(MapColoring.CORRECT);
        }
        return colorings;
    }

    /** One sentence on how far to trust it. */
    public String trust() {
        if (Double.isNaN(trustworthiness)) {
            return "There are too few images to say how far the map can be trusted.";
        }
        String rated = trustworthiness >= 0.95 ? "high" : trustworthiness >= 0.85 ? "fair" : "low";
        return String.format(
                Locale.ROOT,
                "Trustworthiness %.3f of 1, which is %s: near neighbors on the map are %s near neighbors in the embedding.",
                trustworthiness,
                rated,
                rated.equals("high") ? "nearly always" : rated.equals("fair") ? "mostly" : "often not");
    }

    /** The map as a chart. */
    public DotMap chart(String title, MapColoring coloring, boolean tips) {
        List<String> groups = coloring.groups(classes);
        List<DotMap.Dot> dots = new ArrayList<>();
        int[] used = places(coloring, groups.size());
        for (MapPoint point : points) {
            String tip = tips ? tip(point) : "";
            dots.add(new DotMap.Dot(point.x(), point.y(), used[coloring.group(point, classes)], tip));
        }
        List<String> names = new ArrayList<>();
        List<Integer> colors = new ArrayList<>();
        for (int g = 0; g < groups.size(); g++) {
            if (used[g] >= 0) {
                names.add(groups.get(g));
                colors.add(coloring.color(g, classes));
            }
        }
        return new DotMap(title, names, colors, dots);
    }

    /** The map as a picture of 1200 pixels a side, with a legend. */
    public Pixels picture(MapColoring coloring) {
        List<String> groups = coloring.groups(classes);
        int[] used = places(coloring, groups.size());
        List<DotPlot.Group> legend = new ArrayList<>();
        for (int g = 0; g < groups.size(); g++) {
            if (used[g] >= 0) {
                legend.add(new DotPlot.Group(groups.get(g), Palette.rgb(coloring.color(g, classes))));
            }
        }
        List<DotPlot.Dot> dots = new ArrayList<>();
        for (MapPoint point : points) {
            dots.add(new DotPlot.Dot(point.x(), point.y(), used[coloring.group(point, classes)]));
        }
        dots.sort(largestGroupFirst(dots, legend.size()));
        return new DotPlot(PICTURE_SIDE, 1.6 * DotMap.radius(points.size()), legend, dots).draw();
    }

    /** So that small groups lie on top. */
    private static Comparator<DotPlot.Dot> largestGroupFirst(List<DotPlot.Dot> dots, int groups) {
        int[] sizes = new int[groups];
        dots.forEach(dot -> sizes[dot.group()]++);
        return Comparator.comparingInt(dot -> -sizes[dot.group()]);
    }

    /** Place of each group among those that have a point; -1 for the others. */
    private int[] places(MapColoring coloring, int groups) {
        boolean[] present = new boolean[groups];
        points.forEach(point -> present[coloring.group(point, classes)] = true);
        int[] places = new int[groups];
        int next = 0;
        for (int g = 0; g < groups; g++) {
            places[g] = present[g] ? next++ : -1;
        }
        return places;
    }

    private String tip(MapPoint point) {
        String label = point.image().label().isPresent()
                ? classes.get(point.image().label().getAsInt()).name()
                : "to predict";
        return point.image().image() + ", " + label;
    }
}
