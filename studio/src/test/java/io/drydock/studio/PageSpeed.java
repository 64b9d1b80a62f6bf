package io.drydock.studio;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Measures the page in a real browser over a workspace of any size: first paint, frames while scrolling, the next picture,
 * a filter and a bulk decision. A program to be run by hand: nothing is asserted. For one thread at a time.
 */
final class PageSpeed {
    private static final int PICTURES = 60;

    /** Frames while the grid scrolls from top to bottom in three seconds, in milliseconds. */
    private static final String SCROLL = """
            async () => {
              const grid = document.querySelector('dd-frame').shadowRoot.querySelector('dd-grid-page').shadowRoot.querySelector('dd-grid-view');
              const frames = [];
              const start = performance.now();
              let last = start;
              while (performance.now() - start < 3000) {
                grid.scrollTop += 90;
                await new Promise(requestAnimationFrame);
                const now = performance.now();
                frames.push(now - last);
                last = now;
              }
              return frames;
            }""";

    /** From the key to the frame in which the next picture is decoded and drawn, in milliseconds. */
    private static final String NEXT = """
            async () => {
              const review = document.querySelector('dd-frame').shadowRoot.querySelector('dd-review-page');
              const before = review.queue.current.id;
              const start = performance.now();
              window.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true, cancelable: true }));
              await review.updateComplete;
              const big = review.shadowRoot.querySelector('dd-big-picture');
              await big.updateComplete;
              await big.shadowRoot.querySelector('img').decode();
              await new Promise(requestAnimationFrame);
              if (review.queue.current.id === before) throw new Error('the picture did not change');
              return performance.now() - start;
            }""";

    private PageSpeed() {}

    /**
     * Measures and prints.
     *
     * @param args workspaces to measure
     */
    public static void main(String[] args) {
        try (TestBrowser browser = TestBrowser.start()) {
            for (String workspace : args) {
                try (Studio studio = Studio.start(Path.of(workspace), "ann", 0);
                        BrowserContext window = browser.window(ColorScheme.LIGHT)) {
                    measure(browser, window, studio, workspace);
                }
            }
        }
    }

    private static void measure(TestBrowser browser, BrowserContext window, Studio studio, String workspace) {
        Page page = browser.open(window, studio);
        page.locator("dd-big-picture img").waitFor();
        for (String place : List.of("review", "grid")) {
            page.navigate("http://127.0.0.1:" + studio.port() + "/" + place);
            page.locator(place.equals("grid") ? ".line:not([hidden]) .cell img[src]" : "dd-big-picture img")
                    .first()
                    .waitFor();
            say(workspace, place + ": first paint", paint(page));
            say(workspace, place + ": content shown", content(page));
        }
        say(workspace, "grid: frame while scrolling, p95", p95(numbers(page.evaluate(SCROLL))));
        page.navigate("http://127.0.0.1:" + studio.port() + "/review");
        page.locator("dd-big-picture img").waitFor();
        page.waitForTimeout(2000);
        double[] next = new double[PICTURES];
        for (int i = 0; i < PICTURES; i++) {
            next[i] = ((Number) page.evaluate(NEXT)).doubleValue();
            page.waitForTimeout(250);
        }
        say(workspace, "review: next picture, median", quantile(next, 0.5));
        say(workspace, "review: next picture, p95", p95(next));
        say(workspace, "filter of the queue", request(page, "/api/review?kind=gray&label=1&part=valid&limit=40", ""));
        say(
                workspace,
                "filter of the grid, sorted",
                request(page, "/api/images?label=1&sort=brightness&limit=200", ""));
        String ids = Stream.iterate(1, id -> id + 1)
                .limit(1000)
                .map(String::valueOf)
                .reduce((a, b) -> a + "," + b)
                .orElse("");
        say(
                workspace,
                "bulk relabel of 1,000",
                request(
                        page,
                        "/api/decide",
                        "{\"action\":\"relabel\",\"to\":\"2\",\"yes\":true,\"images\":[" + ids + "]}"));
        say(workspace, "undo of 1,000", request(page, "/api/undo", "{\"batches\":1}"));
    }

    private static double paint(Page page) {
        return ((Number) page.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? -1"))
                .doubleValue();
    }

    private static double content(Page page) {
        return ((Number) page.evaluate("performance.now()")).doubleValue();
    }

    /** Milliseconds from asking to the answer read, in the browser. */
    private static double request(Page page, String path, String body) {
        String options = body.isEmpty()
                ? "{}"
                : "{ method: 'POST', body: '" + body + "', headers: { 'Content-Type': 'application/json' } }";
        return ((Number) page.evaluate(
                        "async () => { const start = performance.now(); const answer = await fetch('" + path
                                + "', " + options
                                + "); if (!answer.ok) throw new Error(await answer.text()); await answer.json();"
                                + " return performance.now() - start; }"))
                .doubleValue();
    }

    private static double[] numbers(Object list) {
        return ((List<?>) list)
                .stream().mapToDouble(value -> ((Number) value).doubleValue()).toArray();
    }

    private static double p95(double[] values) {
        return quantile(values, 0.95);
    }

    private static double quantile(double[] values, double share) {
        double[] sorted = values.clone();
        java.util.Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * (sorted.length - 1)))];
    }

    @SuppressWarnings("SystemOut")
    private static void say(String workspace, String what, double millis) {
        System.out.println(String.format(Locale.ROOT, "%-28s %-36s %9.1f ms", workspace, what, millis));
    }
}
