package io.drydock.cli;

import io.drydock.core.text.TextTable;
import io.drydock.workbench.ListSubmissions;
import io.drydock.workbench.ScoreSubmission;
import io.drydock.workbench.json.JsonText;
import io.drydock.workbench.json.SubmissionsJson;
import io.drydock.workbench.submission.SubmissionLine;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code drydock submissions}. For one thread at a time. */
@Command(
        name = "submissions",
        description = "List what was submitted, with validation and leaderboard scores.",
        subcommands = SubmissionsCommand.Score.class)
final class SubmissionsCommand extends Verb {
    @Override
    void run() {
        print(this, new ListSubmissions().run(workspace()));
    }

    private static void print(Verb verb, List<SubmissionLine> lines) {
        if (verb.json()) {
            verb.out().println(JsonText.pretty(SubmissionsJson.of(lines)));
            return;
        }
        TextTable table =
                new TextTable("no", "file", "runs", "mix", "tta", "labels", "valid weighted F1 [95 %]", "leaderboard");
        for (SubmissionLine line : lines) {
            table.row(
                    line.number(),
                    line.file(),
                    String.join(" + ", line.runs()),
                    line.mix().isEmpty() ? "-" : line.mix(),
                    line.tta(),
                    line.journalPosition(),
                    line.weightedF1()
                            .map(f1 -> f1 + " *".repeat(line.caveats().isEmpty() ? 0 : 1))
                            .orElse("-"),
                    line.leaderboardScore().map(String::valueOf).orElse("-"));
        }
        verb.out().print(lines.isEmpty() ? "Nothing was submitted yet.\n" : table);
        lines.stream()
                .flatMap(line -> line.caveats().stream())
                .distinct()
                .forEach(caveat -> verb.out().println("* " + caveat));
    }

    /** {@code drydock submissions score}. For one thread at a time. */
    @Command(name = "score", description = "Note the score that the leaderboard gave.")
    static final class Score extends Verb {
        @Parameters(index = "0", paramLabel = "N", description = "Number of the submission.")
        private int number;

        @Parameters(index = "1", paramLabel = "SCORE", description = "As the leaderboard shows it.")
        private double score;

        @Override
        void run() {
            print(this, List.of(new ScoreSubmission().run(workspace(), number, score)));
        }
    }
}
