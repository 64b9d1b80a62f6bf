package io.drydock.image.decode;

import io.drydock.core.error.ImageException;

/** A picture or its file is over a limit. */
public final class TooLargeException extends ImageException {
    private static final long serialVersionUID = 1;

    TooLargeException(String message) {
        super(message);
    }
}
