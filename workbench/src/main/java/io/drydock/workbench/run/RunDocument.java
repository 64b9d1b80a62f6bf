package io.drydock.workbench.run;

import io.drydock.core.data.ClassLabel;
import io.drydock.core.data.ClassList;
import io.drydock.core.data.ImageSize;
import io.drydock.core.data.Normalization;
import io.drydock.core.device.Device;
import io.drydock.core.error.WorkspaceException;
import io.drydock.core.provenance.Machine;
import io.drydock.core.provenance.Provenance;
import io.drydock.image.resize.ResizeMode;
import io.drydock.workbench.json.JsonText;
import io.drydock.workspace.run.RunFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The text of run.json: the complete configuration that would repeat the run, its card and its provenance. Safe for use by many threads. */
public final class RunDocument {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

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
        JsonNode document = read(run);
        try {
            JsonNode network = document.required("network");
            JsonNode data = document.required("data");
            List<ClassLabel> classes = new ArrayList<>();
            document.required("classes")
                    .forEach(node -> classes.add(new ClassLabel(
                            node.required("code").asString(),
                            node.required("name").asString())));
            JsonNode size = network.required("size");
            return new RunCard(
                    run.name(),
                    network.required("model").asString(),
                    network.required("head").asString(),
                    new ClassList(classes),
                    new ImageSize(size.required(0).asInt(), size.required(1).asInt()),
                    ResizeMode.parse(network.required("resize").asString()),
                    new Normalization(numbers(network.required("mean")), numbers(network.required("std"))),
                    data.required("split").asInt(),
                    optional(data.required("fold")).map(JsonNode::asInt),
                    data.required("all_data").asBoolean(),
                    optional(data.required("from")).map(JsonNode::asString),
                    data.required("journal_position").asLong(),
                    data.required("data_sha256").asString(),
                    network.required("initial_weights_sha256").asString());
        } catch (JacksonException | IllegalArgumentException e) {
            throw damaged(run, e);
        }
    }

    /** The configuration that a run was trained with, as run.json has it; one that names no device was on the CPU. */
    public static ObjectNode config(RunFolder run) {
        if (read(run).get("config") instanceof ObjectNode config
                && Stream.of("model", "weights", "head").allMatch(config::has)) {
            if (config.get("machine") instanceof ObjectNode machine && !machine.has("device")) {
                machine.put("device", Device.CPU.key());
            }
            return config;
        }
        throw damaged(run, new IllegalArgumentException("it holds no whole configuration"));
    }

    private static JsonNode read(RunFolder run) {
        try {
            return MAPPER.readTree(run.readRunJson());
        } catch (JacksonException e) {
            throw damaged(run, e);
        }
    }

    private static Optional<JsonNode> optional(JsonNode node) {
        return node.isNull() ? Optional.empty() : Optional.of(node);
    }

    private static List<Double> numbers(JsonNode array) {
        List<Double> numbers = new ArrayList<>();
        array.forEach(node -> numbers.add(node.asDouble()));
        return numbers;
    }

    private static WorkspaceException damaged(RunFolder run, RuntimeException cause) {
        return new WorkspaceException(
                run.runJson() + " is damaged: "
                        + String.valueOf(cause.getMessage()).lines().findFirst().orElse("it can't be read")
                        + ". " + run.restoring(),
                cause);
    }
}
