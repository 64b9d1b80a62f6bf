package io.drydock.studio;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.drydock.core.label.Action;
import io.drydock.core.label.JournalEntry;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** An open tab while the studio ends and starts again. */
class RestartedStudioTest extends StudioInBrowser {
    private static final String LOST = "header .lost";

    private int port;

    @Override
    void arrive() {
        port = studio.port();
    }

    private void end() {
        studio.close();
        assertThat(page.locator(LOST)).containsText("Connection lost");
    }

    /** They are computed once per workspace, which takes all of a small machine. */
    private void awaitEmbeddings() {
        page.locator("dd-look-alikes li").first().waitFor(new Locator.WaitForOptions().setTimeout(90_000));
    }

    private void startAgain() {
        studio = Studio.start(set.root(), "ann", port);
    }

    @Test
    void theGridComesBackWithItsPicturesAndWhatWasDecidedMeanwhile() {
        page.keyboard().press("g");
        cell(3).locator("img[src]").waitFor();
        end();

        cell(2).click();
        page.keyboard().press("k");
        assertThat(page.locator(LOST)).containsText("1 decision waits");
        TestBrowser.picture(page, "connection-lost");
        page.locator("dd-grid-view").evaluate("view => { view.scrollTop = view.scrollHeight; }");
        page.waitForTimeout(500);
        String asked = cell(70).locator("img").getAttribute("src");
        startAgain();

        assertThat(page.locator(LOST)).hasCount(0);
        assertThat(page.locator("dd-toasts")).containsText("1 image: keep");
        assertThat(decisions()).extracting(JournalEntry::action).containsExactly(Action.KEEP);
        assertThat(cell(70).locator("img")).hasAttribute("src", asked);
        page.waitForFunction(
                "() => [...document.querySelector('dd-frame').shadowRoot.querySelector('dd-grid-page').shadowRoot"
                        + ".querySelector('dd-grid-view').shadowRoot.querySelectorAll('.line:not([hidden]) img')]"
                        + ".every(image => image.complete && image.naturalWidth > 0)");
    }

    @Test
    void aFilterThatIsChosenMeanwhileIsShownOnceTheStudioIsBack() {
        page.keyboard().press("g");
        cell(3).waitFor();
        end();
        page.locator("dd-grid-filters select").first().selectOption("1");
        assertThat(page.locator("dd-grid-page .empty")).containsText("does not answer");
        startAgain();

        assertThat(page.locator("dd-grid-filters [role=status]")).containsText("of 76");
        cell(0).waitFor();
        assertThat(page.locator("dd-grid-page .empty")).hasCount(0);
    }

    @Test
    void reviewGoesOnWhileTheStudioIsAwayAndNothingIsLost() {
        Locator name = page.locator("dd-big-picture .name");
        name.waitFor();
        awaitEmbeddings();
        String first = name.textContent();
        end();

        page.keyboard().press("2");
        page.keyboard().press("k");
        page.keyboard().press("d");
        assertThat(page.locator(LOST)).containsText("wait");
        assertThat(decisions()).isEmpty();
        startAgain();

        assertThat(progress()).containsText("3 looked at");
        assertThat(page.locator(LOST)).hasCount(0);
        assertThat(decisions())
                .extracting(JournalEntry::action)
                .containsExactly(Action.RELABEL, Action.KEEP, Action.DROP);
        assertThat(decisions().get(0).image()).isEqualTo(first);
        page.keyboard().press("ArrowLeft");
        page.keyboard().press("ArrowLeft");
        assertThat(page.locator("dd-big-picture .local")).containsText("kept");
        assertThat(page.locator("dd-big-picture .local")).not().containsText("kept to");
    }

    @Test
    void aTabWithoutTheNewSecretSaysWhatToDoAndGoesOnOnceTheAddressWasOpened() throws IOException {
        page.locator("dd-big-picture .name").waitFor();
        awaitEmbeddings();
        end();
        page.keyboard().press("k");
        Files.delete(set.root().resolve("studio.secret"));
        startAgain();

        assertThat(page.locator(LOST)).containsText("open the address that it printed");
        TestBrowser.picture(page, "another-secret");
        assertThat(decisions()).isEmpty();
        Page other = browser.open(window, studio);
        other.close();

        assertThat(page.locator(LOST)).hasCount(0);
        assertThat(progress()).containsText("1 looked at");
    }
}
