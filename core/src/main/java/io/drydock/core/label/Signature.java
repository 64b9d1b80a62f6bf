package io.drydock.core.label;

import java.time.Instant;

/**
 * Who decided something, when and why.
 *
 * @param why the reason given, possibly empty
 */
public record Signature(String by, Instant at, String why) {}
