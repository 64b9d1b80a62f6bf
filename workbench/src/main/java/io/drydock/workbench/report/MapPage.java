package io.drydock.workbench.report;

import io.drydock.core.chart.Palette;
import io.drydock.core.data.ClassList;
import io.drydock.workbench.json.JsonText;
import io.drydock.workbench.map.FeatureMap;
import io.drydock.workbench.map.MapColoring;
import io.drydock.workbench.map.MapPoint;
import io.drydock.workbench.map.ThumbnailSheets;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The page of {@code drydock map}: a canvas to look around in, the colors to choose, name and picture under the pointer.
 * Safe for use by many threads.
 */
public final class MapPage {
    private static final double PLACES = 1_000;

    private MapPage() {}

    /**
     * The whole page.
     *
     * @param sheets small pictures of the points in their order, or none
     * @param made date and time for the subtitle, as text
     */
    public static ReportPage of(FeatureMap map, ThumbnailSheets sheets, String made) {
        ReportPage page = new ReportPage(
                "Map of " + Numbers.of(map.points().size(), "image", "images"), "By " + map.encoder() + ", " + made);
        page.figure(Numbers.score(map.trustworthiness()), "trustworthiness", "1 when all map neighbors are real ones");
        page.figure(
                Numbers.percent(map.explained()), "of the variance", "kept by the principal components before UMAP");
        page.section(
                "Map",
                map.trust() + " Axes and the distance between far clusters mean nothing. Point at a dot for its name;"
                        + " scroll to zoom, drag to move, double-click to return.",
                frame(map),
                new Html("<script type=\"application/json\" id=\"map-data\">" + data(map, sheets) + "</script>"));
        return page.script(resource("map.js"));
    }

    private static Html frame(FeatureMap map) {
        StringBuilder choices = new StringBuilder();
        for (MapColoring coloring : map.colorings()) {
            choices.append("<label><input type=\"radio\" name=\"coloring\" value=\"")
                    .append(coloring.key())
                    .append(coloring == MapColoring.CLASS ? "\" checked>" : "\">")
                    .append(word(coloring))
                    .append("</label>");
        }
        return new Html("<div class=\"map\"><div class=\"map-bar\" role=\"group\" aria-label=\"Colors\">" + choices
                + "<input type=\"search\" id=\"map-find\" placeholder=\"Find a file\" aria-label=\"Find a file\"></div>"
                + "<div class=\"map-legend\" id=\"map-legend\"></div>"
                + "<div class=\"map-stage\"><canvas id=\"map-canvas\" role=\"img\" aria-label=\"Map of all images\"></canvas>"
                + "<div class=\"map-tip\" id=\"map-tip\" hidden></div></div></div>");
    }

    private static String word(MapColoring coloring) {
        return switch (coloring) {
            case CLASS -> "Class";
            case PART -> "Part";
            case CORRECT -> "Correct";
        };
    }

    /** Points as JSON that cannot end the element it stands in. */
    private static String data(FeatureMap map, ThumbnailSheets sheets) {
        ClassList classes = map.classes();
        List<MapColoring> colorings = map.colorings();
        ObjectNode data = JsonText.object();
        ArrayNode points = data.putArray("points");
        for (MapPoint point : map.points()) {
            ArrayNode row = points.addArray();
            row.add(Math.round(point.x() * PLACES) / PLACES);
            row.add(Math.round(point.y() * PLACES) / PLACES);
            row.add(point.image().image());
            row.add(name(classes, point.image().label()));
            row.add(name(classes, point.predicted()));
            row.add(point.image().place());
            colorings.forEach(coloring -> row.add(coloring.group(point, classes)));
        }
        ObjectNode groups = data.putObject("colorings");
        for (MapColoring coloring : colorings) {
            ArrayNode list = groups.putArray(coloring.key());
            List<String> names = coloring.groups(classes);
            for (int g = 0; g < names.size(); g++) {
                list.addArray()
                        .add(names.get(g))
                        .add(String.format(Locale.ROOT, "#%06x", Palette.rgb(coloring.color(g, classes))));
            }
        }
        ObjectNode pictures = data.putObject("sheets");
        pictures.set("uris", JsonText.strings(sheets.uris()));
        pictures.put("columns", sheets.columns())
                .put("rows", sheets.rows())
                .put("width", sheets.tile().width())
                .put("height", sheets.tile().height());
        return JsonText.line(data).replace("<", "\\u003c");
    }

    private static String name(ClassList classes, OptionalInt label) {
        return label.isPresent() ? classes.get(label.getAsInt()).name() : "";
    }

    private static String resource(String name) {
        try (InputStream stream = Objects.requireNonNull(MapPage.class.getResourceAsStream(name))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
