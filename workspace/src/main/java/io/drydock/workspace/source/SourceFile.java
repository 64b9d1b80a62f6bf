package io.drydock.workspace.source;

import io.drydock.core.csv.CsvOptions;
import io.drydock.core.error.WorkspaceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file of the user's as it was imported, byte for byte.
 *
 * @param path absolute path it was read from
 * @param sha256 hash of the content, lower-case hex
 * @param imageColumn column that names the images; empty for a sample submission
 * @param labelColumn column that holds the labels; empty where there is none
 * @param content the bytes; not to be changed
 * @param csv how it is written, as the user said
 */
public record SourceFile(
        SourceRole role,
        Path path,
        String sha256,
        String imageColumn,
        String labelColumn,
        Content content,
        CsvOptions csv) {

    /** Bytes of a file, compared by value. */
    public static final class Content {
        private final byte[] bytes;

        Content(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        public byte[] bytes() {
            return bytes.clone();
        }

        public int sizeBytes() {
            return bytes.length;
        }
    }

    /** Reads a file whose form is recognized. */
    public static SourceFile read(SourceRole role, Path path, String imageColumn, String labelColumn) {
        return read(role, path, imageColumn, labelColumn, CsvOptions.automatic());
    }

    /**
     * Reads a file.
     *
     * @throws WorkspaceException if it cannot be read
     */
    public static SourceFile read(SourceRole role, Path path, String imageColumn, String labelColumn, CsvOptions csv) {
        try {
            byte[] bytes = Files.readAllBytes(path);
            return new SourceFile(
                    role,
                    path.toAbsolutePath().normalize(),
                    sha256(bytes),
                    imageColumn,
                    labelColumn,
                    new Content(bytes),
                    csv);
        } catch (IOException e) {
            throw new WorkspaceException("Could not read " + path + ": " + e + ".", e);
        }
    }

    /** File name, for messages. */
    public String name() {
        return String.valueOf(path.getFileName());
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
