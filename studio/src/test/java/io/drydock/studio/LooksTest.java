package io.drydock.studio;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.drydock.sample.ShipSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** How the page looks and reads: both themes, a tablet, names that mean harm, and no violation that axe can find. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LooksTest {
    private TestBrowser browser;

    @BeforeAll
    void startBrowser() {
        browser = TestBrowser.start();
    }

    @AfterAll
    void stopBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void everyPlaceIsAccessibleInBothThemesAndOnATablet(@TempDir Path folder) {
        DrawnSet set = DrawnSet.in(folder);
        try (Studio studio = Studio.start(set.root(), "ann", 0)) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                try (BrowserContext window = browser.window(scheme)) {
                    look(browser.open(window, studio), scheme.name().toLowerCase(Locale.ROOT));
                }
            }
            try (BrowserContext window = browser.window(ColorScheme.LIGHT, 820, 1180)) {
                look(browser.open(window, studio), "tablet");
            }
        }
        assertThat(browser.troubles()).isEmpty();
    }

    private static void look(Page page, String how) {
        page.locator("dd-big-picture .name").waitFor();
        page.locator("dd-look-alikes li").first().waitFor(new Locator.WaitForOptions().setTimeout(90_000));
        page.keyboard().press("n");
        check(page, "review-" + how);
        page.keyboard().press("?");
        page.locator("dialog[open]").waitFor();
        check(page, "keys-" + how);
        page.keyboard().press("Escape");
        assertThat(page.locator("dialog[open]")).hasCount(0);
        page.keyboard().press("g");
        page.locator(".line:not([hidden]) .cell img[src]").nth(5).waitFor();
        page.locator(".cell[tabindex='0']").focus();
        page.keyboard().press(" ");
        page.keyboard().press("Shift+ArrowRight");
        page.keyboard().press("Enter");
        page.locator("dd-detail-pane img").first().waitFor();
        page.waitForTimeout(800);
        check(page, "grid-" + how);
        page.keyboard().press("c");
        page.locator("dd-duplicates-page li").first().waitFor(new Locator.WaitForOptions().setTimeout(90_000));
        check(page, "copies-" + how);
        page.keyboard().press("r");
    }

    private static void check(Page page, String name) {
        page.waitForTimeout(400);
        TestBrowser.picture(page, name);
        TestBrowser.requireAccessible(page, name);
    }

    @Test
    void namesOfFilesAndClassesAreTextWhateverTheySay(@TempDir Path folder) throws IOException {
        String markup = "<img src=x onerror=window.harmed=1>.jpg";
        String turned = "a\u202Egpj.exe\"'&b.jpg";
        String classes = "1=<script>window.harmed=1</script>,2=\u202EyratiliM \"&',3=Carrier,4=Cruise,5=Tankers";
        DrawnSet plain = DrawnSet.in(folder.resolve("plain"), ShipSet.of(30, 3).withMislabeled(6), classes);
        Path images = plain.ships().resolve("images");
        List<String> rows = Files.readAllLines(plain.ships().resolve("train.csv"));
        rename(images, rows, 1, markup);
        rename(images, rows, 2, turned);
        Files.write(plain.ships().resolve("train.csv"), rows);
        DrawnSet set = plain.again(folder.resolve("hostile"), classes);

        try (Studio studio = Studio.start(set.root(), "ann", 0);
                BrowserContext window = browser.window(ColorScheme.LIGHT)) {
            Page page = browser.open(window, studio);
            page.locator("dd-big-picture .name").waitFor();
            page.waitForTimeout(800);
            TestBrowser.picture(page, "hostile-review");
            page.keyboard().press("g");
            assertThat(page.locator(".cell .name").nth(0)).hasText(markup);
            assertThat(page.locator(".cell .name").nth(1)).hasText("a\uFFFDgpj.exe\"'&b.jpg");
            page.waitForTimeout(800);
            TestBrowser.picture(page, "hostile-grid");
            page.locator(".cell[tabindex='0']").focus();
            page.keyboard().press(" ");
            page.keyboard().press("k");
            assertThat(page.locator("dd-toasts")).containsText("1 image");
            assertThat(page.evaluate("window.harmed === undefined")).isEqualTo(true);
            TestBrowser.requireAccessible(page, "hostile names");
        }
        assertThat(set.open().journal().entries())
                .anyMatch(entry -> entry.image().equals(markup));
        assertThat(browser.troubles()).isEmpty();
    }

    private static void rename(Path images, List<String> rows, int row, String name) throws IOException {
        String[] cells = rows.get(row).split(",");
        Files.move(images.resolve(cells[0]), images.resolve(name));
        rows.set(row, "\"" + name.replace("\"", "\"\"") + "\"," + cells[1]);
    }
}
