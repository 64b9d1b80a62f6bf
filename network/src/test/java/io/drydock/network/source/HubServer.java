package io.drydock.network.source;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.drydock.core.thread.DaemonThreads;
import io.drydock.network.weights.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A hub on this machine: it describes files on one address and redirects to their contents on another. */
final class HubServer implements AutoCloseable {
    static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    private final HttpServer hub = server();
    private final HttpServer contents = server();
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile Optional<String> requiredToken = Optional.empty();
    private volatile int cutAfter = Integer.MAX_VALUE;
    private volatile boolean damaging;
    private volatile int stallAfter = Integer.MAX_VALUE;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile int status = 200;

    HubServer() {
        hub.createContext("/", this::describe);
        contents.createContext("/", this::send);
        contents.setExecutor(Executors.newCachedThreadPool(DaemonThreads.named("contents")));
        hub.start();
        contents.start();
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + hub.getAddress().getPort());
    }

    HubServer with(String repository, String name, byte[] content) {
        files.put("/" + repository + "/resolve/main/" + name, content);
        return this;
    }

    /** Refuses whoever does not bear the token. */
    void requireToken(String token) {
        requiredToken = Optional.of(token);
    }

    /** Hangs up after so many bytes of a content. */
    void cutAfter(int bytes) {
        cutAfter = bytes;
    }

    /** Sends nothing more after so many bytes of a content, and holds the line. */
    void stallAfter(int bytes) {
        stallAfter = bytes;
    }

    /** Alters the last byte of each content. */
    void damage(boolean altered) {
        damaging = altered;
    }

    /** Answers every question with a status. */
    void answerAlways(int answer) {
        status = answer;
    }

    /** What was asked: method, path, range and token, contents' server marked. */
    List<String> requests() {
        return requests;
    }

    private void describe(HttpExchange exchange) throws IOException {
        note("hub", exchange);
        byte[] content = files.get(exchange.getRequestURI().getPath());
        String token = exchange.getRequestHeaders().getFirst("Authorization");
        if (status != 200) {
            answer(exchange, status);
        } else if (requiredToken.isPresent() && !("Bearer " + requiredToken.get()).equals(token)) {
            answer(exchange, 401);
        } else if (content == null) {
            answer(exchange, 404);
        } else {
            exchange.getResponseHeaders().set("X-Repo-Commit", COMMIT);
            exchange.getResponseHeaders().set("X-Linked-ETag", "\"" + Sha256.of(content) + "\"");
            exchange.getResponseHeaders().set("X-Linked-Size", String.valueOf(content.length));
            exchange.getResponseHeaders()
                    .set(
                            "Location",
                            "http://127.0.0.1:" + contents.getAddress().getPort()
                                    + exchange.getRequestURI().getPath());
            answer(exchange, 302);
        }
    }

    private void send(HttpExchange exchange) throws IOException {
        note("contents", exchange);
        byte[] content = files.get(exchange.getRequestURI().getPath()).clone();
        if (damaging) {
            content[content.length - 1] ^= 1;
        }
        String range = exchange.getRequestHeaders().getFirst("Range");
        int from = range == null ? 0 : Integer.parseInt(range.replaceAll("[^0-9]", ""));
        exchange.sendResponseHeaders(range == null ? 200 : 206, content.length - from);
        int most = Math.min(Math.min(cutAfter, stallAfter), content.length - from);
        exchange.getResponseBody().write(content, from, most);
        exchange.getResponseBody().flush();
        if (stallAfter < content.length - from) {
            hold();
        }
        exchange.close();
    }

    private void hold() {
        try {
            closed.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void note(String server, HttpExchange exchange) {
        String range = exchange.getRequestHeaders().getFirst("Range");
        String token = exchange.getRequestHeaders().getFirst("Authorization");
        String proxied = exchange.getRequestHeaders().getFirst("Proxy-Authorization");
        requests.add(server + " " + exchange.getRequestMethod() + " " + exchange.getRequestURI()
                + (range == null ? "" : " " + range) + (token == null ? "" : " " + token)
                + (proxied == null ? "" : " for " + proxied));
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        hub.stop(0);
        contents.stop(0);
    }
}
