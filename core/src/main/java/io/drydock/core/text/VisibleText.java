package io.drydock.core.text;

/**
 * Text as it is safe on a terminal. Names of files and classes may hold characters that move the cursor, change colors or
 * reverse the direction of writing, so that a person reads something else than what is there: those are written as escapes,
 * such as U+202E as a backslash, a u and four digits. Safe for use by many threads.
 */
public final class VisibleText {
    private static final char ZERO_WIDTH_NON_JOINER = '\u200C';
    private static final char ZERO_WIDTH_JOINER = '\u200D';
    private static final char SOFT_HYPHEN = '\u00AD';

    private VisibleText() {}

    /** One line: line breaks are escaped too. */
    public static String of(String text) {
        return escaped(text, false);
    }

    /** Text of several lines, whose line breaks and tabs stay. */
    public static String lines(String text) {
        return escaped(text, true);
    }

    private static String escaped(String text, boolean layout) {
        StringBuilder visible = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isHidden(c) && !(layout && isLayout(c))) {
                visible.append(escape(c));
            } else {
                visible.append(c);
            }
        }
        return visible.toString();
    }

    /** Whether a character lays out text of several lines. */
    public static boolean isLayout(char c) {
        return c == '\n' || c == '\t';
    }

    /** Whether a character is a control character, changes the direction of writing, or breaks a line. */
    public static boolean isHidden(char c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            // Joiners belong to the spelling of some languages and to emoji.
            case Character.FORMAT -> c != ZERO_WIDTH_NON_JOINER && c != ZERO_WIDTH_JOINER && c != SOFT_HYPHEN;
            default -> false;
        };
    }

    /** How a hidden character is written. */
    public static String escape(char c) {
        return switch (c) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> String.format("\\u%04X", (int) c);
        };
    }
}
