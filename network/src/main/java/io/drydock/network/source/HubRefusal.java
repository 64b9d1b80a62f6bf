package io.drydock.network.source;

import io.drydock.core.error.WeightsException;
import java.net.URI;

/** What the hub's answers mean for the user. Safe for use by many threads. */
final class HubRefusal {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    private HubRefusal() {}

    /** @throws WeightsException if the status is an error */
    static void check(int status, URI address, String repository, String name, boolean tokenSent) {
        if (status < 400) {
            return;
        }
        String message = switch (status) {
            case 401 ->
                at(address, status)
                        + (tokenSent
                                ? " It does not accept the token in HF_TOKEN for " + repository
                                        + "; make a new one, or unset it."
                                : " " + repository
                                        + " does not exist, or is private: set HF_TOKEN to a token that may read it.");
            case 403 ->
                at(address, status) + " The token in HF_TOKEN may not read " + repository
                        + "; accept its terms on its page, or use another token.";
            case 404 ->
                at(address, status) + " There is no file " + name + " in " + repository
                        + ", or no such repository. Name another with --weights hub:OWNER/NAME.";
            case TOO_MANY_REQUESTS -> at(address, status) + " Too many requests: wait some minutes, or set HF_TOKEN.";
            default ->
                at(address, status)
                        + (status >= SERVER_ERROR
                                ? " The hub is in trouble; try again later, nothing fetched so far is lost."
                                : " Is HF_ENDPOINT right?");
        };
        throw status == TOO_MANY_REQUESTS || status >= SERVER_ERROR
                ? WeightsException.failed(message)
                : new WeightsException(message);
    }

    private static String at(URI address, int status) {
        return address + " answered " + status + ".";
    }
}
