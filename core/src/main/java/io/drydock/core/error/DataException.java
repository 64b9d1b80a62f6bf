package io.drydock.core.error;

/** A data set, CSV, split, probability file or submission that cannot be used. */
public final class DataException extends DrydockException {
    private static final long serialVersionUID = 1L;

    public DataException(String message) {
        super(message);
    }

    public DataException(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public boolean wrongRequest() {
        return true;
    }
}
