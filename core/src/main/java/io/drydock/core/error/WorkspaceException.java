package io.drydock.core.error;

/** A workspace that is missing, locked, damaged, newer than this program, or on a disk that refuses. */
public final class WorkspaceException extends DrydockException {
    private static final long serialVersionUID = 1L;

    public WorkspaceException(String message) {
        super(message);
    }

    public WorkspaceException(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public boolean wrongRequest() {
        return true;
    }
}
