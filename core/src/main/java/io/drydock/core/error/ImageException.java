package io.drydock.core.error;

/** A picture that cannot be decoded, or that declares a size over the limit. */
public class ImageException extends DrydockException {
    private static final long serialVersionUID = 1L;

    public ImageException(String message) {
        super(message);
    }

    public ImageException(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public boolean wrongRequest() {
        return true;
    }
}
