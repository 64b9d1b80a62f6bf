package io.drydock.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The system's Chromium, driven by Playwright. For one thread at a time. */
final class TestBrowser implements AutoCloseable {
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static final double PATIENCE_MILLIS = 30_000;

    private final Playwright playwright;
    private final Browser browser;
    private final List<String> troubles = new ArrayList<>();

    private TestBrowser(Path chromium) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(ARGUMENTS));
    }

    /** Starts it; a test that needs it is skipped, loudly, where there is none. */
    static TestBrowser start() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        Optional<Path> chromium = Stream.of("chromium", "chromium-browser", "google-chrome")
                .map(name -> Path.of("/usr/bin", name))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(
                chromium.isPresent(), "SKIPPED: no Chromium in /usr/bin, so the page is not tested. Install chromium.");
        return new TestBrowser(chromium.orElseThrow());
    }

    /** A window of the studio's usual least size. */
    BrowserContext window(ColorScheme scheme) {
        return window(scheme, 1280, 720);
    }

    BrowserContext window(ColorScheme scheme, int width, int height) {
        BrowserContext window = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(width, height).setColorScheme(scheme));
        window.setDefaultTimeout(PATIENCE_MILLIS);
        return window;
    }

    /** Opens the studio in a window and waits for the page. */
    Page open(BrowserContext window, Studio studio) {
        Page page = window.newPage();
        String home = "http://127.0.0.1:" + studio.port() + "/";
        page.onPageError(error -> troubles.add("error: " + error));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("Failed to load resource")) {
                troubles.add("console: " + message.text());
            }
        });
        page.onRequest(request -> {
            if (!request.url().startsWith(home)) {
                troubles.add("asked elsewhere: " + request.url());
            }
        });
        page.navigate(studio.address().toString());
        page.locator("nav a").first().waitFor();
        return page;
    }

    /** Errors of the page and requests to elsewhere so far. */
    List<String> troubles() {
        return List.copyOf(troubles);
    }

    /** Holds a page to axe's rules for accessibility, in its present state. */
    static void requireAccessible(Page page, String what) {
        page.evaluate(axe());
        Object violations = page.evaluate("async () => (await axe.run()).violations.map(v => v.id + ': ' + v.help + ' '"
                + " + v.nodes.map(n => n.target.join(' ') + ' ' + n.failureSummary).join(' | '))");
        assertThat((List<?>) violations).as("accessibility of %s", what).isEmpty();
    }

    private static String axe() {
        try (InputStream in = TestBrowser.class.getResourceAsStream("/axe.min.js")) {
            if (in == null) {
                throw new IllegalStateException("axe.min.js is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps a picture of the page under {@code target/screenshots}. */
    static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
