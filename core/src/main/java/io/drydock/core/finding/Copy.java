package io.drydock.core.finding;

import java.util.Optional;

/**
 * One image of a group of duplicates.
 *
 * @param part {@code train}, {@code valid}, {@code test} or {@code pool}; {@code labelled} before there is a split
 * @param label class code now; empty for an image without one
 */
public record Copy(String image, String sha256, String part, Optional<String> label) {}
