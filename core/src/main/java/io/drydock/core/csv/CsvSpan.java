package io.drydock.core.csv;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a record of a CSV stands in its text.
 *
 * @param line where it starts, from 1
 * @param start first character
 * @param end character after its line end
 */
record CsvSpan(long line, int start, int end, List<CsvSpan.Field> fields) {
    CsvSpan {
        fields = List.copyOf(fields);
    }

    /**
     * Where a value stands, quotes and spaces around it included.
     *
     * @param quoted whether it is in quotes
     */
    record Field(int start, int end, boolean quoted) {
        /** The value without quotes and surrounding spaces. */
        String value(String text) {
            String raw = text.substring(start, end);
            if (!quoted) {
                return CsvValue.of(raw);
            }
            String inside = raw.strip();
            int length = inside.length();
            return CsvValue.of(inside.substring(1, Math.max(1, length - 1)).replace("\"\"", "\""));
        }

        /** Another value written as this one is. */
        String written(String text, String value, char separator) {
            String raw = text.substring(start, end);
            String lead = raw.substring(0, raw.length() - raw.stripLeading().length());
            String trail =
                    raw.isBlank() ? "" : raw.substring(raw.stripTrailing().length());
            boolean quote = quoted
                    || value.indexOf(separator) >= 0
                    || value.indexOf('"') >= 0
                    || value.indexOf('\n') >= 0
                    || value.indexOf('\r') >= 0;
            return lead + (quote ? '"' + value.replace("\"", "\"\"") + '"' : value) + trail;
        }
    }

    boolean isBlank(String text) {
        return fields.stream().allMatch(field -> field.value(text).isEmpty());
    }

    /** Every record of a text, blank ones included. */
    static List<CsvSpan> of(String text, char separator) {
        return first(text, separator, Integer.MAX_VALUE);
    }

    /** The first records of a text, blank ones included. */
    static List<CsvSpan> first(String text, char separator, int most) {
        List<CsvSpan> spans = new ArrayList<>();
        Scanner scanner = new Scanner(text, separator);
        while (scanner.at < text.length() && spans.size() < most) {
            spans.add(scanner.next());
        }
        return spans;
    }

    /** Walks over a text. For one thread at a time. */
    private static final class Scanner {
        private final String text;
        private final char separator;
        private int at;
        private long line = 1;

        Scanner(String text, char separator) {
            this.text = text;
            this.separator = separator;
        }

        CsvSpan next() {
            int start = at;
            long first = line;
            List<Field> fields = new ArrayList<>();
            fields.add(field());
            while (at < text.length() && text.charAt(at) == separator) {
                at++;
                fields.add(field());
            }
            if (at < text.length()) {
                lineEnd();
            }
            return new CsvSpan(first, start, at, fields);
        }

        private Field field() {
            int start = at;
            int look = at;
            while (look < text.length() && text.charAt(look) != separator && isSpace(text.charAt(look))) {
                look++;
            }
            boolean quoted = look < text.length() && text.charAt(look) == '"';
            if (quoted) {
                at = look + 1;
                quotedPart();
            }
            while (at < text.length()
                    && text.charAt(at) != separator
                    && text.charAt(at) != '\n'
                    && text.charAt(at) != '\r') {
                at++;
            }
            return new Field(start, at, quoted);
        }

        private void quotedPart() {
            while (at < text.length()) {
                char c = text.charAt(at);
                if (c == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"') {
                    at += 2;
                } else if (c == '"') {
                    at++;
                    return;
                } else if (c == '\n' || c == '\r') {
                    lineEnd();
                } else {
                    at++;
                }
            }
        }

        private void lineEnd() {
            boolean both = text.charAt(at) == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
            at += both ? 2 : 1;
            line++;
        }

        private static boolean isSpace(char c) {
            return c == ' ' || c == '\t';
        }
    }
}
