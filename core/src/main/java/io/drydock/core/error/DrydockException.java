package io.drydock.core.error;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Anything that Drydock refuses or could not do, told in one message that a user can act on. */
public abstract class DrydockException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    protected DrydockException(String message) {
        super(message);
    }

    protected DrydockException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The message that the user reads; never absent. */
    @Override
    public String getMessage() {
        return Objects.requireNonNullElse(super.getMessage(), "");
    }

    /** Whether the request or its input is wrong (exit code 2), rather than the work having failed (exit code 1). */
    public abstract boolean wrongRequest();
}
