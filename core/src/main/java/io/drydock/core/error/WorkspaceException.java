package io.drydock.core.error;

import org.jspecify.annotations.Nullable;

/** A workspace that is missing, locked, damaged, newer than this program, or on a disk that refuses. */
public final class WorkspaceException extends DrydockException {
    private static final long serialVersionUID = 1L;

    private final boolean wrongRequest;

    public WorkspaceException(String message) {
        super(message);
        this.wrongRequest = true;
    }

    public WorkspaceException(String message, Throwable cause) {
        super(message, cause);
        this.wrongRequest = true;
    }

    private WorkspaceException(String message, @Nullable Throwable cause, boolean wrongRequest) {
        super(message, cause);
        this.wrongRequest = wrongRequest;
    }

    /** A right request whose work failed: the disk is full or read-only, or the store is damaged or locked. */
    public static WorkspaceException failed(String message) {
        return new WorkspaceException(message, null, false);
    }

    /** The same with its cause. */
    public static WorkspaceException failed(String message, Throwable cause) {
        return new WorkspaceException(message, cause, false);
    }

    @Override
    public boolean wrongRequest() {
        return wrongRequest;
    }
}
