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
 * page, as JSON. A browser gets the token as a cookie when it opens an address with the token or with a one-time code.
 * Safe for use by many threads.
 */
public final class RequestGuard {
    private static final String TOKEN = "token";
    private static final String CODE = "code";
    private static final String REMEDY =
            "Open the address that drydock studio printed when it started. If you cannot find it, end the studio (Ctrl-C)"
                    + " and start it again: it prints the address and opens the browser.";
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    private final AccessToken token;
    private final OneTimeCodes codes;

    /**
     * @param token that every request must bring
     * @param codes that a browser may bring instead, to get the token
     */
    public RequestGuard(AccessToken token, OneTimeCodes codes) {
        this.token = token;
        this.codes = codes;
    }

    /**
     * Lets a request pass, or answers it by a redirect where it brought the token or a code in its address.
     *
     * @param port that the server listens on
     * @throws Refused if it may not pass
     */
    public void check(Context request, int port) {
        String host = host(request, port);
        if (isPageWith(TOKEN, request)) {
            requireToken(request.queryParam(TOKEN));
            admit(request, port);
            return;
        }
        if (isPageWith(CODE, request)) {
            if (!isKnown(request, port)) {
                requireCode(String.valueOf(request.queryParam(CODE)));
            }
            admit(request, port);
            return;
        }
        requireOwnOrigin(request, host);
        if (!isKnown(request, port)) {
            throw new Refused(401, "This browser was not let in by this drydock studio. " + REMEDY);
        }
    }

    private boolean isKnown(Context request, int port) {
        return token.matches(request.cookie(cookieName(port)));
    }

    private static String host(Context request, int port) {
        @Nullable String host = request.header("Host");
        Set<String> own = Set.of("127.0.0.1:" + port, "localhost:" + port);
        if (host == null || !own.contains(host.toLowerCase(Locale.ROOT))) {
            throw new Refused(403, "The studio answers at 127.0.0.1:" + port + " only, not at another name.");
        }
        return host.toLowerCase(Locale.ROOT);
    }

    private static boolean isPageWith(String name, Context request) {
        return request.method().equals(HandlerType.GET)
                && request.path().equals("/")
                && request.queryParam(name) != null;
    }

    private void requireToken(@Nullable String given) {
        if (!token.matches(given)) {
            throw new Refused(401, "The token of this address is not that of this drydock studio. " + REMEDY);
        }
    }

    private void requireCode(String given) {
        switch (codes.spend(given)) {
            case ADMITTED -> {}
            case USED ->
                throw new Refused(
                        401,
                        "This address works once, and it was used already. " + REMEDY
                                + " If it was not you who used it, somebody else on this machine may have: end the"
                                + " studio, remove the file " + SecretFile.NAME
                                + " in the workspace, and start it again.");
            case EXPIRED ->
                throw new Refused(
                        401, "This address was good for " + OneTimeCodes.LIFE.toSeconds() + " seconds. " + REMEDY);
            case UNKNOWN -> throw new Refused(401, "This address is not from this drydock studio. " + REMEDY);
        }
    }

    /** The token becomes a cookie and leaves the address, so that it is in no history. */
    private void admit(Context request, int port) {
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
