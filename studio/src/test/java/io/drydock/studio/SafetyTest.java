package io.drydock.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the studio refuses, over real HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SafetyTest {
    @TempDir
    private static Path folder;

    private DrawnSet set;
    private Studio studio;
    private Caller page;

    @BeforeAll
    void start() {
        set = DrawnSet.in(folder);
        studio = Studio.start(set.root(), "ann", 0);
        page = Caller.of(studio.address());
    }

    @AfterAll
    void stop() {
        studio.close();
    }

    @Test
    void theOpenedAddressTurnsItsTokenIntoAStrictCookie() {
        HttpResponse<String> answer =
                Caller.send(HttpRequest.newBuilder(studio.address()).build());

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue("/");
        assertThat(answer.headers().firstValue("Set-Cookie").orElse(""))
                .contains("HttpOnly")
                .contains("SameSite=Strict");
        assertThat(page.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void withoutTheTokenNothingIsAnswered() {
        for (String path : List.of("/", "/review", "/api/set", "/api/images", "/picture/1/original", "/api/events")) {
            HttpResponse<String> answer = Caller.send(
                    HttpRequest.newBuilder(studio.address().resolve(path)).build());
            assertThat(answer.statusCode()).as(path).isEqualTo(401);
            assertThat(answer.body()).contains("drydock studio");
        }
        assertThat(Caller.send(HttpRequest.newBuilder(studio.address().resolve("/?token=wrong"))
                                .build())
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aForeignHostNameIsRefusedEvenWithTheCookie() throws IOException {
        assertThat(raw("GET /api/set HTTP/1.1\r\nHost: evil.example:" + studio.port() + "\r\nCookie: " + page.cookie()))
                .startsWith("HTTP/1.1 403");
        assertThat(raw("GET /?token=" + studio.address().getQuery().substring(6) + " HTTP/1.1\r\nHost: evil.example"))
                .startsWith("HTTP/1.1 403");
    }

    @Test
    void aPageFromElsewhereCannotDecideOrRead() {
        String decision = "{\"action\":\"drop\",\"images\":[1]}";
        long before = set.open().journal().position();

        for (String origin : List.of("http://evil.example", "null", "http://127.0.0.1:1")) {
            assertThat(post(origin, "application/json", decision)).as(origin).isEqualTo(403);
            assertThat(Caller.send(page.request("/api/set")
                                    .header("Origin", origin)
                                    .build())
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(Caller.send(page.request("/api/decide")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(decision))
                                .build())
                        .statusCode())
                .as("no origin at all")
                .isEqualTo(403);
        assertThat(post(page.base(), "text/plain", decision))
                .as("a form's type")
                .isEqualTo(415);
        assertThat(Caller.send(page.request("/api/set")
                                .header("Sec-Fetch-Site", "cross-site")
                                .build())
                        .statusCode())
                .isEqualTo(403);
        assertThat(set.open().journal().position()).isEqualTo(before);
    }

    private int post(String origin, String type, String body) {
        return Caller.send(page.request("/api/decide")
                        .header("Origin", origin)
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body))
                        .build())
                .statusCode();
    }

    @Test
    void noPathLeadsOutOfThePage() throws IOException {
        for (String path : List.of(
                "/picture/..%2f..%2fetc%2fpasswd/original",
                "/picture/../../etc/passwd",
                "/page/../../../etc/passwd",
                "/page/..%2f..%2fpom.xml",
                "/_static/../../../etc/passwd",
                "/_static/lit/../../../../pom.xml",
                "/_static/lit/3.2.1/package.json",
                "/picture/1.jpg/original",
                "/picture/999999/original",
                "/%2e%2e/%2e%2e/etc/passwd")) {
            String answer = raw(
                    "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + studio.port() + "\r\nCookie: " + page.cookie());
            assertThat(answer)
                    .as(path)
                    .containsPattern("\\AHTTP/1.1 (400|404) ")
                    .doesNotContain("root:");
        }
    }

    @Test
    void everyAnswerForbidsScriptsAndContentFromElsewhere() {
        for (String path : List.of("/", "/api/set", "/picture/1/original", "/nowhere")) {
            HttpResponse<String> answer = page.get(path);
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("default-src 'none'")
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("unsafe");
        }
        assertThat(page.get("/").body()).doesNotContain("http://").doesNotContain("https://");
    }

    @Test
    void aBodyThatIsTooLargeOrUnknownIsRefused() {
        assertThat(page.post("/api/decide", "{\"action\":\"" + "x".repeat(5 << 20) + "\"}")
                        .statusCode())
                .isEqualTo(413);
        assertThat(page.post("/api/decide", "{\"action\":\"drop\",\"images\":[1],\"path\":\"/etc\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(page.post("/api/decide", "not json").statusCode()).isEqualTo(400);
        assertThat(page.post("/api/decide", "{\"action\":\"import\",\"images\":[1]}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void itListensOnTheLoopbackAddressAlone() throws IOException {
        for (InetAddress address :
                InetAddress.getAllByName(InetAddress.getLocalHost().getHostName())) {
            if (!address.isLoopbackAddress()) {
                try (Socket socket = new Socket()) {
                    assertThat(refuses(socket, address)).as("%s", address).isTrue();
                }
            }
        }
    }

    private boolean refuses(Socket socket, InetAddress address) {
        try {
            socket.connect(new InetSocketAddress(address, studio.port()), 500);
            return false;
        } catch (IOException refused) {
            return true;
        }
    }

    /** Sends a request as it stands, which a client of HTTP would not. */
    private String raw(String head) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), studio.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write((head + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
