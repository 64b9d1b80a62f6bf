package io.drydock.workbench.json;

import io.drydock.core.data.UnusableRow;
import io.drydock.core.finding.ImageGroup;
import io.drydock.workbench.inspect.ClassCount;
import io.drydock.workbench.inspect.DamagedImage;
import io.drydock.workbench.inspect.Inspection;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The document {@code drydock.inspect/1}. Safe for use by many threads. */
public final class InspectJson {
    private InspectJson() {}

    /** The whole inspection. */
    public static ObjectNode of(Inspection inspection) {
        ObjectNode document = JsonText.document("inspect");
        document.put("images", inspection.files());
        document.set(
                "parts",
                JsonText.object()
                        .put("labelled", inspection.labeled().size())
                        .put("test", inspection.test().size())
                        .put("pool", inspection.pool()));
        document.put("in_both_lists", inspection.inBothLists().size());
        ArrayNode classes = document.putArray("classes");
        inspection.classes().forEach(count -> classes.add(classCount(count)));
        document.set("imbalance_ratio", JsonText.number(inspection.imbalanceRatio()));
        ArrayNode sizes = document.putArray("sizes");
        inspection
                .sizes()
                .forEach(size -> sizes.add(JsonText.object()
                        .put("height", size.size().height())
                        .put("width", size.size().width())
                        .put("count", size.count())));
        ObjectNode modes = document.putObject("modes");
        inspection.modes().forEach(modes::put);
        document.put("exactly_gray", inspection.exactlyGray());
        document.set("unusable", unusable(inspection.unusable()));
        document.set("damaged", damaged(inspection.damaged()));
        document.set("duplicates", groups(inspection.duplicates()));
        ArrayNode shift = document.putArray("shift");
        inspection.shift().forEach(measure -> {
            ObjectNode node = shift.addObject().put("feature", measure.feature());
            node.set("labelled_mean", JsonText.number(measure.labeledMean()));
            node.set("test_mean", JsonText.number(measure.testMean()));
            node.set("distance", JsonText.number(measure.distance()));
            node.set("p_value", JsonText.number(measure.pValue()));
        });
        return document;
    }

    private static ObjectNode classCount(ClassCount count) {
        ObjectNode node = JsonText.object()
                .put("code", count.label().code())
                .put("name", count.label().name())
                .put("count", count.count());
        node.set("share", JsonText.number(count.share()));
        node.put("exactly_gray", count.exactlyGray());
        if (!count.parts().isEmpty()) {
            ObjectNode parts = node.putObject("parts");
            count.parts().forEach((part, images) -> parts.put(part.key(), images));
        }
        return node;
    }

    /** Rows that could not be used, as {@code init} and {@code inspect} list them. */
    public static ArrayNode unusable(List<UnusableRow> rows) {
        ArrayNode array = JsonText.array();
        rows.forEach(row -> array.addObject()
                .put("source", row.source())
                .put("line", row.line())
                .put("image", row.image())
                .put("reason", row.reason().key())
                .put("message", row.message()));
        return array;
    }

    /** Images that are used although part of their file is missing or damaged. */
    static ArrayNode damaged(List<DamagedImage> images) {
        ArrayNode array = JsonText.array();
        images.forEach(image -> {
            ObjectNode node = array.addObject();
            node.put("image", image.image());
            node.put("kind", image.isCutOff() ? "cut_off" : "damaged");
            node.set("missing_share", JsonText.number(image.missingShare()));
            node.put("message", image.message());
        });
        return array;
    }

    /** Groups of images with the same content. */
    static ArrayNode groups(List<ImageGroup> groups) {
        ArrayNode array = JsonText.array();
        for (ImageGroup group : groups) {
            ObjectNode node = array.addObject();
            node.put("kind", group.kind().key());
            node.put("relation", group.relation().key());
            node.put("similarity", group.similarity());
            node.put("keep", group.keep());
            node.put("keep_reason", group.keepReason());
            ArrayNode images = node.putArray("images");
            group.images()
                    .forEach(copy -> images.addObject()
                            .put("image", copy.image())
                            .put("sha256", copy.sha256())
                            .put("part", copy.part())
                            .put("label", copy.label().orElse(null)));
        }
        return array;
    }
}
