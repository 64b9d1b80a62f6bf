package io.drydock.core.csv;

import io.drydock.core.error.ConfigException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the user says that a CSV is written, where that is not to be recognized.
 *
 * @param encoding of the text; recognized when empty
 * @param separator between values; recognized when empty
 * @param header whether the first row names the columns; without one they are 1, 2, ...
 */
public record CsvOptions(Optional<Charset> encoding, Optional<Character> separator, boolean header) {
    private static final CsvOptions AUTOMATIC = new CsvOptions(Optional.empty(), Optional.empty(), true);
    private static final String ENCODING = "encoding=";
    private static final String SEPARATOR = "separator=";
    private static final String NO_HEADER = "header=no";

    /** Everything recognized, with a header. */
    public static CsvOptions automatic() {
        return AUTOMATIC;
    }

    public boolean isAutomatic() {
        return equals(AUTOMATIC);
    }

    /**
     * With an encoding by name, such as {@code windows-1252}.
     *
     * @throws ConfigException if Java does not know it
     */
    public CsvOptions withEncoding(String name) {
        try {
            return new CsvOptions(Optional.of(Charset.forName(name.strip())), separator, header);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new ConfigException(
                    "--encoding: \"" + name
                            + "\" is no known encoding. Write windows-1252, UTF-8 or UTF-16, for example.",
                    e);
        }
    }

    /**
     * With a separator: one character, or the word {@code tab}.
     *
     * @throws ConfigException if it is something else
     */
    public CsvOptions withSeparator(String text) {
        String character = text.equalsIgnoreCase("tab") || text.equals("\\t") ? "\t" : text;
        if (character.length() != 1 || "\"\r\n".contains(character) || Character.isLetterOrDigit(character.charAt(0))) {
            throw new ConfigException(
                    "--separator must be one character such as ; or |, or the word tab, was \"" + text + "\".");
        }
        return new CsvOptions(encoding, Optional.of(character.charAt(0)), header);
    }

    /** For a file whose first row is a row like the others. */
    public CsvOptions withoutHeader() {
        return new CsvOptions(encoding, separator, false);
    }

    /** One option a line; empty where everything is recognized. */
    public String text() {
        List<String> lines = new ArrayList<>();
        encoding.ifPresent(charset -> lines.add(ENCODING + charset.name()));
        separator.ifPresent(character -> lines.add(SEPARATOR + character));
        if (!header) {
            lines.add(NO_HEADER);
        }
        return String.join("\n", lines);
    }

    /** Reads what {@link #text()} wrote. */
    public static CsvOptions parse(String text) {
        CsvOptions options = AUTOMATIC;
        for (String line : text.split("\n", -1)) {
            if (line.startsWith(ENCODING)) {
                options = options.withEncoding(line.substring(ENCODING.length()));
            } else if (line.startsWith(SEPARATOR)) {
                options = options.withSeparator(line.substring(SEPARATOR.length()));
            } else if (line.equals(NO_HEADER)) {
                options = options.withoutHeader();
            }
        }
        return options;
    }
}
