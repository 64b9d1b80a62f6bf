package io.drydock.workspace.label;

import io.drydock.core.label.Action;
import io.drydock.core.label.ImportedLabel;
import io.drydock.core.label.JournalEntry;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/** Rows of the journal to entries and back. */
final class JournalRows {
    /** Label of an image that is listed without one; NULL marks one that is no longer listed. */
    private static final String UNLABELED = "";

    private JournalRows() {}

    static long last(Handle handle, String column) {
        return handle.createQuery("SELECT coalesce(max(" + column + "), 0) FROM journal")
                .mapTo(Long.class)
                .one();
    }

    static void insert(Handle handle, List<JournalEntry> entries) {
        try (PreparedStatement insert = handle.getConnection()
                .prepareStatement("INSERT INTO journal (seq, batch, action, image, sha256, old, new, by_whom, at, why,"
                        + " finding, score, undoes, suggested, version)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (JournalEntry entry : entries) {
                bind(insert, entry);
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new UnableToExecuteStatementException(e, null);
        }
    }

    private static void bind(PreparedStatement insert, JournalEntry entry) throws SQLException {
        insert.setLong(1, entry.seq());
        insert.setLong(2, entry.batch());
        insert.setString(3, entry.action().key());
        insert.setString(4, entry.image());
        insert.setString(5, entry.sha256());
        insert.setString(6, entry.oldLabel().orElse(null));
        insert.setString(7, entry.newLabel().orElse(null));
        insert.setString(8, entry.by());
        insert.setString(9, entry.at().toString());
        insert.setString(10, entry.why());
        insert.setString(11, entry.finding().orElse(null));
        if (entry.score().isPresent()) {
            insert.setDouble(12, entry.score().getAsDouble());
        } else {
            insert.setNull(12, Types.REAL);
        }
        if (entry.undoes().isPresent()) {
            insert.setLong(13, entry.undoes().getAsLong());
        } else {
            insert.setNull(13, Types.INTEGER);
        }
        insert.setString(14, entry.suggested().orElse(null));
        insert.setInt(15, entry.version());
    }

    /** Entries after one position, up to and with another. */
    static List<JournalEntry> read(Handle handle, long after, long upTo) {
        try (PreparedStatement select = handle.getConnection()
                .prepareStatement("SELECT * FROM journal WHERE seq > ? AND seq <= ? ORDER BY seq")) {
            select.setLong(1, after);
            select.setLong(2, upTo);
            List<JournalEntry> entries = new ArrayList<>();
            try (ResultSet r = select.executeQuery()) {
                while (r.next()) {
                    entries.add(entry(r));
                }
            }
            return entries;
        } catch (SQLException e) {
            throw new UnableToExecuteStatementException(e, null);
        }
    }

    private static JournalEntry entry(ResultSet r) throws SQLException {
        @Nullable Object score = r.getObject("score");
        @Nullable Object undoes = r.getObject("undoes");
        return new JournalEntry(
                r.getLong("seq"),
                r.getLong("batch"),
                Action.of(r.getString("action")),
                r.getString("image"),
                r.getString("sha256"),
                Optional.ofNullable(r.getString("old")),
                Optional.ofNullable(r.getString("new")),
                r.getString("by_whom"),
                Instant.parse(r.getString("at")),
                r.getString("why"),
                Optional.ofNullable(r.getString("finding")),
                score == null ? OptionalDouble.empty() : OptionalDouble.of(((Number) score).doubleValue()),
                undoes == null ? OptionalLong.empty() : OptionalLong.of(((Number) undoes).longValue()),
                Optional.ofNullable(r.getString("suggested")),
                r.getInt("version"));
    }

    static void insertImported(Handle handle, long seq, List<ImportedLabel> labels, List<ImportedLabel> gone) {
        try (PreparedStatement insert = handle.getConnection()
                .prepareStatement("INSERT INTO imported_label (seq, position, image, sha256, label)"
                        + " VALUES (?, ?, ?, ?, ?)")) {
            for (int i = 0; i < labels.size() + gone.size(); i++) {
                boolean listed = i < labels.size();
                ImportedLabel label = listed ? labels.get(i) : gone.get(i - labels.size());
                insert.setLong(1, seq);
                insert.setInt(2, i);
                insert.setString(3, label.image());
                insert.setString(4, label.sha256());
                insert.setString(5, listed ? label.code().orElse(UNLABELED) : null);
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new UnableToExecuteStatementException(e, null);
        }
    }

    /** The imported labels as of a position: later imports replace, add and take out. */
    static List<ImportedLabel> imported(Handle handle, long upTo) {
        Map<String, ImportedLabel> labels = new LinkedHashMap<>();
        try (PreparedStatement select = handle.getConnection()
                .prepareStatement(
                        "SELECT image, sha256, label FROM imported_label WHERE seq <= ?" + " ORDER BY seq, position")) {
            select.setLong(1, upTo);
            try (ResultSet r = select.executeQuery()) {
                while (r.next()) {
                    @Nullable String code = r.getString(3);
                    if (code == null) {
                        labels.remove(r.getString(1));
                    } else {
                        Optional<String> given = code.equals(UNLABELED) ? Optional.empty() : Optional.of(code);
                        labels.put(r.getString(1), new ImportedLabel(r.getString(1), r.getString(2), given));
                    }
                }
            }
        } catch (SQLException e) {
            throw new UnableToExecuteStatementException(e, null);
        }
        return new ArrayList<>(labels.values());
    }
}
