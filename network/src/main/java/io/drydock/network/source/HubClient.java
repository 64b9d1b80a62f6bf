package io.drydock.network.source;

import io.drydock.core.error.WeightsException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/**
 * HTTP with the hub. Redirects are followed by hand, so that the token goes to the hub's own address and never to
 * another host. Safe for use by many threads.
 */
final class HubClient {
    private static final int MOST_REDIRECTS = 10;

    private final HubSettings settings;
    private final HubProxy proxy;
    private final HttpClient http;

    HubClient(HubSettings settings) {
        this.settings = settings;
        this.proxy = new HubProxy(settings.proxies());
        this.http = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.patience())
                .proxy(proxy)
                .build();
    }

    /** How long nothing may come before the hub is given up. */
    Duration patience() {
        return settings.patience();
    }

    /**
     * Asks what a file is.
     *
     * @throws IOException if the hub cannot be reached
     * @throws WeightsException if it answers no
     */
    HubFile describe(String repository, String name) throws IOException {
        URI address = URI.create(settings.endpoint() + "/" + repository + "/resolve/main/" + name);
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            HttpResponse<Void> answer = send(
                    request(address).method("HEAD", HttpRequest.BodyPublishers.noBody()),
                    HttpResponse.BodyHandlers.discarding());
            HubRefusal.check(
                    answer.statusCode(),
                    address,
                    repository,
                    name,
                    settings.token().isPresent());
            Optional<URI> target = redirect(answer, address);
            Optional<String> etag = etag(answer.headers());
            boolean moved = target.isPresent()
                    && target.get().getHost().equals(address.getHost())
                    && answer.headers().firstValue("X-Linked-ETag").isEmpty();
            if (!moved) {
                return new HubFile(
                        repository,
                        name,
                        answer.headers().firstValue("X-Repo-Commit").orElse("main"),
                        etag.orElseThrow(() -> new WeightsException(settings.endpoint()
                                + " says no hash (ETag) of " + repository + "/" + name
                                + ", so that it could not be checked."
                                + " Is HF_ENDPOINT right?")),
                        size(answer.headers(), target.isPresent()),
                        target.orElse(address));
            }
            address = target.get();
        }
        throw tooManyRedirects(repository, name);
    }

    /**
     * Opens a file's content from a byte on.
     *
     * @throws IOException if the hub cannot be reached or hangs up
     */
    HttpResponse<InputStream> open(HubFile file, long from) throws IOException {
        URI address = file.address();
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            HttpRequest.Builder request = request(address).GET();
            if (from > 0) {
                request.header("Range", "bytes=" + from + "-");
            }
            HttpResponse<InputStream> answer = send(request, HttpResponse.BodyHandlers.ofInputStream());
            Optional<URI> target = redirect(answer, address);
            if (target.isEmpty()) {
                return answer;
            }
            answer.body().close();
            address = target.get();
        }
        throw tooManyRedirects(file.repository(), file.name());
    }

    private HttpRequest.Builder request(URI address) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(settings.patience())
                .header("User-Agent", "drydock")
                .header("Accept-Encoding", "identity");
        if (sameOrigin(address, settings.endpoint())) {
            settings.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
        }
        proxy.credentials(address).ifPresent(who -> request.header("Proxy-Authorization", who));
        return request;
    }

    static boolean sameOrigin(URI a, URI b) {
        return a.getScheme().equalsIgnoreCase(b.getScheme())
                && a.getHost().equalsIgnoreCase(b.getHost())
                && a.getPort() == b.getPort();
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) throws IOException {
        try {
            return http.send(request.build(), body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static Optional<URI> redirect(HttpResponse<?> answer, URI address) {
        return answer.statusCode() / 100 == 3
                ? answer.headers().firstValue("Location").map(address::resolve)
                : Optional.empty();
    }

    private static Optional<String> etag(HttpHeaders headers) {
        return headers.firstValue("X-Linked-ETag")
                .or(() -> headers.firstValue("ETag"))
                .map(text -> text.replaceFirst("^W/", "").replace("\"", ""))
                .filter(text -> text.matches("[A-Za-z0-9._-]+"));
    }

    private static long size(HttpHeaders headers, boolean redirected) {
        return headers.firstValueAsLong("X-Linked-Size")
                .orElseGet(() -> redirected
                        ? -1
                        : headers.firstValueAsLong("Content-Length").orElse(-1));
    }

    private static WeightsException tooManyRedirects(String repository, String name) {
        return new WeightsException(repository + "/" + name + " was redirected more than " + MOST_REDIRECTS
                + " times. Is HF_ENDPOINT right?");
    }
}
