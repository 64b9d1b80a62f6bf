package io.drydock.workbench.json;

import io.drydock.core.metric.Measured;
import io.drydock.workbench.run.RunSummary;
import io.drydock.workbench.run.ShownRun;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The documents {@code drydock.runs/1} and {@code drydock.run/1}. Safe for use by many threads. */
public final class RunsJson {
    private RunsJson() {}

    /** A list of runs. */
    public static ObjectNode of(List<RunSummary> runs) {
        ObjectNode document = JsonText.document("runs");
        ArrayNode array = document.putArray("runs");
        runs.forEach(run -> array.add(summary(run)));
        return document;
    }

    /** One run with its configuration and files. */
    public static ObjectNode of(ShownRun run) {
        ObjectNode document = JsonText.document("run");
        document.set("run", summary(run.summary()));
        run.configuration()
                .ifPresentOrElse(
                        configuration -> document.set("configuration", configuration),
                        () -> document.putNull("configuration"));
        document.set("files", JsonText.strings(run.files()));
        return document;
    }

    /** One entry of the list. */
    public static ObjectNode summary(RunSummary run) {
        ObjectNode node = JsonText.object()
                .put("run", run.run())
                .put("id", run.id())
                .put("status", run.status())
                .put("model", run.model())
                .put("recipe", run.recipe());
        node.putArray("size").add(run.size().height()).add(run.size().width());
        node.put("split", run.split());
        put(node, "fold", run.fold());
        node.put("from", run.from().orElse(null));
        node.put("journal_position", run.journalPosition());
        node.put("epochs", run.epochs()).put("epochs_done", run.epochsDone());
        put(node, "kept_epoch", run.keptEpoch());
        node.put("epoch_chosen_on_same_images", run.epochChosen());
        node.put("started_at", JsonText.time(run.startedAt()));
        node.set("train_seconds", JsonText.number(run.trainSeconds()));
        node.put("message", run.message());
        run.valid().ifPresentOrElse(valid -> node.set("valid", valid(valid)), () -> node.putNull("valid"));
        return node;
    }

    private static ObjectNode valid(RunSummary.Valid valid) {
        ObjectNode node = JsonText.object().put("n", valid.n());
        node.set("weighted_f1", measured(valid.weightedF1()));
        node.set("accuracy", measured(valid.accuracy()));
        return node;
    }

    private static tools.jackson.databind.JsonNode measured(Measured measured) {
        return JsonText.measured(measured.value(), measured.low(), measured.high());
    }

    private static void put(ObjectNode node, String key, Optional<Integer> value) {
        value.ifPresentOrElse(number -> node.put(key, number), () -> node.putNull(key));
    }
}
