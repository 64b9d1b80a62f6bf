package io.drydock.core.error;

/** An option, recipe or configuration file that is not valid. */
public final class ConfigException extends DrydockException {
    private static final long serialVersionUID = 1L;

    public ConfigException(String message) {
        super(message);
    }

    public ConfigException(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public boolean wrongRequest() {
        return true;
    }
}
