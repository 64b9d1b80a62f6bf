package io.drydock.workspace.source;

import io.drydock.core.csv.CsvOptions;
import io.drydock.core.data.Reason;
import io.drydock.core.data.UnusableRow;
import io.drydock.workspace.source.SourceFile.Content;
import io.drydock.workspace.store.Database;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * The user's files as imported, the latest of each role first of all, and the rows of the last import that could not be
 * used. Safe for use by many threads.
 */
public final class SourceStore {
    private final Database database;

    public SourceStore(Database database) {
        this.database = database;
    }

    /** The latest file of a role. */
    public Optional<SourceFile> find(SourceRole role) {
        return database.read(
                handle -> handle.createQuery("SELECT * FROM source WHERE role = :role ORDER BY id DESC LIMIT 1")
                        .bind("role", role.key())
                        .map((r, c) -> source(r))
                        .findOne());
    }

    /** Rows of the last import that were left out, in file order. */
    public List<UnusableRow> unusableRows() {
        return database.read(handle -> handle.createQuery("SELECT * FROM unusable_row ORDER BY rowid")
                .map((r, c) -> new UnusableRow(
                        r.getString("source"),
                        r.getLong("line"),
                        r.getString("image"),
                        Reason.valueOf(r.getString("reason").toUpperCase(Locale.ROOT)),
                        r.getString("message")))
                .list());
    }

    /** Adds a file within a transaction of the caller. */
    public void add(Handle handle, SourceFile file, Instant now) {
        handle.createUpdate("INSERT INTO source (role, path, sha256, size_bytes, image_column, label_column, content,"
                        + " imported_at, csv_options) VALUES (:role, :path, :sha256, :size, :image, :label, :content, :at,"
                        + " :csv)")
                .bind("role", file.role().key())
                .bind("path", file.path().toString())
                .bind("sha256", file.sha256())
                .bind("size", file.content().sizeBytes())
                .bind("image", file.imageColumn())
                .bind("label", file.labelColumn())
                .bind("content", zipped(file.content().bytes()))
                .bind("at", now.toString())
                .bind("csv", file.csv().text())
                .execute();
    }

    /** Replaces the rows that were left out, within a transaction of the caller. */
    public void replaceUnusable(Handle handle, List<UnusableRow> rows) {
        handle.execute("DELETE FROM unusable_row");
        try (PreparedStatement insert = handle.getConnection()
                .prepareStatement(
                        "INSERT INTO unusable_row (source, line, image, reason, message) VALUES (?, ?, ?, ?, ?)")) {
            for (UnusableRow row : rows) {
                insert.setString(1, row.source());
                insert.setLong(2, row.line());
                insert.setString(3, row.image());
                insert.setString(4, row.reason().key());
                insert.setString(5, row.message());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new UnableToExecuteStatementException(e, null);
        }
    }

    private static SourceFile source(ResultSet r) throws SQLException {
        return new SourceFile(
                SourceRole.ofKey(r.getString("role")),
                Path.of(r.getString("path")),
                r.getString("sha256"),
                r.getString("image_column"),
                r.getString("label_column"),
                new Content(unzipped(r.getBytes("content"))),
                CsvOptions.parse(r.getString("csv_options")));
    }

    private static byte[] zipped(byte[] bytes) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
                gzip.write(bytes);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] unzipped(byte[] bytes) {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return gzip.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
