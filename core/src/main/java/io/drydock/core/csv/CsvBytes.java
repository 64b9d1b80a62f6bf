package io.drydock.core.csv;

import io.drydock.core.error.DataException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The text of a file and how its bytes were written, so that a changed text can be written the same way.
 *
 * @param mark whether a byte-order mark came first; it is not part of the text
 */
public record CsvBytes(Charset charset, boolean mark, String text) {
    private static final char MARK = '\uFEFF';

    /**
     * Decodes UTF-8, or UTF-16 with a byte-order mark.
     *
     * @param source file name for messages
     * @throws DataException if it is neither
     */
    public static CsvBytes decode(String source, byte[] bytes) {
        Charset charset = StandardCharsets.UTF_8;
        if (bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE) {
            charset = StandardCharsets.UTF_16LE;
        } else if (bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF) {
            charset = StandardCharsets.UTF_16BE;
        }
        try {
            String text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            boolean mark = !text.isEmpty() && text.charAt(0) == MARK;
            return new CsvBytes(charset, mark, mark ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            throw new DataException(source + " is not UTF-8 text. Save it as CSV in UTF-8.", e);
        }
    }

    /** Another text as bytes, written as this one was. */
    public byte[] encode(String other) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (mark) {
            bytes.writeBytes(String.valueOf(MARK).getBytes(charset));
        }
        bytes.writeBytes(other.getBytes(charset));
        return bytes.toByteArray();
    }
}
