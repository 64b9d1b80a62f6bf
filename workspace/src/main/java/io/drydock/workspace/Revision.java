package io.drydock.workspace;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * How far each part of a workspace has come: equal numbers mean that nothing changed.
 *
 * @param journal last entry of the label journal
 * @param images goes up whenever images or their lists change
 * @param findings goes up whenever findings change
 * @param split number of the current split, 0 without
 */
public record Revision(long journal, long images, long findings, int split) {
    static Revision read(Handle handle) {
        try (PreparedStatement select = handle.getConnection()
                        .prepareStatement("SELECT (SELECT coalesce(max(seq), 0) FROM journal),"
                                + " (SELECT coalesce(max(CAST(value AS INTEGER)), 0) FROM setting"
                                + " WHERE name = 'image_revision'),"
                                + " (SELECT coalesce(max(CAST(value AS INTEGER)), 0) FROM setting"
                                + " WHERE name = 'finding_revision'),"
                                + " (SELECT coalesce(max(number), 0) FROM split)");
                ResultSet r = select.executeQuery()) {
            r.next();
            return new Revision(r.getLong(1), r.getLong(2), r.getLong(3), r.getInt(4));
        } catch (SQLException e) {
            throw new UnableToExecuteStatementException(e, null);
        }
    }
}
