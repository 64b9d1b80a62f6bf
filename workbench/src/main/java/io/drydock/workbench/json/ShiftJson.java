package io.drydock.workbench.json;

import io.drydock.workbench.MeasureShift;
import io.drydock.workbench.inspect.Shift;
import io.drydock.workbench.shift.ShiftLook;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The document {@code drydock.shift/1}. Safe for use by many threads. */
public final class ShiftJson {
    private ShiftJson() {}

    /** The whole comparison. */
    public static ObjectNode of(MeasureShift.Result result) {
        ObjectNode document = JsonText.document("shift");
        document.setAll(look(result.shift()));
        return document.put("report", result.report().map(Object::toString).orElse(null));
    }

    /** The comparison as a part of another document. */
    static ObjectNode look(ShiftLook shift) {
        ObjectNode node = JsonText.object()
                .put("encoder", shift.encoder())
                .put("labelled", shift.labeled())
                .put("test", shift.test())
                .put("notable", shift.notable());
        shift.embedding()
                .ifPresentOrElse(
                        told -> {
                            node.set("auc", JsonText.measured(told.area(), told.low(), told.high()));
                            node.set("p_value", JsonText.number(told.pValue()));
                        },
                        () -> node.putNull("auc").putNull("p_value"));
        ArrayNode measures = node.putArray("measures");
        for (Shift shifted : shift.measures()) {
            measures.add(measure(shifted));
        }
        node.set("most_test_like", likeness(shift.likeTest()));
        node.set("least_test_like", likeness(shift.unlikeTest()));
        return node;
    }

    /** One measure, labelled against test. */
    static ObjectNode measure(Shift shift) {
        ObjectNode node = JsonText.object().put("feature", shift.feature());
        node.set("labelled_mean", JsonText.number(shift.labeledMean()));
        node.set("test_mean", JsonText.number(shift.testMean()));
        node.set("distance", JsonText.number(shift.distance()));
        node.set("p_value", JsonText.number(shift.pValue()));
        return node;
    }

    private static ArrayNode likeness(List<ShiftLook.Likeness> images) {
        ArrayNode array = JsonText.array();
        images.forEach(likeness -> array.addObject()
                .put("image", likeness.image().image())
                .set("test_likeness", JsonText.number(likeness.value())));
        return array;
    }
}
