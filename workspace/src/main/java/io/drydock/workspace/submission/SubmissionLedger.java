package io.drydock.workspace.submission;

import io.drydock.core.error.WorkspaceException;
import io.drydock.core.metric.Measured;
import io.drydock.workspace.store.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The submissions that were written, in order, with the scores they got. Safe for use by many threads. */
public final class SubmissionLedger {
    private final Database database;
    private final JsonMapper mapper = JsonMapper.builder().build();

    public SubmissionLedger(Database database) {
        this.database = database;
    }

    /** Enters a submission, and returns it with its number. */
    public Submission enter(Submission submission) {
        Optional<Measured> f1 = submission.weightedF1();
        int number = database.writeDurably(handle -> handle.createQuery("INSERT INTO submission (file, sha256, runs,"
                        + " mix, tta, journal_position, valid_n, weighted_f1, weighted_f1_low, weighted_f1_high,"
                        + " epoch_chosen, cross_fit_folds, leaderboard_score, created_at) VALUES (:file, :sha256,"
                        + " :runs, :mix, :tta, :position, :n, :f1, :low, :high, :chosen, :folds, :score, :at)"
                        + " RETURNING number")
                .bind("file", submission.file())
                .bind("sha256", submission.sha256())
                .bind("runs", mapper.writeValueAsString(submission.runs()))
                .bind("mix", submission.mix())
                .bind("tta", submission.tta())
                .bind("position", submission.journalPosition())
                .bind("n", submission.validN().orElse(null))
                .bind("f1", f1.map(Measured::value).orElse(null))
                .bind("low", f1.map(Measured::low).orElse(null))
                .bind("high", f1.map(Measured::high).orElse(null))
                .bind("chosen", submission.epochChosen().orElse(null))
                .bind("folds", submission.crossFitFolds().orElse(null))
                .bind("score", submission.leaderboardScore().orElse(null))
                .bind("at", submission.createdAt().toString())
                .mapTo(Integer.class)
                .one());
        return find(number);
    }

    /** All submissions by number. */
    public List<Submission> list() {
        return database.read(handle -> handle.createQuery("SELECT * FROM submission ORDER BY number")
                .map((r, c) -> submission(r))
                .list());
    }

    /**
     * Notes the score that the leaderboard gave.
     *
     * @param score as typed, usually in 0..1
     * @throws WorkspaceException if no submission has that number
     */
    public Submission score(int number, double score) {
        if (!Double.isFinite(score)) {
            throw new IllegalArgumentException("a score is a finite number, was " + score);
        }
        Submission known = find(number);
        database.writeDurably(
                handle -> handle.createUpdate("UPDATE submission SET leaderboard_score = :score WHERE number = :number")
                        .bind("score", score)
                        .bind("number", known.number())
                        .execute());
        return find(number);
    }

    private Submission find(int number) {
        List<Submission> all = list();
        return all.stream()
                .filter(submission -> submission.number() == number)
                .findFirst()
                .orElseThrow(() -> new WorkspaceException("There is no submission " + number + ". "
                        + (all.isEmpty()
                                ? "None was written yet: drydock submit writes one."
                                : "Submissions: "
                                        + String.join(
                                                ", ",
                                                all.stream()
                                                        .map(s -> Integer.toString(s.number()))
                                                        .toList())
                                        + ".")));
    }

    private Submission submission(ResultSet r) throws SQLException {
        Optional<Double> f1 = number(r, "weighted_f1");
        return new Submission(
                r.getInt("number"),
                r.getString("file"),
                r.getString("sha256"),
                List.of(mapper.readValue(r.getString("runs"), String[].class)),
                r.getString("mix"),
                r.getInt("tta"),
                r.getLong("journal_position"),
                number(r, "valid_n").map(Double::intValue),
                f1.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Measured(
                                f1.get(), r.getDouble("weighted_f1_low"), r.getDouble("weighted_f1_high"))),
                number(r, "epoch_chosen").map(chosen -> chosen != 0),
                number(r, "cross_fit_folds").map(Double::intValue),
                number(r, "leaderboard_score"),
                Instant.parse(r.getString("created_at")));
    }

    private static Optional<Double> number(ResultSet r, String column) throws SQLException {
        @Nullable Object value = r.getObject(column);
        return value == null ? Optional.empty() : Optional.of(((Number) value).doubleValue());
    }
}
