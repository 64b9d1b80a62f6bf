package io.drydock.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A command line that the launcher of Windows found too long for ONNX Runtime to survive and left in the environment, as it
 * was typed. Safe for use by many threads.
 */
final class HandedOver {
    /** The variable; a process that is given words on its command line does not look at it. */
    static final String VARIABLE = "DRYDOCK_WORDS";

    private HandedOver() {}

    /** The words on the command line, or where there are none those handed over. */
    static List<String> words(List<String> args, Map<String, String> environment) {
        return args.isEmpty() ? split(environment.getOrDefault(VARIABLE, "")) : args;
    }

    /**
     * Splits a line as programs on Windows do: at white space outside of quotes; {@code \"} is a quote of the text, and so is
     * {@code ""} inside of quotes; other backslashes are themselves.
     */
    static List<String> split(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        boolean begun = false;
        int at = 0;
        while (at < line.length()) {
            int slashes = 0;
            while (at < line.length() && line.charAt(at) == '\\') {
                slashes++;
                at++;
            }
            boolean quote = at < line.length() && line.charAt(at) == '"';
            word.append("\\".repeat(quote ? slashes / 2 : slashes));
            begun |= slashes > 0 || quote;
            if (quote && slashes % 2 == 1) {
                word.append('"');
            } else if (quote && quoted && line.startsWith("\"\"", at)) {
                word.append('"');
                at++;
            } else if (quote) {
                quoted = !quoted;
            } else if (at < line.length() && (quoted || !Character.isWhitespace(line.charAt(at)))) {
                word.append(line.charAt(at));
                begun = true;
            } else if (begun) {
                words.add(word.toString());
                word.setLength(0);
                begun = false;
            }
            at++;
        }
        if (begun) {
            words.add(word.toString());
        }
        return words;
    }
}
