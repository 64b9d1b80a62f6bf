package io.drydock.core.provenance;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that is needed to tell where a result came from, and to make it again.
 *
 * @param version of Drydock
 * @param libraries version of each library that computed, by name
 * @param dataSha256 hash of images, contents and labels as {@link io.drydock.core.data.Dataset#sha256()} has it
 * @param journalPosition the last journal entry that counted
 * @param split number of the split, 0 for none
 */
public record Provenance(
        String version,
        SortedMap<String, String> libraries,
        Machine machine,
        String dataSha256,
        long journalPosition,
        int split,
        long seed,
        Instant at) {
    public Provenance {
        libraries = Collections.unmodifiableSortedMap(new TreeMap<>(libraries));
    }

    /** On this machine, at this time. */
    public static Provenance here(
            String version,
            Map<String, String> libraries,
            String dataSha256,
            long journalPosition,
            int split,
            long seed,
            Instant at) {
        return new Provenance(
                version, new TreeMap<>(libraries), Machine.current(), dataSha256, journalPosition, split, seed, at);
    }
}
