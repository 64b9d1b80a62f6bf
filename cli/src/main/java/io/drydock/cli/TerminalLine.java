package io.drydock.cli;

import io.drydock.core.text.TextWidth;
import io.drydock.core.text.VisibleText;
import java.io.PrintWriter;

/**
 * One line of a terminal that is drawn again in place. It never fills the last column, because a line that wraps cannot be
 * drawn again. For one thread at a time.
 */
final class TerminalLine {
    private final PrintWriter err;
    private final int columns;
    private int drawn;

    /** @param columns of the terminal */
    TerminalLine(PrintWriter err, int columns) {
        this.err = err;
        this.columns = columns;
    }

    /** Columns that a text may take. */
    int room() {
        return columns - 1;
    }

    /** Draws over what was drawn before; what does not fit is cut off. */
    void draw(String text) {
        String shown = TextWidth.fit(VisibleText.of(text), room());
        int width = TextWidth.of(shown);
        err.print("\r" + shown + " ".repeat(Math.max(0, drawn - width)));
        err.flush();
        drawn = width;
    }

    /** Leaves an empty line, with the cursor at its start. */
    void clear() {
        if (drawn > 0) {
            err.print("\r" + " ".repeat(drawn) + "\r");
            err.flush();
            drawn = 0;
        }
    }

    /** A bar of so many columns that is full by a share in [0, 1]. */
    static String bar(int columns, double share) {
        int filled = (int) Math.floor(Math.min(1, Math.max(0, share)) * columns);
        return "█".repeat(filled) + "░".repeat(columns - filled);
    }
}
