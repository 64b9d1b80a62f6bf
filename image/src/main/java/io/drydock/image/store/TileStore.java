package io.drydock.image.store;

import io.drydock.core.data.ImageLocator;
import io.drydock.core.error.ImageException;
import io.drydock.core.error.WorkspaceException;
import io.drydock.image.decode.ImageDecoder;
import io.drydock.image.hash.GrayTile;
import io.drydock.image.hash.KnownPicture;
import io.drydock.image.worker.ImageWorkers;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * The gray tiles of a set in one file by content, so that a second look for duplicates decodes nothing. New contents are
 * added, a damaged file is made anew, and it may be deleted at any time. Safe for use by many threads and processes.
 */
public final class TileStore {
    private static final long MAGIC = 0x64726b74696c6531L;
    private static final int HASH_BYTES = 32;
    private static final int RECORD_BYTES = HASH_BYTES + GrayTile.SIZE;
    private static final int BUFFER_BYTES = 1 << 16;
    private static final String FILE = "tiles.bin";

    private final Path file;
    private final ImageDecoder decoder;
    private final int threads;

    /**
     * A store in a folder that exists.
     *
     * @param threads that decode, at least 1
     */
    public TileStore(Path folder, ImageDecoder decoder, int threads) {
        this.file = folder.resolve(FILE);
        this.decoder = decoder;
        this.threads = threads;
    }

    /** With the default pixel limit and all processors. */
    public TileStore(Path folder) {
        this(folder, new ImageDecoder(), Runtime.getRuntime().availableProcessors());
    }

    /**
     * The tiles of images, decoded where they are not stored yet.
     *
     * @param progress told the number of contents decoded so far
     * @return one an image, in order; empty for an image that cannot be decoded
     * @throws WorkspaceException if the folder cannot be written
     */
    public List<Optional<GrayTile>> tiles(ImageLocator imageFiles, List<StoredImage> images, IntConsumer progress) {
        Map<String, GrayTile> known = read();
        Map<String, String> missing = new LinkedHashMap<>();
        for (StoredImage image : images) {
            if (!known.containsKey(image.sha256())) {
                missing.putIfAbsent(image.sha256(), image.image());
            }
        }
        if (!missing.isEmpty()) {
            Map<String, GrayTile> made = decode(imageFiles, missing, progress);
            known.putAll(made);
            if (!made.isEmpty()) {
                write(known);
            }
        }
        List<Optional<GrayTile>> tiles = new ArrayList<>(images.size());
        for (StoredImage image : images) {
            tiles.add(Optional.ofNullable(known.get(image.sha256())));
        }
        return tiles;
    }

    private Map<String, GrayTile> decode(ImageLocator imageFiles, Map<String, String> missing, IntConsumer progress) {
        Map<String, GrayTile> made = new ConcurrentHashMap<>();
        List<Map.Entry<String, String>> order = List.copyOf(missing.entrySet());
        ImageWorkers.forEach(
                order.size(),
                threads,
                i -> {
                    try {
                        Path image = imageFiles.resolve(order.get(i).getValue());
                        made.put(
                                order.get(i).getKey(),
                                GrayTile.of(KnownPicture.decode(
                                                decoder, image, order.get(i).getKey())
                                        .pixels()));
                    } catch (ImageException unreadable) {
                        // It stays without a tile, and is asked for again next time: the file may be there then.
                    }
                },
                progress);
        return made;
    }

    private Map<String, GrayTile> read() {
        Map<String, GrayTile> tiles = new HashMap<>();
        try (InputStream plain = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES)) {
            long records = (Files.size(file) - 2 * Long.BYTES) / RECORD_BYTES;
            CheckedInputStream checked = new CheckedInputStream(plain, new CRC32C());
            DataInputStream in = new DataInputStream(checked);
            boolean ours = in.readLong() == MAGIC;
            byte[] hash = new byte[HASH_BYTES];
            for (long r = 0; ours && r < records; r++) {
                byte[] gray = new byte[GrayTile.SIZE];
                in.readFully(hash);
                in.readFully(gray);
                tiles.put(HexFormat.of().formatHex(hash), new GrayTile(gray));
            }
            long sum = checked.getChecksum().getValue();
            return ours && in.readLong() == sum ? tiles : new HashMap<>();
        } catch (NoSuchFileException | EOFException e) {
            return new HashMap<>();
        } catch (IOException e) {
            throw new WorkspaceException(
                    "Stored tiles cannot be read from " + file + ": " + e.getMessage()
                            + ". Delete the file: it will be made again.",
                    e);
        }
    }

    /** The whole file under a temporary name, then in place, so that a reader finds the old or the new one. */
    private void write(Map<String, GrayTile> tiles) {
        try {
            Path temporary = Files.createTempFile(file.toAbsolutePath().getParent(), FILE, ".tmp");
            try {
                try (OutputStream plain = new BufferedOutputStream(Files.newOutputStream(temporary), BUFFER_BYTES)) {
                    CheckedOutputStream checked = new CheckedOutputStream(plain, new CRC32C());
                    DataOutputStream out = new DataOutputStream(checked);
                    out.writeLong(MAGIC);
                    for (Map.Entry<String, GrayTile> tile : new TreeMap<>(tiles).entrySet()) {
                        out.write(HexFormat.of().parseHex(tile.getKey()));
                        out.write(tile.getValue().values());
                    }
                    out.writeLong(checked.getChecksum().getValue());
                }
                Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw new WorkspaceException(
                    "Tiles cannot be written to " + file + ": " + e.getMessage() + ". Free some space (" + RECORD_BYTES
                            + " bytes an image), or choose another cache folder.",
                    e);
        }
    }
}
