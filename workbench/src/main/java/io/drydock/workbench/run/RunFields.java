package io.drydock.workbench.run;

import io.drydock.core.data.ClassLabel;
import io.drydock.core.data.ClassList;
import io.drydock.core.data.ImageSize;
import io.drydock.core.data.Normalization;
import io.drydock.core.error.ConfigException;
import io.drydock.core.error.WorkspaceException;
import io.drydock.workspace.run.RunFolder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The values of a run.json, each read as the kind that it must be; a refusal names the key. Safe for use by many threads. */
final class RunFields {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final RunFolder run;
    private final ObjectNode json;
    /** Keys of the objects around this one, each with a dot behind it. */
    private final String path;

    private RunFields(RunFolder run, ObjectNode json, String path) {
        this.run = run;
        this.json = json;
        this.path = path;
    }

    /**
     * The whole document of a run.
     *
     * @throws WorkspaceException if it is missing, or holds no JSON object
     */
    static RunFields read(RunFolder run) {
        try {
            if (MAPPER.readTree(run.readRunJson()) instanceof ObjectNode object) {
                return new RunFields(run, object, "");
            }
        } catch (JacksonException e) {
            throw new WorkspaceException(
                    text(run, "it is not valid JSON (line " + e.getLocation().getLineNr() + ")"), e);
        }
        throw new WorkspaceException(text(run, "it holds no JSON object"));
    }

    ObjectNode json() {
        return json;
    }

    RunFields object(String key) {
        if (json.get(key) instanceof ObjectNode object) {
            return new RunFields(run, object, path + key + ".");
        }
        throw wrong(key, "an object");
    }

    boolean isNull(String key) {
        return json.path(key).isNull();
    }

    String text(String key) {
        return json.path(key)
                .asStringOpt()
                .filter(text -> json.get(key).isString())
                .orElseThrow(() -> wrong(key, "a text"));
    }

    String oneOf(String key, List<String> known) {
        String text = text(key);
        if (!known.contains(text)) {
            throw wrong(key, "one of " + String.join(", ", known));
        }
        return text;
    }

    boolean flag(String key) {
        JsonNode value = json.path(key);
        if (!value.isBoolean()) {
            throw wrong(key, "true or false");
        }
        return value.booleanValue();
    }

    /** A whole number between two limits, both allowed. */
    long integer(String key, long least, long most) {
        JsonNode value = json.path(key);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw wrong(key, "a whole number");
        }
        long number = value.longValue();
        if (number < least || number > most) {
            throw wrong(key, "a whole number of at least " + least);
        }
        return number;
    }

    /** Height and width, as a list of two. */
    ImageSize size(String key) {
        JsonNode value = json.path(key);
        try {
            if (value.size() == 2 && value.path(0).isInt() && value.path(1).isInt()) {
                return ImageSize.parse(
                        value.path(0).intValue() + "x" + value.path(1).intValue());
            }
        } catch (ConfigException outside) {
            throw wrong(key, "a height and a width that pictures can have");
        }
        throw wrong(key, "a height and a width");
    }

    /** Means and deviations of three channels. */
    Normalization normalization(String means, String deviations) {
        List<Double> mean = numbers(means);
        List<Double> deviation = numbers(deviations);
        if (deviation.stream().anyMatch(value -> value <= 0)) {
            throw wrong(deviations, "three positive numbers");
        }
        return new Normalization(mean, deviation);
    }

    private List<Double> numbers(String key) {
        JsonNode list = json.path(key);
        List<Double> numbers = new ArrayList<>();
        for (JsonNode value : list) {
            if (value.isNumber() && Double.isFinite(value.doubleValue())) {
                numbers.add(value.doubleValue());
            }
        }
        if (!list.isArray() || list.size() != 3 || numbers.size() != 3) {
            throw wrong(key, "three numbers");
        }
        return numbers;
    }

    /** Classes in their order, each an object of code and name. */
    ClassList classes(String key) {
        List<ClassLabel> classes = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (JsonNode one : json.path(key)) {
            JsonNode code = one.path("code");
            JsonNode name = one.path("name");
            if (!code.isString()
                    || !name.isString()
                    || code.stringValue().isBlank()
                    || !codes.add(code.stringValue())) {
                throw wrong(key, "a list of classes, each with a \"code\" of its own and a \"name\"");
            }
            classes.add(new ClassLabel(code.stringValue(), name.stringValue()));
        }
        if (classes.isEmpty() || !json.path(key).isArray()) {
            throw wrong(key, "a list of classes");
        }
        return new ClassList(classes);
    }

    private WorkspaceException wrong(String key, String expected) {
        String fault = json.has(key) ? " must be " + expected : " is missing, " + expected;
        return new WorkspaceException(text(run, "\"" + path + key + "\"" + fault));
    }

    /** The refusal of a document whose values do not fit together. */
    WorkspaceException damaged(ConfigException fault) {
        return new WorkspaceException(text(run, fault.getMessage()), fault);
    }

    private static String text(RunFolder run, String fault) {
        return run.runJson() + " is damaged: " + fault + (fault.endsWith(".") ? " " : ". ") + run.restoring();
    }
}
