package io.drydock.core.data;

/**
 * One usable labelled row.
 *
 * @param image relative path with {@code /}
 * @param label index into the {@link ClassList} of the import
 * @param line line of the CSV from 1, or 0 where there is none
 */
public record ImportedImage(String image, int label, long line) {}
