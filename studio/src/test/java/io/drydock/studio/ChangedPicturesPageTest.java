package io.drydock.studio;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.drydock.sample.ShipPictures;
import io.drydock.sample.ShipType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A person at the page while files change that were looked at. */
class ChangedPicturesPageTest extends StudioInBrowser {
    private String changed = "";

    @Override
    void arrive() {
        page.locator("dd-big-picture .name").waitFor();
        changed = set.planted().mislabeled().get(0).image();
    }

    private void change() throws IOException {
        Path images = set.ships().resolve("images");
        Files.write(images.resolve(changed), ShipPictures.jpeg(ShipType.CARGO, 991));
        Files.delete(images.resolve(set.planted().mislabeled().get(1).image()));
        String copy = set.open().exactDuplicates().get(0).images().get(1).image();
        Files.write(images.resolve(copy), ShipPictures.jpeg(ShipType.CARGO, 992));
    }

    @Test
    void everyListMarksThemInBothThemes() throws IOException {
        page.keyboard().press("c");
        page.locator("dd-duplicates-page li").first().waitFor(new Locator.WaitForOptions().setTimeout(90_000));
        change();

        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            try (BrowserContext other = browser.window(scheme)) {
                look(browser.open(other, studio), scheme.name().toLowerCase(Locale.ROOT));
            }
        }
    }

    private void look(Page shown, String theme) {
        assertThat(shown.locator("dd-big-picture .name")).hasText(changed);
        requireMark(shown.locator("dd-big-picture .changed"));
        check(shown, "changed-review-" + theme);
        shown.keyboard().press("g");
        Locator cell =
                shown.locator(".line:not([hidden]) .cell").filter(new Locator.FilterOptions().setHasText(changed));
        requireMark(cell.locator(".changed"));
        assertThat(cell).hasAttribute("aria-label", Pattern.compile(changed + ".*, changed since init"));
        assertThat(shown.locator(".line:not([hidden]) .cell .changed:not([hidden])"))
                .hasCount(3);
        assertThat(shown.locator(".line:not([hidden]) .cell .changed:not([hidden])")
                        .filter(new Locator.FilterOptions().setHasText("file is gone")))
                .hasCount(1);
        cell.dblclick();
        requireMark(shown.locator("dd-detail-pane .changed").first());
        assertThat(shown.locator("dd-detail-pane")).containsText("drydock init " + set.root());
        check(shown, "changed-grid-" + theme);
        shown.keyboard().press("c");
        requireMark(shown.locator("dd-group-view article .changed").first());
        assertThat(shown.locator("dd-duplicates-page li .changed")).hasCount(1);
        assertThat(shown.locator("dd-duplicates-page .filters .changed")).containsText("3 images that changed");
        double right = shown.locator("dd-group-view").boundingBox().x
                + shown.locator("dd-group-view").boundingBox().width;
        assertThat(right).isLessThanOrEqualTo(shown.viewportSize().width);
        check(shown, "changed-copies-" + theme);
    }

    private void requireMark(Locator mark) {
        assertThat(mark).hasText("changed since init");
        assertThat(mark).hasAttribute("title", Pattern.compile("Run drydock init .* to look at it again"));
    }

    private static void check(Page shown, String name) {
        shown.waitForTimeout(800);
        TestBrowser.picture(shown, name);
        TestBrowser.requireAccessible(shown, name);
    }

    @Test
    void aRefusedDecisionMarksTheCard() throws IOException {
        page.keyboard().press("g");
        Locator cell =
                page.locator(".line:not([hidden]) .cell").filter(new Locator.FilterOptions().setHasText(changed));
        cell.waitFor();
        assertThat(cell.locator(".changed")).isHidden();
        change();

        cell.click();
        page.keyboard().press("k");

        assertThat(page.locator("dd-toasts")).containsText("drydock init " + set.root());
        requireMark(cell.locator(".changed"));
        assertThat(decisions()).isEmpty();
    }

    @Test
    void aDecisionThatIsRefusedInReviewMarksThePicture() throws IOException {
        change();
        assertThat(page.locator("dd-big-picture .changed")).hasCount(0);

        page.keyboard().press("k");

        assertThat(page.locator("dd-toasts")).containsText("drydock init " + set.root());
        assertThat(page.locator("dd-big-picture .name")).hasText(changed);
        requireMark(page.locator("dd-big-picture .changed"));
        assertThat(decisions()).isEmpty();
    }
}
