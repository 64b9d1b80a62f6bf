package io.drydock.bench.label;

import io.drydock.core.error.ConfigException;
import io.drydock.workbench.Progress;
import io.drydock.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * {@code make study-noise WORKSPACE=DIR}: makes labels of a workspace wrong on purpose, in memory, and measures how the label
 * audit finds them, beside self-confidence of a single model and random order; what a reviewer who knows the truth gains with a
 * budget; and how the estimate of wrong labels holds. Options: {@code --seeds 2,3,4 --pair CODE,CODE --budget 500}. Features
 * come from the workspace's cache; nothing else of it is written.
 */
public final class LabelStudy {
    private LabelStudy() {}

    /** Measures and prints. */
    public static void main(String[] arguments) {
        try {
            study(options(arguments));
        } catch (ConfigException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private static Map<String, String> options(String[] arguments) {
        Map<String, String> options =
                new LinkedHashMap<>(Map.of("--workspace", "", "--seeds", "2,3,4", "--pair", "", "--budget", "500"));
        for (String argument : arguments) {
            String[] parts = argument.split("=", 2);
            if (parts.length != 2 || !options.containsKey(parts[0])) {
                throw new ConfigException("\"" + argument + "\" is no option. Write --workspace=DIR --seeds=2,3,4"
                        + " --pair=CODE,CODE --budget=500.");
            }
            options.put(parts[0], parts[1]);
        }
        if (options.getOrDefault("--workspace", "").isBlank()) {
            throw new ConfigException("Which labels? Write --workspace=DIR, or make study-noise WORKSPACE=DIR.");
        }
        return options;
    }

    private static void study(Map<String, String> options) {
        Workspace workspace = Workspace.open(Path.of(options.getOrDefault("--workspace", "")));
        long[] seeds = Stream.of(options.getOrDefault("--seeds", "").split(","))
                .mapToLong(Long::parseLong)
                .toArray();
        int budget = Integer.parseInt(options.getOrDefault("--budget", ""));
        StudyImages images = StudyImages.of(workspace, Progress.NONE);
        int[] pair = pair(images, options.getOrDefault("--pair", ""));
        System.out.println(images.size() + " labelled images, seeds " + options.get("--seeds"));
        StudyTables tables = new StudyTables(budget);
        for (NoiseKind kind : NoiseKind.ALL) {
            List<Trial> trials = new ArrayList<>();
            for (long seed : seeds) {
                PlantedNoise noise = kind.plant(images.truth(), images.classes().size(), pair, seed);
                trials.add(Trial.of(images, noise, budget, seed));
                System.out.println(kind.name(images.names(), pair) + ", seed " + seed + ": "
                        + trials.get(trials.size() - 1).line());
            }
            tables.add(kind.name(images.names(), pair), trials);
        }
        System.out.println();
        System.out.print(tables.text());
    }

    /** Two classes by code; the first and the last when none are named. */
    private static int[] pair(StudyImages images, String text) {
        List<String> codes = images.classes().codes();
        if (text.isBlank()) {
            return new int[] {0, codes.size() - 1};
        }
        int[] pair = Stream.of(text.split(",")).mapToInt(codes::indexOf).toArray();
        if (pair.length != 2 || pair[0] < 0 || pair[1] < 0 || pair[0] == pair[1]) {
            throw new ConfigException("--pair is \"" + text + "\"; give two of the class codes "
                    + String.join(", ", codes) + ", such as " + codes.get(0) + "," + codes.get(codes.size() - 1) + ".");
        }
        return pair;
    }
}
