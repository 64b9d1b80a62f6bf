package io.drydock.core.finding;

import java.util.Optional;

/**
 * One image of a group of duplicates.
 *
 * @param part {@code train}, {@code valid} or {@code test}; {@code labelled} before there is a split
 * @param label class code now; empty for an image to be predicted
 */
public record Copy(String image, String sha256, String part, Optional<String> label) {}
