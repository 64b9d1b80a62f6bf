package io.drydock.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.drydock.core.label.JournalEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * A person at the page of a studio over drawn ships: one browser for a class, and a workspace, a studio and a window for each
 * test, after which the page must have had no trouble.
 */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StudioInBrowser {
    TestBrowser browser;
    DrawnSet set;
    Studio studio;
    BrowserContext window;
    Page page;

    @BeforeAll
    void startBrowser() {
        browser = TestBrowser.start();
    }

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        set = draw(folder);
        studio = Studio.start(set.root(), "ann", 0);
        window = browser.window(ColorScheme.LIGHT);
        page = browser.open(window, studio);
        arrive();
    }

    /** The workspace of a test. */
    DrawnSet draw(Path folder) throws IOException {
        return DrawnSet.in(folder);
    }

    /** Goes to where the tests of the class begin. */
    void arrive() {}

    @AfterEach
    void close() {
        window.close();
        studio.close();
        assertThat(browser.troubles()).isEmpty();
    }

    @AfterAll
    void stopBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    /** The cell of the grid at a place. */
    Locator cell(int place) {
        return page.locator(".line:not([hidden]) .cell[data-place='" + place + "']");
    }

    /** How far the review is. */
    Locator progress() {
        return page.locator("dd-filter-bar .progress");
    }

    /** What was decided so far, oldest first. */
    List<JournalEntry> decisions() {
        return set.open().journal().entries().stream()
                .filter(entry -> entry.action().isDecision())
                .toList();
    }
}
