package io.drydock.studio.security;

/** A request that the guard turns away. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    Refused(int status, String message) {
        super(message);
        this.status = status;
    }

    /** HTTP status to answer with: 401, 403 or 415. */
    public int status() {
        return status;
    }
}
