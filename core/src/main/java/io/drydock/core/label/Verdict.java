package io.drydock.core.label;

import java.time.Instant;

/**
 * The last thing that somebody decided about an image.
 *
 * @param seq the journal entry that said so
 */
public record Verdict(Action action, String by, Instant at, long seq) {}
