package io.drydock.workspace.run;

import io.drydock.core.error.WorkspaceException;
import io.drydock.core.file.Trees;
import io.drydock.core.text.Suggestion;
import io.drydock.workspace.store.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.json.JsonMapper;

/**
 * The runs of a workspace: numbered folders under {@code runs/}, their status, and what a list shows of each. A run
 * whose process died while training is interrupted. Safe for use by many threads and processes.
 */
public final class RunStore {
    private static final String COLUMNS =
            "SELECT id, folder, status, message, pid, pid_started_at, started_at, ended_at, details FROM run"
                    + " WHERE trashed_at IS NULL";

    private final Database database;
    private final Path runs;
    private final Path trash;
    private final Clock clock;
    private final JsonMapper mapper = JsonMapper.builder().build();

    /**
     * @param runs folder of the runs
     * @param trash folder that removed runs go to
     */
    public RunStore(Database database, Path runs, Path trash, Clock clock) {
        this.database = database;
        this.runs = runs;
        this.trash = trash;
        this.clock = clock;
    }

    /**
     * Makes the folder of a new run with the next number, trained by this process.
     *
     * @param label what follows the number, usually the model's name
     * @throws WorkspaceException if the disk refuses
     */
    public RunFolder create(String label, RunDetails details) {
        TrainerProcess self = TrainerProcess.current();
        String suffix = label.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_.-]+", "-");
        return database.writeDurably(handle -> {
            int id = Math.max(highestGiven(handle), highestFolder()) + 1;
            String name = String.format(Locale.ROOT, "%04d-%s", id, suffix);
            makeFolder(runs.resolve(name));
            handle.createUpdate("INSERT INTO run (id, folder, status, message, pid, pid_started_at, started_at,"
                            + " details) VALUES (:id, :folder, 'running', '', :pid, :since, :at, :details)")
                    .bind("id", id)
                    .bind("folder", name)
                    .bind("pid", self.pid())
                    .bind("since", self.startedAt().toString())
                    .bind("at", clock.instant().toString())
                    .bind("details", mapper.writeValueAsString(details))
                    .execute();
            return new RunFolder(id, name, runs.resolve(name));
        });
    }

    /**
     * Takes a run up again in this process.
     *
     * @throws WorkspaceException if a living process is training it
     */
    public void resume(RunFolder run) {
        TrainerProcess self = TrainerProcess.current();
        database.writeDurably(handle -> {
            Row row = row(handle, run);
            if (row.status() == RunStatus.RUNNING
                    && row.process().isAlive()
                    && !row.process().isThisOne()) {
                throw new WorkspaceException("Run " + run.name() + " is being trained by process "
                        + row.process().pid() + ". Wait for it, or stop it first.");
            }
            return handle.createUpdate("UPDATE run SET status = 'running', message = '', pid = :pid,"
                            + " pid_started_at = :since, ended_at = NULL WHERE id = :id")
                    .bind("pid", self.pid())
                    .bind("since", self.startedAt().toString())
                    .bind("id", run.id())
                    .execute();
        });
    }

    /** Replaces what lists show of a run. */
    public void update(RunFolder run, RunDetails details) {
        database.write(handle -> handle.createUpdate("UPDATE run SET details = :details WHERE id = :id")
                .bind("details", mapper.writeValueAsString(details))
                .bind("id", run.id())
                .execute());
    }

    /**
     * Ends a run.
     *
     * @param message why it failed or was interrupted; empty otherwise
     */
    public void finish(RunFolder run, RunStatus status, String message) {
        if (status == RunStatus.RUNNING) {
            throw new IllegalArgumentException("a finished run is not running");
        }
        database.writeDurably(handle -> handle.createUpdate(
                        "UPDATE run SET status = :status, message = :message, ended_at = :at WHERE id = :id")
                .bind("status", status.key())
                .bind("message", message)
                .bind("at", clock.instant().toString())
                .bind("id", run.id())
                .execute());
    }

    /** All runs by number, but those in the trash and those whose folder is gone. */
    public List<RunEntry> list() {
        return rows().stream()
                .filter(row -> Files.isDirectory(runs.resolve(row.folder())))
                .map(this::entry)
                .toList();
    }

    /** A run as it stands now. */
    public RunEntry entry(RunFolder run) {
        return database.read(handle -> entry(row(handle, run)));
    }

    /**
     * Finds a run by folder name, number or {@code latest}.
     *
     * @throws WorkspaceException if there is none, naming those there are
     */
    public RunFolder resolve(String text) {
        List<RunEntry> known = list();
        if (known.isEmpty()) {
            throw new WorkspaceException(
                    "There is no run yet, so \"" + text + "\" cannot be found. Train one by" + " drydock train.");
        }
        if (text.equals("latest")) {
            return known.get(known.size() - 1).folder();
        }
        return known.stream()
                .filter(run -> run.name().equals(text) || number(text).equals(Optional.of(run.id())))
                .findFirst()
                .map(RunEntry::folder)
                .orElseThrow(() -> unknown(text, known));
    }

    /**
     * Moves a run to the trash; its number is not given again.
     *
     * @return where it lies now
     * @throws WorkspaceException if there is no such run, or a living process is training it
     */
    public Path remove(String text) {
        RunFolder run = resolve(text);
        RunEntry entry = entry(run);
        if (entry.status() == RunStatus.RUNNING) {
            throw new WorkspaceException(
                    "Run " + run.name() + " is being trained and is not removed. Stop it first (Ctrl-C).");
        }
        Path target = trash.resolve(run.name());
        try {
            Trees.make(trash);
            Files.move(run.path(), target);
        } catch (IOException e) {
            throw WorkspaceException.failed("Could not move " + run.path() + " to " + target + ": " + e + ".", e);
        }
        database.write(handle -> handle.createUpdate("UPDATE run SET trashed_at = :at WHERE id = :id")
                .bind("at", clock.instant().toString())
                .bind("id", run.id())
                .execute());
        return target;
    }

    private static WorkspaceException unknown(String text, List<RunEntry> known) {
        List<String> names = known.stream().map(RunEntry::name).toList();
        String nearest = Suggestion.nearest(text, names)
                .map(name -> " Did you mean " + name + "?")
                .orElse("");
        return new WorkspaceException("There is no run \"" + text + "\". Runs: " + String.join(", ", names)
                + "; a number or \"latest\" will do." + nearest);
    }

    private static Optional<Integer> number(String text) {
        return text.matches("\\d{1,9}") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
    }

    private record Row(
            int id,
            String folder,
            RunStatus status,
            String message,
            TrainerProcess process,
            Instant startedAt,
            Optional<Instant> endedAt,
            String details) {}

    private RunEntry entry(Row row) {
        boolean died = row.status() == RunStatus.RUNNING && !row.process().isAlive();
        return new RunEntry(
                new RunFolder(row.id(), row.folder(), runs.resolve(row.folder())),
                died ? RunStatus.INTERRUPTED : row.status(),
                died ? "its process ended without a word; take it up by drydock resume " + row.id() : row.message(),
                row.startedAt(),
                row.endedAt(),
                mapper.readValue(row.details(), RunDetails.class));
    }

    private List<Row> rows() {
        return database.read(handle -> handle.createQuery(COLUMNS + " ORDER BY id")
                .map((r, c) -> row(r))
                .list());
    }

    private static Row row(Handle handle, RunFolder run) {
        return handle.createQuery(COLUMNS + " AND id = :id")
                .bind("id", run.id())
                .map((r, c) -> row(r))
                .findOne()
                .orElseThrow(() -> new WorkspaceException("Run " + run.name() + " is no longer in the workspace."));
    }

    private static Row row(java.sql.ResultSet r) throws java.sql.SQLException {
        return new Row(
                r.getInt("id"),
                r.getString("folder"),
                RunStatus.ofKey(r.getString("status")),
                r.getString("message"),
                new TrainerProcess(r.getLong("pid"), Instant.parse(r.getString("pid_started_at"))),
                Instant.parse(r.getString("started_at")),
                Optional.ofNullable(r.getString("ended_at")).map(Instant::parse),
                r.getString("details"));
    }

    private static int highestGiven(Handle handle) {
        return handle.createQuery("SELECT coalesce(max(id), 0) FROM run")
                .mapTo(Integer.class)
                .one();
    }

    private int highestFolder() {
        if (!Files.isDirectory(runs)) {
            return 0;
        }
        try (Stream<Path> folders = Files.list(runs)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .filter(name -> name.matches("\\d{1,9}-.*"))
                    .mapToInt(name -> Integer.parseInt(name.substring(0, name.indexOf('-'))))
                    .max()
                    .orElse(0);
        } catch (IOException e) {
            throw WorkspaceException.failed("Could not list " + runs + ": " + e.getMessage() + ".", e);
        }
    }

    private static void makeFolder(Path folder) {
        try {
            Trees.make(Objects.requireNonNull(folder.getParent(), "a run folder is in the runs folder"));
            Files.createDirectory(folder);
        } catch (IOException e) {
            throw WorkspaceException.failed("Could not make the run folder " + folder + ": " + e + ".", e);
        }
    }
}
