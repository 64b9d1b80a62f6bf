package io.drydock.workbench.config;

import io.drydock.core.error.ConfigException;
import io.drydock.train.config.Recipe;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keys that came after the first runs were written. A configuration that Drydock wrote before a key existed means what
 * Drydock did then, whatever the recipes say today. Safe for use by many threads.
 */
public final class LaterKeys {
    /**
     * A key that came later. Every version writes all keys it knows, so a written configuration that lacks one is older.
     *
     * @param key with dots
     * @param since first version and date that has it
     * @param before what training did without it, as a file would say it
     */
    record LaterKey(String key, String since, String before) {}

    /** One line for each key that is added to the configuration; a test fails when one is missing. */
    private static final List<LaterKey> ALL = List.of(new LaterKey("machine.device", "0.1.0, 2026-11-24", "cpu"));

    private static final int MOST_NAMED = 5;

    private LaterKeys() {}

    /**
     * Completes a configuration that Drydock wrote, by what its version did.
     *
     * @param source what messages call it
     * @throws ConfigException if it lacks a key that every version wrote
     */
    public static ObjectNode complete(ObjectNode written, String source) {
        Set<String> missing = missing(written);
        if (!missing.isEmpty()) {
            throw new ConfigException(source + " lacks \""
                    + String.join("\", \"", missing.stream().limit(MOST_NAMED).toList())
                    + "\""
                    + (missing.size() > MOST_NAMED ? " and " + (missing.size() - MOST_NAMED) + " more keys" : "")
                    + ", which every version of Drydock writes. Put "
                    + (missing.size() == 1 ? "it" : "them") + " back, or take the file from a backup.");
        }
        return filled(written);
    }

    /** The same for a file that may be incomplete: one that has every key of the first version was written by Drydock. */
    static ObjectNode completeIfWritten(ObjectNode file) {
        return missing(file).isEmpty() ? filled(file) : file;
    }

    private static ObjectNode filled(ObjectNode written) {
        ObjectNode whole = written.deepCopy();
        for (LaterKey later : ALL) {
            int dot = later.key().lastIndexOf('.');
            ObjectNode parent = whole;
            for (String part :
                    dot < 0 ? new String[0] : later.key().substring(0, dot).split("\\.", -1)) {
                parent = parent.get(part) instanceof ObjectNode inner ? inner : parent.putObject(part);
            }
            String name = later.key().substring(dot + 1);
            if (!parent.has(name)) {
                parent.set(name, JsonNodeFactory.instance.stringNode(later.before()));
            }
        }
        return whole;
    }

    private static Set<String> missing(ObjectNode file) {
        ObjectNode today = PlanMapper.tree(new TrainPlan(Recipe.DEFAULT.config(), DataChoice.CURRENT_SPLIT));
        Set<String> missing = ConfigDocument.leaves("", today).collect(Collectors.toCollection(TreeSet::new));
        ConfigDocument.leaves("", file).map(key -> key.replace('-', '_')).forEach(missing::remove);
        missing.removeAll(keys());
        return missing;
    }

    /** The keys that came later. */
    static List<String> keys() {
        List<String> keys = new ArrayList<>();
        ALL.forEach(later -> keys.add(later.key()));
        return keys;
    }

    /** What a training did before a key existed, as a file would say it. */
    static String before(String key) {
        return ALL.stream()
                .filter(later -> later.key().equals(key))
                .map(LaterKey::before)
                .findFirst()
                .orElseThrow();
    }
}
