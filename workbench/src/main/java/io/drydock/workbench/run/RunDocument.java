package io.drydock.workbench.run;

import io.drydock.core.error.ConfigException;
import io.drydock.core.error.WorkspaceException;
import io.drydock.core.provenance.Machine;
import io.drydock.core.provenance.Provenance;
import io.drydock.image.resize.ResizeMode;
import io.drydock.network.zoo.ModelZoo;
import io.drydock.workbench.config.LaterKeys;
import io.drydock.workbench.json.JsonText;
import io.drydock.workspace.run.RunFolder;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The text of run.json: the complete configuration that would repeat the run, its card and its provenance. Safe for use by many threads. */
public final class RunDocument {
    private static final List<String> RESIZE_MODES =
            Stream.of(ResizeMode.values()).map(ResizeMode::key).toList();

    private RunDocument() {}

    /**
     * The whole document in several lines.
     *
     * @param config every setting, all automatic choices resolved
     */
    public static String text(RunCard card, ObjectNode config, Provenance provenance) {
        ObjectNode document = JsonText.document("run").put("run", card.run());
        document.set("config", config);
        document.set("network", network(card));
        document.set("data", data(card));
        ArrayNode classes = document.putArray("classes");
        card.classes()
                .classes()
                .forEach(label -> classes.addObject().put("code", label.code()).put("name", label.name()));
        document.set("provenance", provenance(provenance));
        return JsonText.pretty(document) + "\n";
    }

    private static ObjectNode network(RunCard card) {
        ObjectNode network = JsonText.object().put("model", card.model()).put("head", card.head());
        network.putArray("size").add(card.size().height()).add(card.size().width());
        network.put("resize", card.resize().key());
        ArrayNode mean = network.putArray("mean");
        card.normalization().mean().forEach(mean::add);
        ArrayNode std = network.putArray("std");
        card.normalization().std().forEach(std::add);
        return network.put("initial_weights_sha256", card.weightsSha256());
    }

    private static ObjectNode data(RunCard card) {
        ObjectNode data = JsonText.object().put("split", card.split());
        data.put("fold", card.fold().orElse(null));
        data.put("all_data", card.allData());
        data.put("from", card.from().orElse(null));
        return data.put("journal_position", card.journalPosition()).put("data_sha256", card.dataSha256());
    }

    private static ObjectNode provenance(Provenance provenance) {
        Machine machine = provenance.machine();
        ObjectNode node = JsonText.object().put("drydock", provenance.version());
        ObjectNode libraries = node.putObject("libraries");
        provenance.libraries().forEach(libraries::put);
        node.put("os", machine.os())
                .put("cpu", machine.cpu())
                .put("cores", machine.cores())
                .put("java", machine.java())
                .put("seed", provenance.seed())
                .put("at", JsonText.time(provenance.at()));
        return node;
    }

    /**
     * The card of a run.
     *
     * @throws WorkspaceException if its run.json is missing or damaged
     */
    public static RunCard card(RunFolder run) {
        RunFields document = RunFields.read(run);
        RunFields network = document.object("network");
        RunFields data = document.object("data");
        return new RunCard(
                run.name(),
                network.oneOf("model", ModelZoo.names()),
                network.oneOf("head", List.of(RunNetwork.CONCAT_POOL, RunNetwork.LINEAR)),
                document.classes("classes"),
                network.size("size"),
                ResizeMode.parse(network.oneOf("resize", RESIZE_MODES)),
                network.normalization("mean", "std"),
                Math.toIntExact(data.integer("split", 1, Integer.MAX_VALUE)),
                data.isNull("fold")
                        ? Optional.empty()
                        : Optional.of(Math.toIntExact(data.integer("fold", 0, Integer.MAX_VALUE))),
                data.flag("all_data"),
                data.isNull("from") ? Optional.empty() : Optional.of(data.text("from")),
                data.integer("journal_position", 0, Long.MAX_VALUE),
                data.text("data_sha256"),
                network.text("initial_weights_sha256"));
    }

    /**
     * The configuration that a run was trained with, as run.json has it; a key that came later has the meaning of its time.
     *
     * @throws WorkspaceException if its run.json is missing or damaged
     */
    public static ObjectNode config(RunFolder run) {
        RunFields document = RunFields.read(run);
        ObjectNode config = document.object("config").json();
        try {
            return LaterKeys.complete(config, "It");
        } catch (ConfigException incomplete) {
            throw document.damaged(incomplete);
        }
    }
}
