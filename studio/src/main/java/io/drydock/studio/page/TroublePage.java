package io.drydock.studio.page;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/**
 * What a person reads who opened an address that the studio does not answer, with what to do. It needs no other file, since a
 * browser without the token gets none. Safe for use by many threads.
 */
public final class TroublePage {
    private static final String STYLE = """
            :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
            body { margin: 12vh auto; max-width: 60ch; padding: 0 24px; }
            h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 16px; }
            p { margin: 0 0 12px; overflow-wrap: anywhere; }
            .status { opacity: .75; font-size: .875rem; margin-top: 32px; }
            """;
    /** Content security policy that the page needs. */
    public static final String POLICY = "default-src 'none'; style-src 'sha256-" + Page.sha256(STYLE)
            + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private TroublePage() {}

    /** Whether a browser asks for a page to show, rather than the page or a program for data. */
    public static boolean suits(Context request) {
        return suits(request.header("Accept"), request.method().name(), request.path());
    }

    /**
     * Whether a browser asks for a page to show.
     *
     * @param accept types that it can show; null for any
     */
    public static boolean suits(@Nullable String accept, String method, @Nullable String path) {
        return accept != null
                && accept.contains("text/html")
                && method.equals("GET")
                && (path == null || !path.startsWith("/api/"));
    }

    /** Answers a request. */
    public static void send(Context answer, int status, String message) {
        answer.status(status);
        answer.header("Content-Security-Policy", POLICY);
        answer.html(document(status, message));
    }

    /** The page. */
    public static String document(int status, String message) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <title>Drydock studio: %s</title>
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <style>%s</style>
                </head>
                <body>
                <main>
                <h1>%s</h1>
                <p>%s</p>
                %s
                <p class="status">Drydock studio, status %d</p>
                </main>
                </body>
                </html>
                """.formatted(heading(status), STYLE, heading(status), escaped(message), advice(status), status);
    }

    private static String heading(int status) {
        return switch (status) {
            case 401 -> "This browser needs the studio's address";
            case 403 -> "The studio does not answer this";
            case 404 -> "There is nothing at this address";
            default -> status < 500 ? "The studio cannot show this" : "The studio failed";
        };
    }

    private static String advice(int status) {
        return switch (status) {
            case 401 ->
                "<p>A tab of the studio that is open in this browser goes on by itself once the address was opened in"
                        + " any tab. What you decided is kept.</p>";
            case 403 -> "";
            default ->
                "<p><a href=\"/\">Go to the studio</a>. It has three places: <a href=\"/review\">review</a>,"
                        + " <a href=\"/grid\">grid</a> and <a href=\"/duplicates\">copies</a>.</p>";
        };
    }

    private static String escaped(String text) {
        StringBuilder html = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '&' -> html.append("&amp;");
                case '"' -> html.append("&quot;");
                default -> html.appendCodePoint(isShown(c) ? c : 0xFFFD);
            }
        });
        return html.toString();
    }

    /** Control and direction characters could disguise the text. */
    private static boolean isShown(int c) {
        int type = Character.getType(c);
        return type != Character.CONTROL && type != Character.FORMAT && type != Character.SURROGATE;
    }
}
