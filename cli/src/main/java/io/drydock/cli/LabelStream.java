package io.drydock.cli;

import io.drydock.core.error.DataException;
import io.drydock.core.error.DrydockException;
import io.drydock.workbench.DecideLabels;
import io.drydock.workbench.json.DecisionLine;
import io.drydock.workbench.json.JsonText;
import io.drydock.workbench.json.LabelsJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Command;
import tools.jackson.databind.node.ObjectNode;

/** {@code drydock labels stream}. For one thread at a time. */
@Command(
        name = "stream",
        description = "Take decisions from standard input, a JSON document a line, and answer each with a line once it"
                + " is on the disk.",
        footer = {
            "",
            "{\"action\":\"relabel\",\"images\":[\"a.jpg\"],\"to\":\"5\",\"why\":\"a tanker\"}",
            "action: relabel, drop, keep, unsure, duplicate_of, undo, redo; also by, finding, yes, steps.",
            "A line that cannot be done is answered with its message, and the next one is read."
        })
final class LabelStream extends Verb {
    @Override
    void run() {
        DecideLabels decide = new DecideLabels(workspace());
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (line != null) {
                if (!line.isBlank()) {
                    data().println(answer(decide, line));
                    if (data().checkError()) {
                        // Whoever sends the decisions would not hear what became of them.
                        return;
                    }
                }
                line = lines.readLine();
            }
        } catch (IOException e) {
            throw new DataException("Standard input cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private static String answer(DecideLabels decide, String line) {
        try {
            DecisionLine decision = DecisionLine.parse(line);
            if (decision.steps() == 0) {
                DecideLabels.Outcome outcome = decide.run(decision.request());
                ObjectNode answer = LabelsJson.outcome(outcome);
                if (outcome.asksForLabel()) {
                    answer.put("message", LabelsText.question(outcome.disagreeing(), decide.classes()));
                }
                return JsonText.line(answer);
            }
            DecideLabels.Reversal reversal = decision.undoes()
                    ? decide.undo(
                            decision.steps(),
                            decision.request().by(),
                            decision.request().why())
                    : decide.redo(
                            decision.steps(),
                            decision.request().by(),
                            decision.request().why());
            return JsonText.line(LabelsJson.reversal(reversal));
        } catch (DrydockException wrong) {
            return JsonText.line(JsonText.document("labels").put("done", false).put("message", wrong.getMessage()));
        }
    }
}
