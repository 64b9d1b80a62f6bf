package io.drydock.workspace.split;

import io.drydock.core.error.WorkspaceException;
import io.drydock.core.file.AtomicFile;
import io.drydock.core.file.Existing;
import io.drydock.core.split.Split;
import io.drydock.core.split.SplitCsv;
import io.drydock.workspace.store.Database;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The splits of a workspace: numbered, written once, never changed; the last one added is current. A file that was
 * edited afterwards is refused. Safe for use by many threads and processes.
 */
public final class SplitStore {
    private static final String ROW = "SELECT * FROM split";

    private final Database database;
    private final Path folder;
    private final Clock clock;
    private volatile @Nullable Kept kept;

    /** @param folder where the CSV files lie */
    public SplitStore(Database database, Path folder, Clock clock) {
        this.database = database;
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * Adds a split under the next number and makes it current.
     *
     * @param labels class code of each image, for the file
     * @return the split under its number
     */
    public Split add(Split split, Map<String, String> labels) {
        return database.writeDurably(handle -> {
            int number = 1
                    + handle.createQuery("SELECT coalesce(max(number), 0) FROM split")
                            .mapTo(Integer.class)
                            .one();
            Split numbered = split.numbered(number);
            String csv = SplitCsv.text(numbered, labels);
            AtomicFile.write(file(number), csv, Existing.REPLACE);
            handle.createUpdate("INSERT INTO split (number, file, sha256, seed, valid_share, group_by,"
                            + " journal_position, data_sha256, created_at) VALUES (:number, :file, :sha256, :seed,"
                            + " :share, :group, :position, :data, :at)")
                    .bind("number", number)
                    .bind("file", fileName(number))
                    .bind("sha256", sha256(csv))
                    .bind("seed", numbered.seed())
                    .bind("share", numbered.validShare())
                    .bind("group", numbered.groupBy())
                    .bind("position", numbered.journalPosition())
                    .bind("data", numbered.dataSha256())
                    .bind("at", clock.instant().toString())
                    .execute();
            return numbered;
        });
    }

    /** Numbers of all splits, in order. */
    public List<Integer> numbers() {
        return database.read(handle -> handle.createQuery("SELECT number FROM split ORDER BY number")
                .mapTo(Integer.class)
                .list());
    }

    /** Number of the split in use, 0 when there is none. */
    public int currentNumber() {
        return database.read(handle -> handle.createQuery("SELECT coalesce(max(number), 0) FROM split")
                .mapTo(Integer.class)
                .one());
    }

    /** The split in use: the last one added. */
    public Optional<Split> findCurrent() {
        return row(ROW + " ORDER BY number DESC LIMIT 1").map(this::read);
    }

    /**
     * The split in use: the last one added.
     *
     * @throws WorkspaceException if there is none
     */
    public Split current() {
        return findCurrent()
                .orElseThrow(() -> new WorkspaceException(
                        "There is no split yet. Make one by drydock split --valid 0.15 --seed 42."));
    }

    /**
     * A split by number.
     *
     * @throws WorkspaceException if there is none, or its file was changed or lost
     */
    public Split get(int number) {
        return row(ROW + " WHERE number = " + number)
                .map(this::read)
                .orElseThrow(
                        () -> new WorkspaceException("There is no split " + number + ". Splits: " + numbers() + "."));
    }

    /** The CSV of a split: columns image, label, part, fold. */
    public Path file(int number) {
        return folder.resolve(fileName(number));
    }

    private static String fileName(int number) {
        return String.format(Locale.ROOT, "%04d.csv", number);
    }

    private record Row(
            int number,
            String sha256,
            long seed,
            double validShare,
            String groupBy,
            long journalPosition,
            String dataSha256) {}

    private Optional<Row> row(String sql) {
        return database.read(
                handle -> handle.createQuery(sql).map((r, c) -> row(r)).findOne());
    }

    private static Row row(ResultSet r) throws SQLException {
        return new Row(
                r.getInt("number"),
                r.getString("sha256"),
                r.getLong("seed"),
                r.getDouble("valid_share"),
                r.getString("group_by"),
                r.getLong("journal_position"),
                r.getString("data_sha256"));
    }

    /** A split as it was read, good for as long as its file stays the same. */
    private record Kept(int number, FileTime modified, long sizeBytes, Split split) {
        boolean isOf(int wanted, Path file) {
            try {
                return number == wanted
                        && Files.size(file) == sizeBytes
                        && Files.getLastModifiedTime(file).equals(modified);
            } catch (IOException e) {
                return false;
            }
        }
    }

    private Split read(Row row) {
        Path file = file(row.number());
        Kept before = kept;
        if (before != null && before.isOf(row.number(), file)) {
            return before.split();
        }
        try {
            FileTime modified = Files.getLastModifiedTime(file);
            Split split = readFile(row, file);
            kept = new Kept(row.number(), modified, Files.size(file), split);
            return split;
        } catch (IOException e) {
            return readFile(row, file);
        }
    }

    private static Split readFile(Row row, Path file) {
        String csv;
        try {
            csv = Files.readString(file);
        } catch (IOException e) {
            throw new WorkspaceException(
                    "Split " + row.number() + " cannot be read from " + file + ": " + e + ". Put the file back, or"
                            + " make another split by drydock split.",
                    e);
        }
        if (!sha256(csv).equals(row.sha256())) {
            throw new WorkspaceException(file + " was changed after it was written. Splits are never changed, because"
                    + " runs name them: put the file back, and import yours by drydock split --from FILE.");
        }
        SplitCsv.Rows rows = SplitCsv.read(file);
        return new Split(
                row.number(),
                row.seed(),
                row.validShare(),
                row.groupBy(),
                row.journalPosition(),
                row.dataSha256(),
                rows.parts(),
                rows.folds());
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
