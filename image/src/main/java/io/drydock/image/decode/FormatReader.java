package io.drydock.image.decode;

import io.drydock.core.error.ImageException;

/** Reads one file format's declarations without decoding pixels. */
interface FormatReader {
    /** Whether the file starts as this format does. */
    boolean matches(FileBytes file);

    /**
     * What the file declares.
     *
     * @throws ImageException if the header is truncated or contradicts itself
     */
    ImageHeader header(FileBytes file);

    /**
     * Checks that nothing is missing at the end.
     *
     * @throws ImageException if the file ends before its (first) picture does
     */
    void requireWhole(FileBytes file);
}
