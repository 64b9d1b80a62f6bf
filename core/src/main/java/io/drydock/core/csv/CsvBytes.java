package io.drydock.core.csv;

import io.drydock.core.error.DataException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The text of a file and how its bytes were written, so that a changed text can be written the same way.
 *
 * @param mark whether a byte-order mark came first; it is not part of the text
 */
public record CsvBytes(Charset charset, boolean mark, String text) {
    private static final char MARK = '\uFEFF';
    private static final int LOOKED_AT = 8192;

    /**
     * The bytes of a file that a user named.
     *
     * @throws DataException if it is missing or cannot be read
     */
    public static byte[] ofFile(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new DataException("There is no file " + file + ". Check the path.");
        }
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new DataException(file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    /**
     * Decodes UTF-8, or UTF-16 with or without a byte-order mark.
     *
     * @param source file name for messages
     * @throws DataException if it is neither
     */
    public static CsvBytes decode(String source, byte[] bytes) {
        return decode(source, bytes, CsvOptions.automatic());
    }

    /**
     * Decodes in the encoding that the options name, else as {@link #decode(String, byte[])}. A byte-order mark decides before
     * an option; and a text in UTF-8 or UTF-16 is not read in an encoding with one byte per character.
     *
     * @throws DataException if the bytes are no text in it
     */
    public static CsvBytes decode(String source, byte[] bytes, CsvOptions options) {
        if (startsWith(bytes, 'P', 'K', 3, 4)) {
            throw new DataException(source + " is an Excel workbook or another zip file, not a CSV. Save it as CSV.");
        }
        Optional<Charset> marked = marked(bytes);
        Optional<Charset> wide = marked.isPresent() ? Optional.empty() : wide(bytes);
        Optional<Charset> told =
                marked.or(() -> options.encoding().filter(charset -> wide.isEmpty() || !hasOneByteACharacter(charset)));
        if (told.isPresent() && marked.isEmpty() && hasOneByteACharacter(told.get())) {
            Optional<String> text = text(StandardCharsets.UTF_8, bytes);
            if (text.isPresent()) {
                return new CsvBytes(StandardCharsets.UTF_8, false, text.get());
            }
        }
        Charset charset = told.or(() -> wide).orElse(StandardCharsets.UTF_8);
        String text = text(charset, bytes).orElseThrow(() -> new DataException(refusal(source, bytes, charset, told)));
        boolean mark = !text.isEmpty() && text.charAt(0) == MARK;
        return new CsvBytes(charset, mark, mark ? text.substring(1) : text);
    }

    private static String refusal(String source, byte[] bytes, Charset charset, Optional<Charset> told) {
        if (told.isPresent() || !charset.equals(StandardCharsets.UTF_8)) {
            return source + " is not " + charset.name() + " text. Save it as CSV in UTF-8, or name its encoding with"
                    + " --encoding.";
        }
        return source + " is not UTF-8 text (first on line " + firstBadLine(bytes) + "). Excel and older programs often"
                + " write windows-1252: give init --encoding windows-1252, or save the file as CSV in UTF-8.";
    }

    private static int firstBadLine(byte[] bytes) {
        CharBuffer read = CharBuffer.allocate(bytes.length);
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), read, true);
        return 1 + (int) read.flip().chars().filter(c -> c == '\n').count();
    }

    private static Optional<String> text(Charset charset, byte[] bytes) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static Optional<Charset> marked(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return startsWith(bytes, 0xFE, 0xFF) ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
    }

    /** UTF-16 without a mark: most names and separators are Latin, so that one byte of two is 0, always the same one. */
    private static Optional<Charset> wide(byte[] bytes) {
        int pairs = Math.min(bytes.length, LOOKED_AT) / 2;
        int first = 0;
        int second = 0;
        for (int i = 0; i < pairs; i++) {
            first += bytes[2 * i] == 0 ? 1 : 0;
            second += bytes[2 * i + 1] == 0 ? 1 : 0;
        }
        if (second * 3 > pairs && first * 20 <= pairs) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return first * 3 > pairs && second * 20 <= pairs ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
    }

    private static boolean hasOneByteACharacter(Charset charset) {
        return charset.canEncode() && charset.newEncoder().maxBytesPerChar() == 1;
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        for (int i = 0; i < start.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * Another text as bytes, written as this one was.
     *
     * @throws DataException if the encoding lacks a character of it
     */
    public byte[] encode(String other) {
        String whole = mark ? MARK + other : other;
        try {
            ByteBuffer bytes = charset.newEncoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .encode(CharBuffer.wrap(whole));
            byte[] written = new byte[bytes.remaining()];
            bytes.get(written);
            return written;
        } catch (CharacterCodingException e) {
            throw new DataException(
                    "A changed value has a character that " + charset.name() + " lacks. Save the input as UTF-8 and run"
                            + " drydock init again.",
                    e);
        }
    }
}
