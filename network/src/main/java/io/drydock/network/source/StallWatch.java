package io.drydock.network.source;

import io.drydock.core.thread.DaemonThreads;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Closes a stream that has given nothing for a while, so that whoever waits in its {@code read} is woken. A request's own
 * timeout ends when the first byte has come. For one thread at a time.
 */
final class StallWatch implements AutoCloseable {
    private static final int LOOKS = 4;

    private final InputStream watched;
    private final Duration patience;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("stall-watch"));
    private final ScheduledFuture<?> looking;
    private volatile long lastNanos = System.nanoTime();
    private volatile boolean stalled;

    StallWatch(InputStream watched, Duration patience) {
        this.watched = watched;
        this.patience = patience;
        long period = Math.max(1, patience.toMillis() / LOOKS);
        looking = clock.scheduleWithFixedDelay(this::look, period, period, TimeUnit.MILLISECONDS);
    }

    /**
     * The next bytes.
     *
     * @throws IOException if none came in time, saying so, or the connection broke
     */
    int read(byte[] buffer) throws IOException {
        try {
            int count = watched.read(buffer);
            if (stalled) {
                throw new IOException(sentence());
            }
            lastNanos = System.nanoTime();
            return count;
        } catch (IOException e) {
            throw stalled ? new IOException(sentence(), e) : e;
        }
    }

    private String sentence() {
        return "nothing came for " + Math.max(1, patience.toSeconds())
                + " s; HF_HUB_DOWNLOAD_TIMEOUT sets the patience";
    }

    private void look() {
        if (System.nanoTime() - lastNanos > patience.toNanos()) {
            stalled = true;
            looking.cancel(false);
            try {
                watched.close();
            } catch (IOException e) {
                // It is being given up.
            }
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
