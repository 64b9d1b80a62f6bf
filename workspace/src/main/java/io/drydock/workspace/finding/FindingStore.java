package io.drydock.workspace.finding;

import io.drydock.core.finding.Finding;
import io.drydock.core.finding.FindingKind;
import io.drydock.core.split.Part;
import io.drydock.workspace.store.Database;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The findings of every check's last run. Parts and labels in them are those of that time. Copies that a finding is about
 * stand in its evidence as {@code copies}, each with its {@code image}. Safe for use by many threads
 * and processes.
 */
public final class FindingStore {
    private static final TypeReference<Map<String, Object>> EVIDENCE = new TypeReference<>() {};

    private final Database database;
    private final Clock clock;
    private final JsonMapper mapper = JsonMapper.builder().build();

    public FindingStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Goes up whenever anything here changes, so that a reader need not read again what it knows. */
    public long revision() {
        return database.read(handle -> handle.createQuery("SELECT value FROM setting WHERE name = 'finding_revision'")
                .mapTo(Long.class)
                .findOne()
                .orElse(0L));
    }

    /** How a check was run last, if it was. */
    public Optional<FindingCheck> lastRun(String check) {
        return database.read(handle -> handle.createQuery("SELECT * FROM finding_check WHERE name = :name")
                .bind("name", check)
                .map((r, c) -> new FindingCheck(r.getString("name"), r.getInt("version"), r.getString("settings")))
                .findOne());
    }

    /**
     * Replaces what a check found before, all or nothing.
     *
     * @param contents hash of the file of every image in the findings, by path
     */
    public void replace(FindingCheck check, List<Finding> findings, Map<String, String> contents) {
        database.write(handle -> {
            handle.execute("DELETE FROM finding WHERE check_name = ?", check.name());
            handle.execute(
                    "INSERT INTO finding_check (name, version, settings, made_at) VALUES (?, ?, ?, ?)"
                            + " ON CONFLICT (name) DO UPDATE SET version = excluded.version,"
                            + " settings = excluded.settings, made_at = excluded.made_at",
                    check.name(),
                    check.version(),
                    check.settings(),
                    clock.instant().toString());
            insert(handle, check.name(), findings, contents);
            handle.execute("INSERT INTO setting (name, value) VALUES ('finding_revision', '1')"
                    + " ON CONFLICT (name) DO UPDATE SET value = CAST(CAST(value AS INTEGER) + 1 AS TEXT)");
            return findings.size();
        });
    }

    /** All findings without their evidence: kind by kind, each by rank. */
    public List<FindingHead> heads() {
        Map<String, FindingKind> kinds = new HashMap<>();
        for (FindingKind kind : FindingKind.values()) {
            kinds.put(kind.key(), kind);
        }
        List<FindingHead> heads = new ArrayList<>();
        database.read(handle -> select(
                handle,
                "SELECT number, check_name, id, kind, rank, score, image, sha256, suggested, others FROM finding"
                        + " ORDER BY number",
                statement -> {},
                r -> {
                    FindingKind kind = kinds.get(r.getString(4));
                    if (kind != null) {
                        heads.add(new FindingHead(
                                r.getLong(1),
                                r.getString(2),
                                r.getString(3),
                                kind,
                                r.getInt(5),
                                r.getDouble(6),
                                r.getString(7),
                                r.getString(8),
                                index(r, "suggested"),
                                r.getString(10).lines().toList()));
                    }
                }));
        heads.sort((a, b) -> a.kind() == b.kind()
                ? Integer.compare(a.rank(), b.rank())
                : a.kind().compareTo(b.kind()));
        return List.copyOf(heads);
    }

    /** Findings by their numbers in the store, with evidence; those that are gone are left out. */
    public Map<Long, Finding> read(Collection<Long> numbers) {
        Map<Long, Finding> found = new HashMap<>();
        return database.read(handle -> {
            for (long number : numbers) {
                select(
                        handle,
                        "SELECT * FROM finding WHERE number = ?",
                        statement -> statement.setLong(1, number),
                        r -> finding(r).ifPresent(finding -> found.put(number, finding)));
            }
            return found;
        });
    }

    /** A finding by its id. */
    public Optional<Finding> find(String id) {
        List<Finding> found = new ArrayList<>();
        database.read(handle -> select(
                handle,
                "SELECT * FROM finding WHERE id = ?",
                statement -> statement.setString(1, id),
                r -> finding(r).ifPresent(found::add)));
        return found.stream().findFirst();
    }

    /** Findings of some images by path, each with evidence, kind by kind and by rank. */
    public Map<String, List<Finding>> ofImages(Collection<String> images) {
        Map<String, List<Finding>> found = new HashMap<>();
        return database.read(handle -> {
            for (String image : images) {
                List<Finding> own = new ArrayList<>();
                select(
                        handle,
                        "SELECT * FROM finding WHERE image = ?",
                        statement -> statement.setString(1, image),
                        r -> finding(r).ifPresent(own::add));
                own.sort((a, b) -> a.kind() == b.kind()
                        ? Integer.compare(a.rank(), b.rank())
                        : a.kind().compareTo(b.kind()));
                found.put(image, own);
            }
            return found;
        });
    }

    private void insert(Handle handle, String check, List<Finding> findings, Map<String, String> contents) {
        try (PreparedStatement insert = handle.getConnection()
                .prepareStatement("INSERT INTO finding (check_name, id, kind, rank, score, image, sha256, part, label,"
                        + " suggested, evidence, others) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Finding finding : findings) {
                insert.setString(1, check);
                insert.setString(2, finding.id());
                insert.setString(3, finding.kind().key());
                insert.setInt(4, finding.rank());
                insert.setDouble(5, finding.score());
                insert.setString(6, finding.image());
                insert.setString(7, contents.getOrDefault(finding.image(), ""));
                insert.setString(8, finding.part().map(Part::key).orElse(null));
                bind(insert, 9, finding.label());
                bind(insert, 10, finding.suggested());
                insert.setString(11, mapper.writeValueAsString(finding.evidence()));
                insert.setString(12, String.join("\n", others(finding)));
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new UnableToExecuteStatementException(e, null);
        }
    }

    /** Images under {@code copies} in the evidence, without the image itself. */
    private static List<String> others(Finding finding) {
        List<String> others = new ArrayList<>();
        if (finding.evidence().get("copies") instanceof Collection<?> copies) {
            for (Object copy : copies) {
                if (copy instanceof Map<?, ?> shown
                        && shown.get("image") instanceof String image
                        && !image.equals(finding.image())) {
                    others.add(image);
                }
            }
        }
        return others;
    }

    private static void bind(PreparedStatement insert, int column, OptionalInt value) throws SQLException {
        if (value.isPresent()) {
            insert.setInt(column, value.getAsInt());
        } else {
            insert.setNull(column, Types.INTEGER);
        }
    }

    private Optional<Finding> finding(ResultSet r) throws SQLException {
        Optional<FindingKind> kind = FindingKind.of(r.getString("kind"));
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        @Nullable String part = r.getString("part");
        return Optional.of(new Finding(
                r.getString("id"),
                kind.get(),
                r.getInt("rank"),
                r.getDouble("score"),
                r.getString("image"),
                part == null ? Optional.empty() : Optional.of(Part.valueOf(part.toUpperCase(Locale.ROOT))),
                index(r, "label"),
                index(r, "suggested"),
                mapper.readValue(r.getString("evidence"), EVIDENCE)));
    }

    private static OptionalInt index(ResultSet r, String column) throws SQLException {
        int value = r.getInt(column);
        return r.wasNull() ? OptionalInt.empty() : OptionalInt.of(value);
    }

    /** Fills in the question marks of a statement. */
    @FunctionalInterface
    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    /** Takes one row. */
    @FunctionalInterface
    private interface Row {
        void take(ResultSet row) throws SQLException;
    }

    private static int select(Handle handle, String sql, Binding binding, Row each) {
        try (PreparedStatement statement = handle.getConnection().prepareStatement(sql)) {
            binding.bind(statement);
            int rows = 0;
            try (ResultSet r = statement.executeQuery()) {
                while (r.next()) {
                    each.take(r);
                    rows++;
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new UnableToExecuteStatementException(e, null);
        }
    }
}
