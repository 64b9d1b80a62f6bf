package io.drydock.network.onnx;

import io.drydock.core.error.WeightsException;
import io.drydock.network.weights.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * The checksum of an ONNX file: the last entry of its metadata is the SHA-256 over all bytes before that entry. Readers
 * of ONNX see one more text. A file without it, such as one of an older version, is not verified. Safe for use by many
 * threads.
 */
public final class GraphChecksum {
    /** Key of the metadata. */
    public static final String KEY = "drydock.sha256";

    private static final int METADATA_FIELD = 14;
    private static final int HEX_DIGITS = 64;

    private GraphChecksum() {}

    /** A file's message with its checksum behind it. */
    static ProtoMessage added(ProtoMessage file) {
        MessageDigest digest = Sha256.digest("SHA-256");
        try (OutputStream digesting = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            file.writeTo(digesting);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.include(entry(Sha256.hex(digest.digest())));
    }

    private static ProtoMessage entry(String sha256) {
        ProtoMessage text = new ProtoMessage().text(1, KEY).text(2, sha256);
        return new ProtoMessage().message(METADATA_FIELD, text);
    }

    /** The bytes of an entry; all entries have the same length and differ in their digits only. */
    private static byte[] bytes(String sha256) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            entry(sha256).writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Checks a file that has a checksum.
     *
     * @throws WeightsException if it has another content than was written, or cannot be read
     */
    public static void verify(Path file) {
        int length = bytes("0".repeat(HEX_DIGITS)).length;
        try (InputStream in = Files.newInputStream(file)) {
            long content = Files.size(file) - length;
            if (content < 0) {
                return;
            }
            MessageDigest digest = Sha256.digest("SHA-256");
            update(digest, in, content);
            byte[] last = in.readNBytes(length);
            String digits = new String(last, length - HEX_DIGITS, HEX_DIGITS, StandardCharsets.US_ASCII);
            boolean names = Arrays.equals(last, bytes(digits));
            if (names && !digits.equals(Sha256.hex(digest.digest()))) {
                throw new WeightsException(file + " is damaged: its content does not have the checksum that was written"
                        + " with it. Put the file back from a copy, or make it again.");
            }
        } catch (IOException e) {
            throw new WeightsException("Could not read " + file + ": " + e + ".", e);
        }
    }

    private static void update(MessageDigest digest, InputStream in, long count) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long left = count;
        while (left > 0) {
            int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (read < 0) {
                return;
            }
            digest.update(buffer, 0, read);
            left -= read;
        }
    }
}
