package io.drydock.workbench.config;

import io.drydock.core.error.ConfigException;
import io.drydock.network.source.HubWeights;
import io.drydock.network.source.WeightSource;
import io.drydock.train.config.EpochPlan;
import io.drydock.train.config.HeadConfig;
import io.drydock.train.config.HeadKind;
import io.drydock.train.config.Recipe;
import io.drydock.train.config.SizePlan;
import io.drydock.train.config.TrainConfig;
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
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes a complete plan from a recipe, a file laid over it, and settings laid over both. What follows from a setting is
 * settled here: weights from the model, epochs and sizes from each other, a head's other values from its kind. For one
 * thread at a time.
 */
public final class PlanBuilder {
    private static final String COMMAND_LINE = "Command line";

    private ObjectNode fromFile = JsonNodeFactory.instance.objectNode();
    private String source = COMMAND_LINE;
    private final Map<String, String> settings = new LinkedHashMap<>();

    /** Keys of a YAML or JSON file, or of the run.json of a run to repeat. */
    public PlanBuilder file(Path path) {
        return file(path, Set.of());
    }

    /** The same without those top-level keys that stand for options of a command line rather than for keys here. */
    public PlanBuilder file(Path path, Set<String> options) {
        fromFile = ConfigDocument.read(path);
        source = path.toString();
        List<String> names = List.copyOf(fromFile.propertyNames());
        names.stream()
                .filter(name -> options.contains(name.replace('_', '-'))
                        && !fromFile.path(name).isContainer())
                .forEach(fromFile::remove);
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
        Recipe recipe = Recipe.parse(text("recipe").orElse(Recipe.DEFAULT.key()));
        TrainConfig base = recipe.config();
        ObjectNode tree = PlanMapper.tree(new TrainPlan(base, DataChoice.CURRENT_SPLIT));
        text("data.from")
                .ifPresent(from -> startFrom(Workspace.open(workspace).runs().resolve(from), tree));
        head(tree, base);
        StrictMerge.into(tree, fromFile, source);
        settings.forEach((key, value) -> StrictMerge.into(tree, nested(tree, key, value), COMMAND_LINE));
        weights(tree);
        epochsAndSizes(tree, base);
        return PlanMapper.plan(tree, settings.isEmpty() ? source : COMMAND_LINE);
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
        JsonNode node = fromFile;
        for (String part : key.split("\\.", -1)) {
            node = node.path(part);
        }
        return node.isMissingNode() || node.isNull() || node.isContainer()
                ? Optional.empty()
                : Optional.of(node.asString());
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

    /** Epochs named alone stretch the recipe's sizes; sizes named alone bring their own epochs. */
    private void epochsAndSizes(ObjectNode tree, TrainConfig base) {
        boolean epochsNamed = text("epochs").isPresent();
        boolean sizesNamed = text("input.sizes").isPresent();
        if (epochsNamed == sizesNamed) {
            return;
        }
        EpochPlan epochs = EpochPlan.parse(tree.required("epochs").asString());
        ObjectNode input = (ObjectNode) tree.required("input");
        SizePlan sizes = SizePlan.parse(input.required("sizes").asString());
        if (epochsNamed) {
            input.put("sizes", stretched(sizes, epochs.unfrozen()));
        } else if (sizes.epochs() > 0) {
            tree.put("epochs", new EpochPlan(base.epochs().frozen(), sizes.epochs()).toString());
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

    /** {@code batch.size=64} as a tree; text becomes a list where the key holds one. */
    private static ObjectNode nested(ObjectNode tree, String key, String value) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ObjectNode at = root;
        JsonNode known = tree;
        String[] parts = key.split("\\.", -1);
        for (int i = 0; i < parts.length - 1; i++) {
            at = at.putObject(parts[i]);
            known = known.path(parts[i]);
        }
        String last = parts[parts.length - 1];
        if (known.path(last).isArray()) {
            var list = at.putArray(last);
            for (String one : value.isBlank() ? new String[0] : value.split(",", -1)) {
                list.add(one.strip());
            }
        } else {
            at.put(last, value);
        }
        return root;
    }
}
