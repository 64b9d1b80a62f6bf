package io.drydock.studio.api;

import io.drydock.workbench.json.JsonText;
import io.javalin.http.Context;
import tools.jackson.databind.JsonNode;

/** Sends answers. Safe for use by many threads. */
public final class Reply {
    private Reply() {}

    /** A JSON document. */
    public static void json(Context answer, JsonNode document) {
        answer.contentType("application/json; charset=utf-8");
        answer.result(JsonText.line(document));
    }

    /** A refusal or failure, in one message that a person can act on. */
    public static void message(Context answer, int status, String message) {
        answer.status(status);
        json(answer, JsonText.object().put("message", message));
    }
}
