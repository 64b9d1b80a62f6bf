package io.drydock.workbench.config;

import io.drydock.core.error.ConfigException;
import io.drydock.core.error.DrydockException;
import io.drydock.network.graph.Network;
import io.drydock.network.source.HubWeights;
import io.drydock.network.source.WeightSource;
import io.drydock.network.zoo.ModelZoo;
import io.drydock.train.config.EpochPlan;
import io.drydock.train.config.HeadConfig;
import io.drydock.train.config.HeadKind;
import io.drydock.train.config.Recipe;
import io.drydock.train.config.SizePlan;
import io.drydock.train.config.TrainConfig;
import io.drydock.train.loop.StartingModel;
import io.drydock.train.plan.TrainingPlan;
import io.drydock.workbench.run.RunDocument;
import io.drydock.workspace.Workspace;
import io.drydock.workspace.run.RunFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes a complete plan from a recipe, a file laid over it, and settings laid over both. What follows from a setting is
 * settled here: weights from the model, epochs and sizes from each other, a head's other values from its kind. For one
 * thread at a time.
 */
public final class PlanBuilder {
    private static final String SIZES = "input.sizes";
    private static final int ANY_CLASSES = 2;

    private ConfigDocument file = KeyPlaces.none(KeyPlaces.COMMAND_LINE);
    private final Map<String, String> settings = new LinkedHashMap<>();

    /** Keys of a YAML or JSON file, or of the run.json of a run to repeat. */
    public PlanBuilder file(Path path) {
        return file(ConfigDocument.read(path));
    }

    /**
     * The same of a file that was read.
     *
     * @throws ConfigException if Drydock wrote it and it lacks a key that every version writes, or a key is unknown or of
     *     another kind
     */
    public PlanBuilder file(ConfigDocument document) {
        if (document.printed()) {
            TrainPlan standard = new TrainPlan(Recipe.DEFAULT.config(), DataChoice.CURRENT_SPLIT);
            new StrictMerge(document::at).into(PlanMapper.tree(standard), document.keys());
        }
        ObjectNode keys = document.printed()
                ? LaterKeys.complete(document.keys(), document.source())
                : LaterKeys.completeIfWritten(document.keys());
        file = new ConfigDocument(document.source(), keys, document.lines(), document.printed());
        return this;
    }

    /** One setting by its key, such as {@code batch.size}, as text; a list's values are separated by commas. */
    public PlanBuilder set(String key, String value) {
        settings.put(key.replace('-', '_'), value);
        return this;
    }

    /**
     * The complete plan.
     *
     * @param workspace folder of the workspace, where a run to start from is looked up
     * @throws ConfigException naming the key that is unknown (with the nearest known one) or whose value will not do
     */
    public TrainPlan build(Path workspace) {
        KeyPlaces places = new KeyPlaces(file, settings.keySet(), file.source());
        Recipe recipe = at(places, "recipe", () -> Recipe.parse(text("recipe").orElse(Recipe.DEFAULT.key())));
        TrainConfig base = recipe.config();
        ObjectNode tree = PlanMapper.tree(new TrainPlan(base, DataChoice.CURRENT_SPLIT));
        text("data.from")
                .ifPresent(from -> startFrom(
                        at(
                                places,
                                "data.from",
                                () -> Workspace.open(workspace).runs().resolve(from)),
                        tree));
        head(tree, base);
        StrictMerge merge = new StrictMerge(places::of);
        merge.into(tree, file.keys());
        settings.forEach((key, value) -> merge.into(tree, nested(key, value)));
        at(places, "model", () -> ModelZoo.info(tree.required("model").asString()));
        weights(tree);
        at(places, "weights", () -> WeightSource.parse(tree.required("weights").asString()));
        epochsAndSizes(tree, places);
        TrainPlan plan = PlanMapper.plan(tree, places);
        at(places, "body", () -> stages(plan.config()));
        return plan;
    }

    /** Reads what the configuration says of the network's stages. */
    private static TrainingPlan stages(TrainConfig config) {
        Network network = ModelZoo.create(config.model());
        return TrainingPlan.of(StartingModel.network(config.head(), network, ANY_CLASSES), config);
    }

    /** Says where a key was given if its value will not do. */
    private static <T> T at(KeyPlaces places, String key, Supplier<T> value) {
        try {
            return value.get();
        } catch (DrydockException wrong) {
            if (!wrong.wrongRequest()) {
                throw wrong;
            }
            throw new ConfigException(places.of(key, wrong.getMessage()) + ": " + wrong.getMessage(), wrong);
        }
    }

    /** An earlier run brings its model and head. */
    private static void startFrom(RunFolder run, ObjectNode tree) {
        ObjectNode theirs = RunDocument.config(run);
        for (String key : List.of("model", "weights", "head")) {
            tree.set(key, theirs.required(key));
        }
    }

    private Optional<String> text(String key) {
        String own = settings.get(key);
        if (own != null) {
            return Optional.of(own);
        }
        JsonNode node = file.find(key);
        return node.isMissingNode() || node.isNull() || node.isContainer()
                ? Optional.empty()
                : Optional.of(node.asString());
    }

    /** Whether the first key was given at a place that goes before that of the second. */
    private boolean before(String key, String other) {
        if (settings.containsKey(other) || (!settings.containsKey(key) && file.has(other))) {
            return false;
        }
        return settings.containsKey(key) || file.has(key);
    }

    /** Another kind of head brings that kind's usual values. */
    private void head(ObjectNode tree, TrainConfig base) {
        text("head.kind")
                .map(kind -> kind.replace('-', '_').toUpperCase(Locale.ROOT))
                .filter(kind -> List.of(HeadKind.CONCAT_POOL.name(), HeadKind.LINEAR.name())
                        .contains(kind))
                .map(HeadKind::valueOf)
                .filter(kind -> kind != base.head().kind())
                .ifPresent(kind -> tree.set(
                        "head",
                        PlanMapper.tree(new TrainPlan(base.withHead(HeadConfig.of(kind)), DataChoice.CURRENT_SPLIT))
                                .get("head")));
    }

    /** Weights that nobody named: the bundled ones where the model has them, else the hub's when they are here. */
    private void weights(ObjectNode tree) {
        if (text("weights").isEmpty() && text("data.from").isEmpty()) {
            String model = tree.required("model").asString();
            tree.put(
                    "weights",
                    WeightSource.automatic(model, HubWeights.ofEnvironment()).text());
        }
    }

    /** Epochs named alone, or above the sizes, stretch these; sizes named so bring their own epochs. */
    private void epochsAndSizes(ObjectNode tree, KeyPlaces places) {
        ObjectNode input = (ObjectNode) tree.required("input");
        EpochPlan epochs = at(
                places, "epochs", () -> EpochPlan.parse(tree.required("epochs").asString()));
        SizePlan sizes =
                at(places, SIZES, () -> SizePlan.parse(input.required("sizes").asString()));
        if (before("epochs", SIZES)) {
            input.put("sizes", stretched(sizes, epochs.unfrozen()));
        } else if (before(SIZES, "epochs") && sizes.epochs() > 0) {
            tree.put("epochs", new EpochPlan(epochs.frozen(), sizes.epochs()).toString());
        }
    }

    private static String stretched(SizePlan sizes, int epochs) {
        int planned = sizes.epochs();
        if (planned == 0 || planned == epochs) {
            return text(sizes.stages());
        }
        List<SizePlan.SizeStage> stages = new ArrayList<>();
        int before = 0;
        int given = 0;
        for (SizePlan.SizeStage stage : sizes.stages()) {
            before += stage.epochs();
            int until = (int) Math.round((double) before * epochs / planned);
            if (until > given) {
                stages.add(new SizePlan.SizeStage(stage.size(), until - given));
                given = until;
            }
        }
        return stages.size() < 2
                ? (stages.isEmpty() ? sizes.stages() : stages).get(0).size().toString()
                : text(stages);
    }

    private static String text(List<SizePlan.SizeStage> stages) {
        return String.join(
                ",",
                stages.stream()
                        .map(stage -> stage.size() + (stage.epochs() == 0 ? "" : ":" + stage.epochs()))
                        .toList());
    }

    /** {@code batch.size=64} as a tree. */
    private static ObjectNode nested(String key, String value) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ObjectNode at = root;
        String[] parts = key.split("\\.", -1);
        for (int i = 0; i < parts.length - 1; i++) {
            at = at.putObject(parts[i]);
        }
        at.put(parts[parts.length - 1], value);
        return root;
    }
}
