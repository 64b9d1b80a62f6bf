package io.drydock.core.csv;

/** A value without what surrounds it: spaces of any kind, zero-width characters, and NUL characters anywhere. */
final class CsvValue {
    private static final String ZERO_WIDTH = "\u200B\u200C\u200D\u2060\uFEFF";

    private CsvValue() {}

    /** The value as it counts. */
    static String of(String raw) {
        int start = 0;
        int end = raw.length();
        while (start < end && surrounds(raw.charAt(start))) {
            start++;
        }
        while (end > start && surrounds(raw.charAt(end - 1))) {
            end--;
        }
        String value = raw.substring(start, end);
        return value.indexOf('\0') < 0 ? value : value.replace("\0", "");
    }

    /** Whether more than usual spaces was taken away, which people cannot see. */
    static boolean hidesSomething(String raw, String value) {
        return raw.length() != value.length() && raw.strip().length() != value.length();
    }

    private static boolean surrounds(char c) {
        return c <= ' '
                || (c > '~' && (Character.isSpaceChar(c) || Character.isWhitespace(c) || ZERO_WIDTH.indexOf(c) >= 0));
    }
}
