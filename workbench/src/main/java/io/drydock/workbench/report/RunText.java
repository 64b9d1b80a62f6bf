package io.drydock.workbench.report;

import io.drydock.core.text.TextTable;
import io.drydock.workbench.run.ChosenEpoch;
import io.drydock.workbench.run.RunSummary;
import io.drydock.workbench.run.ShownRun;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One run as a terminal shows it: score, epochs, configuration, provenance and files. For one thread at a time. */
public final class RunText {
    private static final String CONFIGURATION = "config";
    private static final List<String> ORIGINS = List.of("network", "data", "provenance");

    private final JsonMapper mapper = JsonMapper.builder().build();
    private final PrintWriter out;

    public RunText(PrintWriter out) {
        this.out = out;
    }

    public void print(ShownRun run) {
        head(run.summary());
        epochs(run.events());
        run.configuration().ifPresent(document -> {
            if (document.path(CONFIGURATION).isObject()) {
                section("Configuration, by the keys of --set and --config", document.path(CONFIGURATION));
            }
            for (String origin : ORIGINS) {
                if (document.path(origin).isObject()) {
                    section(Character.toUpperCase(origin.charAt(0)) + origin.substring(1), document.path(origin));
                }
            }
        });
        out.println();
        out.println("Files in " + run.folder());
        run.files().forEach(file -> out.println("  " + file));
    }

    private void head(RunSummary run) {
        out.println(run.run() + ": " + run.status() + (run.message().isEmpty() ? "" : ", " + run.message()));
        out.println("  " + run.model() + ", recipe " + run.recipe() + ", " + run.size() + ", split " + run.split()
                + run.fold().map(fold -> " fold " + fold).orElse("")
                + run.from().map(from -> ", from " + from).orElse(""));
        out.println("  " + run.epochsDone() + " of " + Numbers.of(run.epochs(), "epoch", "epochs") + " in "
                + Numbers.fixed(run.trainSeconds(), 0) + " s"
                + run.keptEpoch()
                        .map(kept -> ", weights of epoch " + kept + " kept")
                        .orElse(""));
        out.println(run.valid()
                .map(valid -> "  weighted F1 " + valid.weightedF1() + ", accuracy " + valid.accuracy() + " on "
                        + Numbers.of(valid.n(), "validation image", "validation images"))
                .orElse("  no validation score"));
        if (run.epochChosen()) {
            out.println("  " + ChosenEpoch.NOTE);
        }
    }

    private void epochs(List<String> events) {
        TextTable table =
                new TextTable("epoch", "stage", "train loss", "valid loss", "accuracy", "weighted F1", "seconds");
        long shown = events.stream().filter(line -> addEpoch(table, line)).count();
        if (shown > 0) {
            out.println();
            out.print(table);
        }
    }

    /** Adds a line of the metrics if it is that of an epoch; one that was cut off by a crash is passed over. */
    private boolean addEpoch(TextTable table, String line) {
        try {
            JsonNode event = mapper.readTree(line);
            if (!event.path("event").asString("").equals("epoch")) {
                return false;
            }
            table.row(
                    event.path("epoch").asInt(),
                    event.path("stage").asString(""),
                    number(event, "train_loss", 4),
                    number(event, "valid_loss", 4),
                    number(event, "accuracy", 4),
                    number(event, "weighted_f1", 4),
                    number(event, "seconds", 1));
            return true;
        } catch (JacksonException e) {
            return false;
        }
    }

    private static String number(JsonNode event, String key, int decimals) {
        JsonNode value = event.path(key);
        return value.isNumber() ? Numbers.fixed(value.asDouble(), decimals) : "-";
    }

    private void section(String title, JsonNode values) {
        out.println();
        out.println(title);
        TextTable table = new TextTable("key", "value");
        rows(table, "", values);
        out.print(table.toString().indent(2));
    }

    private static void rows(TextTable table, String prefix, JsonNode values) {
        for (Map.Entry<String, JsonNode> entry : values.properties()) {
            String key = prefix + entry.getKey();
            JsonNode value = entry.getValue();
            if (value.isObject()) {
                rows(table, key + ".", value);
            } else {
                table.row(key, shown(value));
            }
        }
    }

    private static String shown(JsonNode value) {
        if (value.isNull()) {
            return "-";
        }
        return value.isArray()
                ? value.valueStream().map(RunText::shown).collect(Collectors.joining(", "))
                : value.isContainer() ? value.toString() : value.asString();
    }
}
