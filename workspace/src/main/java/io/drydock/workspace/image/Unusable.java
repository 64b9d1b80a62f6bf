package io.drydock.workspace.image;

import io.drydock.core.data.Reason;

/** Why an image file cannot be used. */
public record Unusable(Reason reason, String message) {}
