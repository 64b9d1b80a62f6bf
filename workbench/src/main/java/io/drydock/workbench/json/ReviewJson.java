package io.drydock.workbench.json;

import io.drydock.core.data.ClassList;
import io.drydock.workbench.ReviewQueue;
import io.drydock.workbench.review.LeftErrors;
import io.drydock.workbench.review.ReviewItem;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The document {@code drydock.review/1}. Safe for use by many threads. */
public final class ReviewJson {
    private ReviewJson() {}

    /**
     * A stretch of the queue of unlabeled images.
     *
     * @param order how they are ordered, in words
     */
    public static ObjectNode ofPool(ReviewQueue.Stretch stretch, String order, ClassList classes) {
        return of(stretch, classes).put("order", order);
    }

    /** A stretch of the queue. */
    public static ObjectNode of(ReviewQueue.Stretch stretch, ClassList classes) {
        ObjectNode document = JsonText.document("review")
                .put("part", stretch.part())
                .put("total", stretch.total())
                .put("seen", stretch.seen())
                .put("changed", stretch.changed());
        document.set(
                "errors_left",
                stretch.errorsLeft()
                        .errors()
                        .map(LeftErrors::errors)
                        .map(left -> JsonText.measured(left.value(), left.low(), left.high()))
                        .orElseGet(JsonNodeFactory.instance::nullNode));
        stretch.errorsLeft()
                .errors()
                .ifPresent(left -> document.put("errors_left_note", left.note().orElse(null))
                        .putObject("errors_left_basis")
                        .put("judged", left.judged())
                        .put("sampled", left.sampled()));
        document.put("matching", stretch.matching())
                .put("unsure", stretch.unsure())
                .put("offset", stretch.offset())
                .put("journal_position", stretch.position());
        ArrayNode queue = document.putArray("queue");
        for (ReviewItem item : stretch.items()) {
            queue.add(FindingJson.of(item.finding(), classes, item.verdict()));
        }
        return document;
    }
}
