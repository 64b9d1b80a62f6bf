package io.drydock.workspace.run;

import io.drydock.core.error.WorkspaceException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Appends one JSON document a line; each line reaches the operating system before the call returns. A line torn by a
 * killed process is cut off when the log is opened again. For one thread at a time.
 */
public final class MetricsLog implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;

    private MetricsLog(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Opens a log, making it when needed.
     *
     * @throws WorkspaceException if the disk refuses
     */
    public static MetricsLog append(Path file) {
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            channel.truncate(endOfLastLine(channel));
            channel.position(channel.size());
            return new MetricsLog(file, channel);
        } catch (IOException e) {
            throw WorkspaceException.failed("Could not open " + file + ": " + e.getMessage() + ".", e);
        }
    }

    /**
     * The complete lines of a log; none when there is no log.
     *
     * @throws WorkspaceException if the disk refuses
     */
    public static List<String> read(Path file) {
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        try {
            String text = Files.readString(file);
            return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        } catch (IOException e) {
            throw WorkspaceException.failed("Could not read " + file + ": " + e.getMessage() + ".", e);
        }
    }

    /**
     * Appends one line.
     *
     * @param json one JSON document without a line break
     * @throws WorkspaceException if the disk refuses
     */
    public void append(String json) {
        if (json.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("a line of a log must not hold a line break: " + json);
        }
        ByteBuffer line = ByteBuffer.wrap((json + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            while (line.hasRemaining()) {
                channel.write(line);
            }
        } catch (IOException e) {
            throw WorkspaceException.failed("Could not write " + file + ": " + e.getMessage() + ".", e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw WorkspaceException.failed("Could not close " + file + ": " + e.getMessage() + ".", e);
        }
    }

    private static long endOfLastLine(FileChannel channel) throws IOException {
        ByteBuffer one = ByteBuffer.allocate(1);
        for (long end = channel.size(); end > 0; end--) {
            one.clear();
            channel.read(one, end - 1);
            if (one.get(0) == '\n') {
                return end;
            }
        }
        return 0;
    }
}
