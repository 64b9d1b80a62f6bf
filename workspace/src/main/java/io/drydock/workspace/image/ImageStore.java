package io.drydock.workspace.image;

import io.drydock.core.data.Reason;
import io.drydock.workspace.store.Database;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** What is known of every image, and which list it stands in. Safe for use by many threads and processes. */
public final class ImageStore {
    private static final String UPSERT = "INSERT INTO image (path, sha256, size_bytes, modified_millis, height, width,"
            + " format, mode, orientation, pixel_sha256, checks, unusable_reason, unusable_message)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (path) DO UPDATE SET"
            + " sha256 = excluded.sha256, size_bytes = excluded.size_bytes, modified_millis = excluded.modified_millis,"
            + " height = excluded.height, width = excluded.width, format = excluded.format, mode = excluded.mode,"
            + " orientation = excluded.orientation, pixel_sha256 = excluded.pixel_sha256, checks = excluded.checks,"
            + " unusable_reason = excluded.unusable_reason, unusable_message = excluded.unusable_message";

    private final Database database;
    private final JsonMapper mapper = JsonMapper.builder().build();
    private final ObjectReader checks = mapper.readerFor(new TypeReference<Map<String, Double>>() {});

    public ImageStore(Database database) {
        this.database = database;
    }

    /** Adds images, or replaces what is known of them, in one transaction. */
    public void put(Collection<StoredImage> images) {
        database.write(handle -> {
            put(handle, images);
            revise(handle);
            return images.size();
        });
    }

    /** Notes that files may have changed since they were looked at, by path. */
    public void markUnknown(Collection<String> paths) {
        Map<String, Long> unknown = new LinkedHashMap<>();
        paths.forEach(path -> unknown.put(path, -1L));
        noteTimes(unknown);
    }

    /** Notes when files were last changed that still hold what is stored of them, by path. */
    void noteTimes(Map<String, Long> modifiedMillis) {
        database.write(handle -> {
            try (PreparedStatement update =
                    handle.getConnection().prepareStatement("UPDATE image SET modified_millis = ? WHERE path = ?")) {
                for (Map.Entry<String, Long> time : modifiedMillis.entrySet()) {
                    update.setLong(1, time.getValue());
                    update.setString(2, time.getKey());
                    update.addBatch();
                }
                return update.executeBatch().length;
            } catch (SQLException e) {
                throw new UnableToExecuteStatementException(e, null);
            }
        });
    }

    /** Goes up whenever anything here changes, so that a reader need not read again what it knows. */
    public long revision() {
        return database.read(handle -> handle.createQuery("SELECT value FROM setting WHERE name = 'image_revision'")
                .mapTo(Long.class)
                .findOne()
                .orElse(0L));
    }

    private static void revise(Handle handle) {
        handle.execute("INSERT INTO setting (name, value) VALUES ('image_revision', '1')"
                + " ON CONFLICT (name) DO UPDATE SET value = CAST(CAST(value AS INTEGER) + 1 AS TEXT)");
    }

    /** Number of every image in the store by path; it stays the same for as long as the store does. */
    public Map<String, Long> numbers() {
        Map<String, Long> numbers = new LinkedHashMap<>();
        return database.read(handle -> {
            handle.createQuery("SELECT id, path FROM image ORDER BY id")
                    .map((r, c) -> numbers.put(r.getString("path"), r.getLong("id")))
                    .list();
            return numbers;
        });
    }

    /** All images by path, in the order they were added. */
    public Map<String, StoredImage> byPath() {
        Map<String, StoredImage> images = new LinkedHashMap<>();
        select("SELECT * FROM image ORDER BY id").forEach(image -> images.put(image.path(), image));
        return images;
    }

    /** One image. */
    public Optional<StoredImage> find(String path) {
        return database.read(handle -> handle.createQuery("SELECT * FROM image WHERE path = :path")
                .bind("path", path)
                .map((r, c) -> image(r))
                .findOne());
    }

    /** Those of some paths that are in the store, in the order given. */
    public List<StoredImage> find(Collection<String> paths) {
        return database.read(handle -> {
            try (PreparedStatement statement =
                    handle.getConnection().prepareStatement("SELECT * FROM image WHERE path = ?")) {
                List<StoredImage> images = new ArrayList<>();
                for (String path : paths) {
                    statement.setString(1, path);
                    try (ResultSet row = statement.executeQuery()) {
                        if (row.next()) {
                            images.add(image(row));
                        }
                    }
                }
                return List.copyOf(images);
            } catch (SQLException e) {
                throw new UnableToExecuteStatementException(e, null);
            }
        });
    }

    /** Images of a list in the order of the user's file, unusable ones included. */
    public List<StoredImage> list(ImageList list) {
        return select("SELECT image.* FROM member JOIN image ON image.id = member.image_id WHERE list = '" + list.key()
                + "' ORDER BY position");
    }

    /** Images of a list that can be used, in the order of the user's file. */
    public List<StoredImage> usable(ImageList list) {
        return list(list).stream().filter(StoredImage::isUsable).toList();
    }

    /** Makes a list hold exactly these images, all of them known, in this order. */
    public void replaceList(Handle handle, ImageList list, List<String> paths) {
        handle.createUpdate("DELETE FROM member WHERE list = :list")
                .bind("list", list.key())
                .execute();
        try (PreparedStatement insert = handle.getConnection()
                .prepareStatement("INSERT INTO member (list, position, image_id) SELECT ?, ?, id FROM image"
                        + " WHERE path = ?")) {
            for (int i = 0; i < paths.size(); i++) {
                insert.setString(1, list.key());
                insert.setInt(2, i);
                insert.setString(3, paths.get(i));
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new UnableToExecuteStatementException(e, null);
        }
        revise(handle);
    }

    private void put(Handle handle, Collection<StoredImage> images) {
        try (PreparedStatement insert = handle.getConnection().prepareStatement(UPSERT)) {
            for (StoredImage image : images) {
                bind(insert, image);
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new UnableToExecuteStatementException(e, null);
        }
    }

    private void bind(PreparedStatement insert, StoredImage image) throws SQLException {
        insert.setString(1, image.path());
        insert.setString(2, image.sha256());
        insert.setLong(3, image.sizeBytes());
        insert.setLong(4, image.modifiedMillis());
        if (image.picture().isPresent()) {
            Picture picture = image.picture().get();
            insert.setInt(5, picture.height());
            insert.setInt(6, picture.width());
            insert.setString(7, picture.format());
            insert.setString(8, picture.mode());
            insert.setInt(9, picture.orientation());
            insert.setString(10, picture.pixelSha256());
            insert.setString(11, mapper.writeValueAsString(picture.checks()));
        } else {
            for (int column = 5; column <= 11; column++) {
                insert.setNull(column, Types.NULL);
            }
        }
        insert.setString(12, image.unusable().map(u -> u.reason().key()).orElse(null));
        insert.setString(13, image.unusable().map(Unusable::message).orElse(null));
    }

    private List<StoredImage> select(String sql) {
        return database.read(handle -> {
            try (PreparedStatement statement = handle.getConnection().prepareStatement(sql);
                    ResultSet rows = statement.executeQuery()) {
                List<StoredImage> images = new ArrayList<>();
                while (rows.next()) {
                    images.add(image(rows));
                }
                return List.copyOf(images);
            } catch (SQLException e) {
                throw new UnableToExecuteStatementException(e, null);
            }
        });
    }

    private StoredImage image(ResultSet r) throws SQLException {
        @Nullable String reason = r.getString("unusable_reason");
        Optional<Unusable> unusable = reason == null
                ? Optional.empty()
                : Optional.of(
                        new Unusable(Reason.valueOf(reason.toUpperCase(Locale.ROOT)), r.getString("unusable_message")));
        return new StoredImage(
                r.getString("path"),
                r.getString("sha256"),
                r.getLong("size_bytes"),
                r.getLong("modified_millis"),
                unusable.isPresent() ? Optional.empty() : Optional.of(picture(r)),
                unusable);
    }

    private Picture picture(ResultSet r) throws SQLException {
        return new Picture(
                r.getInt("height"),
                r.getInt("width"),
                r.getString("format"),
                r.getString("mode"),
                r.getInt("orientation"),
                r.getString("pixel_sha256"),
                checks.readValue(r.getString("checks")));
    }
}
