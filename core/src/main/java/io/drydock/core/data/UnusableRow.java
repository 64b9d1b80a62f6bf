package io.drydock.core.data;

/**
 * A row or image that was left out, with the reason to show.
 *
 * @param source file name of the CSV, or of the image folder where there is none
 * @param line line in the CSV from 1, or 0 where there is none
 * @param image the image as the row names it, possibly empty
 * @param message one sentence with the values found, without source and line
 */
public record UnusableRow(String source, long line, String image, Reason reason, String message) {
    /** The message with where it was found: {@code train.csv line 318: ...}. */
    public String described() {
        return line > 0 ? source + " line " + line + ": " + message : source + ": " + message;
    }
}
