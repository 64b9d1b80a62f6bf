package io.drydock.workbench.config;

import io.drydock.core.error.ConfigException;
import io.drydock.core.error.DrydockException;
import io.drydock.train.config.EpochPlan;
import io.drydock.train.config.TrainConfig;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.ser.std.ToStringSerializer;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A plan as a tree of {@code snake_case} keys and back: the keys of {@link TrainConfig}, and {@code data} beside them.
 * Safe for use by many threads.
 */
public final class PlanMapper {
    private static final Pattern CAMEL_KEY = Pattern.compile("\\b[a-z]+\\.[a-z]+(?:[A-Z][a-z0-9]*)+\\b");

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
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

    /** The same as YAML text, which {@code --config} reads. */
    public static String yaml(TrainPlan plan) {
        return YAMLMapper.builder().build().writeValueAsString(tree(plan)).replaceFirst("^---\\s*\\n", "");
    }

    /**
     * Reads a complete tree.
     *
     * @param source what messages call it
     * @throws ConfigException naming the key whose value will not do
     */
    public static TrainPlan plan(ObjectNode tree, String source) {
        ObjectNode config = tree.deepCopy();
        ObjectNode data = config.remove(DATA) instanceof ObjectNode own ? own : MAPPER.createObjectNode();
        try {
            return new TrainPlan(
                    MAPPER.treeToValue(config, TrainConfig.class), MAPPER.treeToValue(data, DataChoice.class));
        } catch (JacksonException e) {
            throw refused(e, source);
        }
    }

    private static ConfigException refused(JacksonException e, String source) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof DrydockException || cause instanceof IllegalArgumentException) {
                return new ConfigException(source + ": " + snakeCase(String.valueOf(cause.getMessage())), e);
            }
        }
        String key = String.join(
                ".",
                e.getPath().stream()
                        .map(JacksonException.Reference::getPropertyName)
                        .filter(name -> name != null)
                        .toList());
        if (e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            Object value =
                    e instanceof tools.jackson.databind.exc.InvalidFormatException format ? format.getValue() : "";
            return new ConfigException(
                    source + ": " + key + (value == null || value.equals("") ? "" : " is \"" + value + "\", which")
                            + (value == null || value.equals("") ? " must be " : " is not ")
                            + wanted(mismatch.getTargetType()) + ".",
                    e);
        }
        return new ConfigException(
                source + ": " + key + ": "
                        + e.getOriginalMessage().lines().findFirst().orElse(""),
                e);
    }

    private static String wanted(Class<?> type) {
        if (type.isEnum()) {
            List<String> names = Arrays.stream(type.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
                    .toList();
            return "one of " + String.join(", ", names);
        }
        if (type == int.class || type == long.class || type == Integer.class) {
            return "a whole number";
        }
        if (type == boolean.class) {
            return "true or false";
        }
        return type == double.class ? "a number" : "a value of the right kind";
    }

    /** The guards name keys as Java does; people write them as files do. */
    private static String snakeCase(String message) {
        return CAMEL_KEY
                .matcher(message)
                .replaceAll(match -> match.group().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT));
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
