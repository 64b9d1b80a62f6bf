package io.drydock.studio;

import io.drydock.studio.page.TroublePage;
import io.drydock.workbench.json.JsonText;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Answers what the HTTP server refuses before a route sees it, such as an address that is not well-formed: with the same
 * message or page as the routes. Safe for use by many threads.
 */
final class ServerRefusals extends ErrorHandler {
    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int status,
            @Nullable String reason,
            @Nullable Throwable cause,
            Callback callback) {
        boolean page = TroublePage.suits(
                request.getHeaders().get(HttpHeader.ACCEPT),
                request.getMethod(),
                request.getHttpURI().getPath());
        String answer = page ? TroublePage.document(status, words(reason)) : json(reason);
        if (page) {
            response.getHeaders().put("Content-Security-Policy", TroublePage.POLICY);
        }
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type(page ? "text/html" : "application/json"));
        response.write(true, bytes(answer), callback);
    }

    private static String json(@Nullable String reason) {
        return JsonText.line(JsonText.object().put("message", words(reason)));
    }

    private static String words(@Nullable String reason) {
        return "The request cannot be read: " + (reason == null ? "it is not well-formed" : reason) + ".";
    }

    private static String type(String kind) {
        return kind + "; charset=utf-8";
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
