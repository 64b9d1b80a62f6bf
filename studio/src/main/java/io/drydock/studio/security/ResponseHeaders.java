package io.drydock.studio.security;

import io.javalin.http.Context;

/** What every answer tells the browser: load nothing from elsewhere, run no inline script, guess no types. Safe for use by many threads. */
public final class ResponseHeaders {
    private final String policy;

    /** @param scriptHash SHA-256 in Base64 of the one inline script, the import map */
    public ResponseHeaders(String scriptHash) {
        policy = "default-src 'none'; script-src 'self' 'sha256-" + scriptHash + "'; style-src 'self'; img-src 'self';"
                + " connect-src 'self'; font-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    /** Adds them to an answer. */
    public void addTo(Context answer) {
        answer.header("Content-Security-Policy", policy);
        answer.header("X-Content-Type-Options", "nosniff");
        answer.header("X-Frame-Options", "DENY");
        answer.header("Referrer-Policy", "no-referrer");
        answer.header("Cross-Origin-Opener-Policy", "same-origin");
        answer.header("Cross-Origin-Resource-Policy", "same-origin");
        answer.header("Cache-Control", "no-store");
    }
}
