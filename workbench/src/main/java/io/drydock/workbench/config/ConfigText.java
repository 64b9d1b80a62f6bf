package io.drydock.workbench.config;

import io.drydock.core.error.ConfigException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The text of a configuration file: UTF-8, of a size that a person could write. Safe for use by many threads. */
final class ConfigText {
    /** No configuration is a hundredth of this. */
    private static final int MOST_BYTES = 1 << 20;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private ConfigText() {}

    /**
     * The whole text, without a byte order mark.
     *
     * @throws ConfigException if it cannot be read, is too large, or is not UTF-8
     */
    static String read(Path file) {
        byte[] bytes = bytes(file);
        if (bytes.length > MOST_BYTES) {
            throw new ConfigException("Configuration file " + file + " has more than " + MOST_BYTES
                    + " bytes, so it is no configuration. Name a YAML or JSON file.");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new ConfigException(
                    file + " line " + wrongLine(bytes) + " is not UTF-8 text. Save the file as UTF-8.", e);
        }
    }

    private static byte[] bytes(Path file) {
        if (Files.isDirectory(file)) {
            throw new ConfigException("Configuration file " + file + " is a folder. Name a YAML or JSON file.");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MOST_BYTES + 1);
        } catch (IOException e) {
            throw new ConfigException(
                    "Configuration file " + file + " cannot be read: "
                            + (Files.exists(file) ? "it may not be opened" : "there is no such file") + ".",
                    e);
        }
    }

    private static int wrongLine(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        StandardCharsets.UTF_8.newDecoder().decode(in, CharBuffer.allocate(bytes.length), true);
        int line = 1;
        for (int i = 0; i < in.position(); i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return line;
    }
}
