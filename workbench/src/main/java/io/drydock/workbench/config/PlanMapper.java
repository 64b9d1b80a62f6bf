package io.drydock.workbench.config;

import io.drydock.core.error.ConfigException;
import io.drydock.train.config.EpochPlan;
import io.drydock.train.config.Recipe;
import io.drydock.train.config.TrainConfig;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.ser.std.ToStringSerializer;
import tools.jackson.databind.type.LogicalType;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A plan as a tree of {@code snake_case} keys and back: the keys of {@link TrainConfig}, and {@code data} beside them.
 * Safe for use by many threads.
 */
public final class PlanMapper {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .withCoercionConfig(
                    LogicalType.Integer,
                    integers -> integers.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
            .addModule(new SimpleModule("drydock")
                    .addSerializer(EpochPlan.class, new ToStringSerializer(EpochPlan.class))
                    .addDeserializer(EpochPlan.class, new EpochPlanReader()))
            .build();

    private static final String DATA = "data";

    private PlanMapper() {}

    /** Every key with its value. */
    public static ObjectNode tree(TrainPlan plan) {
        ObjectNode tree = MAPPER.valueToTree(plan.config());
        tree.set(DATA, MAPPER.<ObjectNode>valueToTree(plan.data()));
        return tree;
    }

    /** The top-level keys. */
    public static List<String> keys() {
        return List.copyOf(tree(new TrainPlan(Recipe.DEFAULT.config(), DataChoice.CURRENT_SPLIT))
                .propertyNames());
    }

    /** Every key with its value as YAML text, which {@code --config} reads. */
    public static String yaml(TrainPlan plan) {
        return YAMLMapper.builder().build().writeValueAsString(tree(plan)).replaceFirst("^---\\s*\\n", "");
    }

    /**
     * Reads a complete tree.
     *
     * @param source what messages call it
     * @throws ConfigException naming the key that is missing or whose value will not do
     */
    public static TrainPlan plan(ObjectNode tree, String source) {
        return plan(tree, KeyPlaces.all(source));
    }

    /** The same with the place of each key in messages. */
    static TrainPlan plan(ObjectNode tree, KeyPlaces places) {
        ObjectNode config = tree.deepCopy();
        ObjectNode data = config.remove(DATA) instanceof ObjectNode own ? own : MAPPER.createObjectNode();
        return new TrainPlan(
                part(config, TrainConfig.class, "", places), part(data, DataChoice.class, DATA + ".", places));
    }

    private static <T> T part(ObjectNode tree, Class<T> type, String prefix, KeyPlaces places) {
        try {
            T part = MAPPER.treeToValue(tree, type);
            PlanRefusal.requireFinite(MAPPER.valueToTree(part), prefix, places);
            return part;
        } catch (JacksonException e) {
            throw PlanRefusal.of(e, prefix, places);
        }
    }

    /** Epochs are written {@code 5+2}. */
    private static final class EpochPlanReader extends StdDeserializer<EpochPlan> {
        EpochPlanReader() {
            super(EpochPlan.class);
        }

        @Override
        public EpochPlan deserialize(JsonParser parser, DeserializationContext context) {
            return EpochPlan.parse(parser.getValueAsString());
        }
    }
}
