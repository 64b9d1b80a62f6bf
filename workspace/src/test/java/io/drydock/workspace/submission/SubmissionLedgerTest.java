package io.drydock.workspace.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drydock.core.error.WorkspaceException;
import io.drydock.core.metric.Measured;
import io.drydock.workspace.store.Database;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubmissionLedgerTest {
    @TempDir
    Path folder;

    @Test
    void submissionsKeepTheirScoreAndTakeTheLeaderboards() {
        SubmissionLedger ledger = new SubmissionLedger(Database.open(folder.resolve("drydock.db")));
        Submission written = new Submission(
                0,
                "submission.csv",
                "ab",
                List.of("0001-resnet18", "0002-resnet50"),
                "mean",
                2,
                1,
                Optional.of(797),
                Optional.of(new Measured(0.93, 0.91, 0.95)),
                Optional.of(true),
                Optional.of(5),
                Optional.empty(),
                Instant.parse("2026-01-02T03:04:05Z"));

        Submission entered = ledger.enter(written);
        Submission scored = ledger.score(1, 0.925);

        assertThat(entered.number()).isEqualTo(1);
        assertThat(entered.weightedF1()).isEqualTo(written.weightedF1());
        assertThat(scored.leaderboardScore()).contains(0.925);
        assertThat(scored.epochChosen()).contains(true);
        assertThat(scored.crossFitFolds()).contains(5);
        assertThat(ledger.list()).containsExactly(scored);
        assertThatThrownBy(() -> ledger.score(2, 0.9))
                .isInstanceOf(WorkspaceException.class)
                .hasMessageContaining("no submission 2")
                .hasMessageContaining("Submissions: 1");
    }
}
