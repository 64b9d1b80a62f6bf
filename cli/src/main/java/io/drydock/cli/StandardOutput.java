package io.drydock.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/**
 * A stream that remembers the first error of writing to it, which {@code PrintWriter} and {@code System.out} hide: a result
 * that went to a full disk is a failure. For one thread at a time.
 */
final class StandardOutput extends OutputStream {
    private static final String NOBODY_READS = "Broken pipe";

    private final OutputStream stream;
    private Optional<IOException> failure = Optional.empty();

    StandardOutput(OutputStream stream) {
        this.stream = stream;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        noting(() -> stream.write(bytes, from, length));
    }

    @Override
    public void flush() throws IOException {
        noting(stream::flush);
    }

    private void noting(Action action) throws IOException {
        try {
            action.run();
        } catch (IOException e) {
            failure = failure.or(() -> Optional.of(e));
            throw e;
        }
    }

    private interface Action {
        void run() throws IOException;
    }

    /** Whether writing failed. */
    boolean failed() {
        return failure.isPresent();
    }

    /** What to tell about a failure; nothing when the reader went away, as {@code head} does when it has enough. */
    Optional<String> message() {
        return failure.map(e -> String.valueOf(e.getMessage()))
                .filter(reason -> !reason.contains(NOBODY_READS))
                .map(reason -> "The result could not be written to standard output: " + reason + ".");
    }
}
