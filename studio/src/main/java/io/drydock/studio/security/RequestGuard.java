package io.drydock.studio.security;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks at every request before anything answers it: the host must be this machine by its own name (a foreign name that
 * resolves to 127.0.0.1 is refused), the token must be there, and what changes something must come from the studio's own
 * page, as JSON. Safe for use by many threads.
 */
public final class RequestGuard {
    private static final String TOKEN = "token";
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    private final AccessToken token;

    public RequestGuard(AccessToken token) {
        this.token = token;
    }

    /**
     * Lets a request pass, or answers it by a redirect where it brought the token in its address.
     *
     * @param port that the server listens on
     * @throws Refused if it may not pass
     */
    public void check(Context request, int port) {
        String host = host(request, port);
        if (isPageWithToken(request)) {
            admit(request, port);
            return;
        }
        requireOwnOrigin(request, host);
        if (!token.matches(request.cookie(cookieName(port)))) {
            throw new Refused(
                    401,
                    "Open the address that drydock studio printed: this one lacks its token, or the studio was"
                            + " started again since.");
        }
    }

    private static String host(Context request, int port) {
        @Nullable String host = request.header("Host");
        Set<String> own = Set.of("127.0.0.1:" + port, "localhost:" + port);
        if (host == null || !own.contains(host.toLowerCase(Locale.ROOT))) {
            throw new Refused(403, "The studio answers at 127.0.0.1:" + port + " only, not at another name.");
        }
        return host.toLowerCase(Locale.ROOT);
    }

    private static boolean isPageWithToken(Context request) {
        return request.method().equals(HandlerType.GET)
                && request.path().equals("/")
                && request.queryParam(TOKEN) != null;
    }

    /** The token becomes a cookie and leaves the address, so that it stands in no history. */
    private void admit(Context request, int port) {
        if (!token.matches(request.queryParam(TOKEN))) {
            throw new Refused(401, "This token is not the studio's. Open the address that it printed last.");
        }
        Cookie cookie = new Cookie(cookieName(port), token.value());
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSameSite(SameSite.STRICT);
        request.cookie(cookie);
        request.redirect("/", HttpStatus.SEE_OTHER);
        request.skipRemainingHandlers();
    }

    private static void requireOwnOrigin(Context request, String host) {
        boolean changes =
                !request.method().equals(HandlerType.GET) && !request.method().equals(HandlerType.HEAD);
        @Nullable String origin = request.header("Origin");
        if (origin == null ? changes : !origin.equals("http://" + host)) {
            throw new Refused(403, "Only the studio's own page may ask this.");
        }
        @Nullable String site = request.header("Sec-Fetch-Site");
        if (site != null && !OWN_SITES.contains(site)) {
            throw new Refused(403, "Only the studio's own page may ask this.");
        }
        @Nullable String type = request.contentType();
        if (changes && (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/json"))) {
            throw new Refused(415, "The studio takes JSON only.");
        }
    }

    /** Cookies are shared by all ports of a host, so the name has the port in it. */
    private static String cookieName(int port) {
        return "drydock-" + port;
    }
}
