package io.drydock.core.error;

/** Training that started and could not go on. */
public final class TrainingException extends DrydockException {
    private static final long serialVersionUID = 1L;

    public TrainingException(String message) {
        super(message);
    }

    public TrainingException(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public boolean wrongRequest() {
        return false;
    }
}
