package io.drydock.workbench.evaluate;

import io.drydock.core.data.ClassList;
import io.drydock.core.run.RunEvent;
import io.drydock.core.run.Stage;
import io.drydock.core.run.UnfreezingDrop;
import io.drydock.workbench.run.RunCard;
import io.drydock.workspace.run.MetricsLog;
import io.drydock.workspace.run.RunFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the course of a run's training says about its score, read from its log of events. */
public final class TrainingNotes {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private TrainingNotes() {}

    /**
     * Notes on the runs among the contenders, each beginning with the run's name.
     *
     * @param classes those of the workspace now
     */
    public static List<String> of(List<Contender> contenders, ClassList classes) {
        List<String> notes = new ArrayList<>();
        for (Contender contender : contenders) {
            contender.card().flatMap(card -> laterClasses(card, classes)).ifPresent(notes::add);
            contender
                    .folder()
                    .flatMap(folder -> UnfreezingDrop.of(epochs(folder)))
                    .ifPresent(drop -> notes.add(contender.name() + ": " + drop.message()));
        }
        return notes;
    }

    private static Optional<String> laterClasses(RunCard card, ClassList classes) {
        List<String> later = classes.codes().stream()
                .filter(code -> card.classes().indexOf(code).isEmpty())
                .map(classes::shown)
                .toList();
        return later.isEmpty()
                ? Optional.empty()
                : Optional.of(card.run() + ": does not know " + String.join(", ", later)
                        + ", added after it was trained: probability 0.");
    }

    private static List<RunEvent.EpochEnded> epochs(RunFolder folder) {
        List<RunEvent.EpochEnded> epochs = new ArrayList<>();
        for (String line : MetricsLog.read(folder.metrics())) {
            try {
                JsonNode event = MAPPER.readTree(line);
                if (event.path("event").asString("").equals("epoch")) {
                    epochs.add(epoch(event));
                }
            } catch (JacksonException | IllegalArgumentException damaged) {
                // A score must not fail for a damaged line of the log; without the line there is no note.
                return List.of();
            }
        }
        return epochs;
    }

    private static RunEvent.EpochEnded epoch(JsonNode event) {
        return new RunEvent.EpochEnded(
                event.path("epoch").asInt(0),
                Stage.valueOf(event.path("stage").asString("").toUpperCase(Locale.ROOT)),
                event.path("train_loss").asDouble(Double.NaN),
                event.path("valid_loss").asDouble(Double.NaN),
                event.path("accuracy").asDouble(Double.NaN),
                event.path("weighted_f1").asDouble(Double.NaN),
                event.path("seconds").asDouble(0));
    }
}
