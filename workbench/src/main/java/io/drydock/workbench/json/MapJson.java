package io.drydock.workbench.json;

import io.drydock.core.data.ClassList;
import io.drydock.workbench.MapFeatures;
import io.drydock.workbench.map.FeatureMap;
import io.drydock.workbench.map.MapPoint;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The document {@code drydock.map/1}. Safe for use by many threads. */
public final class MapJson {
    private MapJson() {}

    /** Every point, and how far the map can be trusted. */
    public static ObjectNode of(MapFeatures.Result result) {
        FeatureMap map = result.map();
        ObjectNode document = JsonText.document("map").put("encoder", map.encoder());
        document.set("explained_variance", JsonText.number(map.explained()));
        document.set("trustworthiness", JsonText.number(map.trustworthiness()));
        ArrayNode points = document.putArray("points");
        for (MapPoint point : map.points()) {
            points.addObject()
                    .put("image", point.image().image())
                    .put("x", point.x())
                    .put("y", point.y())
                    .put("part", point.image().part().map(part -> part.key()).orElse(null))
                    .put("label", code(map.classes(), point.image().label()))
                    .put("predicted", code(map.classes(), point.predicted()));
        }
        ArrayNode files = document.putArray("files");
        result.files().forEach(file -> files.add(file.toString()));
        return document.put("report", result.report().toString());
    }

    private static @Nullable String code(ClassList classes, OptionalInt label) {
        return label.isPresent() ? classes.get(label.getAsInt()).code() : null;
    }
}
