package io.drydock.image.hash;

import io.drydock.core.error.ImageException;
import io.drydock.image.decode.DecodedImage;
import io.drydock.image.decode.ImageDecoder;
import java.io.IOException;
import java.nio.file.Path;

/** Reads a picture only if its file holds the bytes that are known of it, so that nothing is kept under a wrong hash. Safe for use by many threads. */
public final class KnownPicture {
    private KnownPicture() {}

    /**
     * Decodes a file.
     *
     * @param sha256 content hash that the file had when it was looked at
     * @throws ImageException if it holds other bytes, or as {@link ImageDecoder#decode(Path)}; names the file
     */
    public static DecodedImage decode(ImageDecoder decoder, Path file, String sha256) {
        try {
            return decoder.decode(bytes(decoder, file, sha256));
        } catch (ImageException e) {
            throw new ImageException(file + ": " + e.getMessage(), e);
        } catch (IOException | OutOfMemoryError e) {
            throw new ImageException(file + ": cannot be read (" + e.getMessage() + ")", e);
        }
    }

    /**
     * The bytes of a file.
     *
     * @throws ImageException with a short reason if they are others, no picture, or over a limit
     * @throws IOException if the file cannot be read
     */
    public static byte[] bytes(ImageDecoder decoder, Path file, String sha256) throws IOException {
        byte[] bytes = decoder.bytes(file);
        if (!ContentHash.ofBytes(bytes).equals(sha256)) {
            throw new ImageException("changed since drydock init looked at it; run drydock init again");
        }
        return bytes;
    }
}
