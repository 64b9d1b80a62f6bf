package io.drydock.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program opens a browser for its studio. */
@Tag("slow")
class OpenedStudioTest {
    @Test
    void theArgumentsOfTheBrowserHoldNoSecretButOpenTheStudioOnce(@TempDir Path folder) throws Exception {
        new Program(folder).done(DrawnShips.in(folder.resolve("ships"), 20).init());
        Path opened = folder.resolve("opened");
        Path browser = Files.createDirectories(folder.resolve("bin")).resolve("xdg-open");
        Files.writeString(browser, "#!/bin/sh\necho \"$@\" > draft && mv draft opened\nsleep 5\n");
        Files.setPosixFilePermissions(browser, PosixFilePermissions.fromString("rwxr-xr-x"));
        Map<String, String> environment =
                Map.of("DISPLAY", ":9", "PATH", browser.getParent() + ":" + System.getenv("PATH"));

        Process studio = new Program(folder, environment).start("studio", "-w", "work", "--port", "0");
        try {
            String argument = text(opened).strip();
            URI printed = URI.create(text(folder.resolve("out")).strip());
            String secret = printed.getQuery().substring("token=".length());

            assertThat(argument).startsWith("http://127.0.0.1:").doesNotContain(secret, "token");
            assertThat(Files.readString(folder.resolve("work/studio.secret")).strip())
                    .isEqualTo(secret);
            assertThat(status(URI.create(argument))).isEqualTo(303);
            assertThat(status(URI.create(argument))).isEqualTo(401);
            assertThat(status(printed)).isEqualTo(303);
            assertThat(status(printed)).isEqualTo(303);
        } finally {
            studio.destroy();
            studio.waitFor();
        }
    }

    private static int status(URI address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
                .statusCode();
    }

    private static String text(Path file) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while (!Files.exists(file) || Files.size(file) == 0) {
            assertThat(Instant.now()).as("%s came in time", file).isBefore(end);
            Thread.sleep(50);
        }
        return Files.readString(file);
    }
}
