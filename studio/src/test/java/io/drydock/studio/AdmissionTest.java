package io.drydock.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is let in by what, and what a person reads who is not. */
class AdmissionTest {
    private DrawnSet set;
    private Studio studio;

    @BeforeEach
    void start(@TempDir Path folder) {
        set = DrawnSet.in(folder);
        studio = Studio.start(set.root(), "ann", 0);
    }

    @AfterEach
    void stop() {
        studio.close();
    }

    @Test
    void theAddressForTheBrowserHoldsNoSecretAndWorksOnce() {
        URI once = studio.oneTimeAddress();
        String secret = studio.address().getQuery().substring("token=".length());

        HttpResponse<String> first = open(once);
        HttpResponse<String> second = open(once);

        assertThat(once.toString()).doesNotContain(secret).doesNotContain("token");
        assertThat(first.statusCode()).isEqualTo(303);
        assertThat(first.headers().firstValue("Set-Cookie").orElse("")).contains("HttpOnly", "SameSite=Strict");
        assertThat(second.statusCode()).isEqualTo(401);
        assertThat(second.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(second.body()).contains("works once", "studio.secret");
        assertThat(open(studio.oneTimeAddress()).statusCode()).isEqualTo(303);
        assertThat(open(URI.create(once + "0")).statusCode()).isEqualTo(401);
    }

    @Test
    void aBrowserThatIsKnownMayOpenItsOneTimeAddressAgain() {
        URI once = studio.oneTimeAddress();
        Caller page = Caller.of(once);

        assertThat(page.get("/?" + once.getQuery()).statusCode()).isEqualTo(303);
    }

    @Test
    void thePrintedAddressAndAnOpenTabOutliveARestart() {
        URI address = studio.address();
        Caller tab = Caller.of(address);
        int port = studio.port();
        studio.close();

        studio = Studio.start(set.root(), "ann", port);

        assertThat(tab.get("/api/set").statusCode()).isEqualTo(200);
        assertThat(open(address).statusCode()).isEqualTo(303);
        assertThat(studio.address()).isEqualTo(address);
    }

    @Test
    void whoRemovesTheSecretShutsAllTabsOut() throws IOException {
        Caller tab = Caller.of(studio.address());
        int port = studio.port();
        studio.close();
        Files.delete(set.root().resolve("studio.secret"));

        studio = Studio.start(set.root(), "ann", port);

        assertThat(tab.get("/api/set").statusCode()).isEqualTo(401);
    }

    @Test
    void aBrowserGetsAPageThatSaysWhatToDoAndAProgramGetsJson() {
        Caller known = Caller.of(studio.address());
        HttpResponse<String> stranger =
                asBrowser(HttpRequest.newBuilder(studio.address().resolve("/grid")));
        HttpResponse<String> nowhere = asBrowser(known.request("/now%3Cb%3Ehere"));
        HttpResponse<String> used =
                asBrowser(HttpRequest.newBuilder(studio.address().resolve("/?code=1")));

        for (HttpResponse<String> page : List.of(stranger, nowhere, used)) {
            assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
            assertThat(page.body()).startsWith("<!doctype html>").doesNotContain("{\"message\"", "<b>");
            assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("default-src 'none'")
                    .doesNotContain("unsafe");
        }
        assertThat(stranger.statusCode()).isEqualTo(401);
        assertThat(stranger.body()).contains("Open the address that drydock studio printed");
        assertThat(nowhere.statusCode()).isEqualTo(404);
        assertThat(nowhere.body()).contains("There is nothing at this address", "href=\"/\"");

        for (String path : List.of("/api/set", "/api/nowhere", "/grid", "/nowhere")) {
            HttpResponse<String> answer =
                    Caller.send(HttpRequest.newBuilder(studio.address().resolve(path))
                            .header("Accept", "application/json")
                            .build());
            assertThat(answer.body()).as(path).startsWith("{\"message\":");
        }
        assertThat(asBrowser(known.request("/api/nowhere")).body()).startsWith("{\"message\":");
    }

    private static HttpResponse<String> asBrowser(HttpRequest.Builder request) {
        return Caller.send(request.header("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
                .build());
    }

    private static HttpResponse<String> open(URI address) {
        return Caller.send(HttpRequest.newBuilder(address).build());
    }
}
