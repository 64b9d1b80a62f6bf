package io.drydock.workspace.run;

import java.time.Instant;
import java.util.Optional;

/**
 * A run as the store lists it.
 *
 * @param message why it failed or was interrupted; empty otherwise
 */
public record RunEntry(
        RunFolder folder,
        RunStatus status,
        String message,
        Instant startedAt,
        Optional<Instant> endedAt,
        RunDetails details) {

    public int id() {
        return folder.id();
    }

    /** Folder name, such as {@code 0007-resnet50}. */
    public String name() {
        return folder.name();
    }
}
