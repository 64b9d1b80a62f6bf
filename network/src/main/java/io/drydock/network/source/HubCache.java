package io.drydock.network.source;

import io.drydock.core.error.WeightsException;
import io.drydock.core.file.AtomicFile;
import io.drydock.core.file.Existing;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * One repository's folder in the hub's cache, in the layout of the hub's own client: {@code blobs} holds contents by
 * hash, {@code snapshots/<commit>} links to them by file name, {@code refs/main} names the commit. Safe for use by
 * many threads.
 */
final class HubCache {
    private final Path root;
    private final Path folder;

    HubCache(Path cache, String repository) {
        this.root = cache;
        this.folder = cache.resolve("models--" + repository.replace("/", "--"));
    }

    /** The file as of the last known commit, if it is there. */
    Optional<Path> file(String name) {
        Path ref = folder.resolve("refs").resolve("main");
        try {
            if (!Files.isRegularFile(ref)) {
                return Optional.empty();
            }
            Path file = folder.resolve("snapshots")
                    .resolve(Files.readString(ref).strip())
                    .resolve(name);
            return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Where the content of that hash lies or will lie. */
    Path blob(String etag) {
        return folder.resolve("blobs").resolve(etag);
    }

    /** Where the content of that hash grows while it is being fetched. */
    Path incomplete(String etag) {
        return folder.resolve("blobs").resolve(etag + ".incomplete");
    }

    /** Makes a blob known as a file of a commit, and the commit as the latest. */
    Path link(HubFile file) throws IOException {
        Path snapshot = folder.resolve("snapshots").resolve(file.commit());
        Path link = snapshot.resolve(file.name());
        Files.createDirectories(snapshot);
        if (!Files.isRegularFile(link)) {
            Files.deleteIfExists(link);
            try {
                Files.createSymbolicLink(link, snapshot.relativize(blob(file.etag())));
            } catch (IOException | UnsupportedOperationException e) {
                // Windows lets only some users make links: there the snapshot holds the content itself.
                Files.copy(blob(file.etag()), link, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Path ref = folder.resolve("refs").resolve("main");
        AtomicFile.write(ref, file.commit(), Existing.REPLACE);
        return link;
    }

    /** Work on one blob at a time, also among processes. */
    <T> T locked(String etag, Work<T> work) throws IOException {
        Path locks = root.resolve(".locks").resolve(folder.getFileName());
        Files.createDirectories(locks);
        Files.createDirectories(folder.resolve("blobs"));
        try (FileChannel channel = FileChannel.open(
                        locks.resolve(etag + ".drydock.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (!lock.isValid()) {
                throw WeightsException.failed("Could not lock " + locks + ".");
            }
            return work.run();
        }
    }

    /** Something that reads or writes files. */
    interface Work<T> {
        T run() throws IOException;
    }
}
