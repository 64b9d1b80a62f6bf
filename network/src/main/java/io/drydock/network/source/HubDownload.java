package io.drydock.network.source;

import io.drydock.core.error.WeightsException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Fetches one content into the cache, going on where an earlier attempt stopped. For one thread at a time. */
final class HubDownload {
    private static final int BUFFER_BYTES = 1 << 16;

    private final HubClient client;
    private final HubFile file;
    private final HubWeights.Progress progress;

    HubDownload(HubClient client, HubFile file, HubWeights.Progress progress) {
        this.client = client;
        this.file = file;
        this.progress = progress;
    }

    /** Fills {@code incomplete}, checks length and hash, and renames it to {@code blob}. */
    Path into(Path incomplete, Path blob) {
        try {
            fetch(incomplete);
        } catch (IOException e) {
            throw WeightsException.failed(
                    file.title() + ": the connection to " + file.address().getHost() + " broke after "
                            + size(incomplete) + " of " + file.sizeBytes() + " bytes (" + e.getMessage()
                            + "). Run the command again; it goes on from there.",
                    e);
        }
        long found = size(incomplete);
        if (file.sizeBytes() >= 0 && found < file.sizeBytes()) {
            throw WeightsException.failed(file.title() + ": " + file.address().getHost() + " sent " + found + " of "
                    + file.sizeBytes() + " bytes and closed. Run the command again; it goes on from there.");
        }
        try {
            checkHash(incomplete);
            Files.move(incomplete, blob, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return blob;
        } catch (IOException e) {
            throw WeightsException.failed("Could not write " + blob + ": " + e.getMessage() + ".", e);
        }
    }

    private void fetch(Path incomplete) throws IOException {
        long have = size(incomplete);
        if (file.sizeBytes() >= 0 && have >= file.sizeBytes()) {
            return;
        }
        HttpResponse<InputStream> answer = client.open(file, have);
        try (InputStream in = answer.body()) {
            HubRefusal.check(answer.statusCode(), answer.uri(), file.repository(), file.name(), false);
            boolean goesOn = answer.statusCode() == 206;
            try (OutputStream out = Files.newOutputStream(
                    incomplete,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    goesOn ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING)) {
                copy(in, out, goesOn ? have : 0);
            }
        }
    }

    private void copy(InputStream in, OutputStream out, long already) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        long received = already;
        try (StallWatch watch = new StallWatch(in, client.patience())) {
            for (int count = watch.read(buffer); count >= 0; count = watch.read(buffer)) {
                out.write(buffer, 0, count);
                received += count;
                progress.received(file.name(), received, file.sizeBytes());
            }
        }
    }

    private void checkHash(Path incomplete) throws IOException {
        String found = HubFile.hashLike(file.etag(), incomplete);
        if (!found.equals(file.etag())) {
            Files.delete(incomplete);
            throw WeightsException.failed(
                    file.title() + ": what arrived has hash " + found + " where the hub promises " + file.etag()
                            + ". It was altered or damaged on the way and has been deleted; run the command again.");
        }
    }

    private static long size(Path path) {
        try {
            return Files.exists(path) ? Files.size(path) : 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
