package io.drydock.image.hash;

import io.drydock.image.decode.Pixels;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 as lower-case hex: of a file's bytes, or of decoded pixels together with their shape. Safe for use by many threads. */
public final class ContentHash {
    private ContentHash() {}

    public static String ofBytes(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    /**
     * Of a file's bytes.
     *
     * @throws IOException if the file cannot be read
     */
    public static String ofFile(Path file) throws IOException {
        MessageDigest digest = sha256();
        byte[] chunk = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                digest.update(chunk, 0, n);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Equal exactly for pictures of equal height, width and values, however their files are compressed. */
    public static String ofPixels(Pixels pixels) {
        MessageDigest digest = sha256();
        digest.update(ByteBuffer.allocate(8)
                .putInt(pixels.height())
                .putInt(pixels.width())
                .array());
        return HexFormat.of().formatHex(digest.digest(pixels.rgb()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
