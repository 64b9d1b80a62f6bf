package io.drydock.core.error;

/** Weights that are missing, do not fit, or could not be fetched. */
public final class WeightsException extends DrydockException {
    private static final long serialVersionUID = 1L;

    public WeightsException(String message) {
        super(message);
    }

    public WeightsException(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public boolean wrongRequest() {
        return true;
    }
}
