package io.drydock.core.error;

import org.jspecify.annotations.Nullable;

/** Weights that are missing, do not fit, or could not be fetched. */
public final class WeightsException extends DrydockException {
    private static final long serialVersionUID = 1L;

    private final boolean wrongRequest;

    public WeightsException(String message) {
        this(message, null, true);
    }

    public WeightsException(String message, Throwable cause) {
        this(message, cause, true);
    }

    private WeightsException(String message, @Nullable Throwable cause, boolean wrongRequest) {
        super(message, cause);
        this.wrongRequest = wrongRequest;
    }

    /** A right request whose work failed: the hub does not answer, the connection broke, or the disk refuses. */
    public static WeightsException failed(String message) {
        return new WeightsException(message, null, false);
    }

    /** The same with its cause. */
    public static WeightsException failed(String message, Throwable cause) {
        return new WeightsException(message, cause, false);
    }

    @Override
    public boolean wrongRequest() {
        return wrongRequest;
    }
}
