package io.drydock.studio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that talks to a studio over HTTP as its page does: with the cookie and the origin. */
final class Caller {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final HttpClient client = HttpClient.newHttpClient();
    private final String base;
    private final String cookie;

    private Caller(String base, String cookie) {
        this.base = base;
        this.cookie = cookie;
    }

    /** Opens the address that a studio printed. */
    static Caller of(URI address) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(address).build());
        String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
        return new Caller(
                address.getScheme() + "://" + address.getAuthority(), cookie.substring(0, cookie.indexOf(';')));
    }

    static HttpResponse<String> send(HttpRequest request) {
        try {
            return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    String base() {
        return base;
    }

    String cookie() {
        return cookie;
    }

    /** A request with the cookie, to be changed further. */
    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).header("Cookie", cookie);
    }

    HttpResponse<String> get(String path) {
        return answer(request(path).build());
    }

    JsonNode json(String path) {
        return MAPPER.readTree(get(path).body());
    }

    HttpResponse<String> post(String path, String body) {
        return answer(request(path)
                .header("Origin", base)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    /** Decides, and gives the status: 200 means that it is on the disk. */
    int decide(String action, List<Long> images, String to) {
        String target = to.isEmpty() ? "" : ",\"to\":\"" + to + "\"";
        return post("/api/decide", "{\"action\":\"" + action + "\",\"images\":" + images + target + ",\"yes\":true}")
                .statusCode();
    }

    private HttpResponse<String> answer(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
