package io.drydock.workspace.cache;

import io.drydock.core.error.WorkspaceException;
import io.drydock.core.file.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What can be computed again (thumbnails, decoded pixels, pooled features), kept within a stated budget: what was used
 * longest ago leaves first. The folder may be deleted at any time. Safe for use by many threads.
 */
public final class CacheFolder {
    /** 10 GiB: pixels at three sizes and features of some twenty views of 100,000 small images. */
    public static final long DEFAULT_BUDGET_BYTES = 10L << 30;

    private final Path folder;
    private final long budgetBytes;
    private final Clock clock;

    /** @param clock dates the uses of files */
    public CacheFolder(Path folder, long budgetBytes, Clock clock) {
        if (budgetBytes < 0) {
            throw new IllegalArgumentException("a budget must not be negative, was " + budgetBytes);
        }
        this.folder = folder;
        this.budgetBytes = budgetBytes;
        this.clock = clock;
    }

    /** What a trim took away. */
    public record Trimmed(int files, long bytes) {}

    public Path path() {
        return folder;
    }

    public long budgetBytes() {
        return budgetBytes;
    }

    /**
     * The folder of one kind of content, made when needed.
     *
     * @param kind such as {@code features}, {@code pixels}, {@code thumbnails}
     */
    public Path folder(String kind) {
        try {
            return Trees.make(Trees.make(folder).resolve(kind));
        } catch (IOException e) {
            throw WorkspaceException.failed(
                    "Could not make the cache folder " + folder.resolve(kind) + ": " + e + ".", e);
        }
    }

    /** Bytes of all files. */
    public long sizeBytes() {
        return entries().stream().mapToLong(Entry::bytes).sum();
    }

    /** Notes that a file was used, so that it leaves last. A file that is gone is no error. */
    public void touch(Path file) {
        try {
            Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
        } catch (IOException e) {
            // The note is a hint for the next trim; the file may just have been deleted, as it may at any time.
        }
    }

    /** Deletes what was used longest ago until the budget holds. A file in use that cannot be deleted is left. */
    public Trimmed trim() {
        List<Entry> entries = entries();
        entries.sort(Comparator.comparing(Entry::usedAt).thenComparing(Entry::file));
        long size = entries.stream().mapToLong(Entry::bytes).sum();
        int files = 0;
        long bytes = 0;
        for (Entry entry : entries) {
            if (size - bytes <= budgetBytes) {
                break;
            }
            if (deleted(entry.file())) {
                files++;
                bytes += entry.bytes();
            }
        }
        return new Trimmed(files, bytes);
    }

    private static boolean deleted(Path file) {
        try {
            return Files.deleteIfExists(file);
        } catch (IOException e) {
            return false;
        }
    }

    private record Entry(Path file, long bytes, FileTime usedAt) {}

    private List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return entries;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.forEach(file -> add(entries, file));
        } catch (IOException | UncheckedIOException e) {
            // Deleted while it was walked: what was seen until then is what counts.
            return entries;
        }
        return entries;
    }

    private static void add(List<Entry> entries, Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (attributes.isRegularFile()) {
                entries.add(new Entry(file, attributes.size(), attributes.lastModifiedTime()));
            }
        } catch (IOException e) {
            // Gone since the folder was listed.
        }
    }
}
