package io.drydock.studio;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.drydock.core.label.Action;
import io.drydock.core.label.JournalEntry;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A person at the grid: searching, ordering, filtering and deciding about many. */
class GridPageTest extends StudioInBrowser {
    @Override
    void arrive() {
        page.keyboard().press("g");
        cell(5).waitFor();
    }

    @Test
    void aNameIsSearchedForAsItIsTyped() {
        String name = cell(3).locator(".name").textContent();
        String piece = name.substring(1, name.length() - 4);

        search().click();
        page.keyboard().type(piece.toUpperCase(Locale.ROOT));

        assertThat(page.locator(".line:not([hidden]) .cell")).hasCount(1);
        assertThat(cell(0).locator(".name")).hasText(name);
        assertThat(page.locator("dd-grid-filters [role=status]")).containsText("1 of 76");
        assertThat(page.url()).contains("text=" + piece);
        TestBrowser.picture(page, "grid-search");

        page.reload();
        assertThat(cell(0).locator(".name")).hasText(name);
        search().fill("");
        assertThat(page.locator("dd-grid-filters [role=status]")).containsText("76 of 76");

        search().fill("no such name");
        assertThat(page.locator(".empty h2")).hasText("No image passes this filter");
        page.locator(".empty button").click();
        assertThat(page.locator("dd-grid-filters [role=status]")).containsText("76 of 76");
    }

    @Test
    void enterInTheSearchGoesToThePictures() {
        search().click();
        page.keyboard().type("jpg");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("text=jpg"));

        page.keyboard().press(" ");
        page.keyboard().press("k");

        assertThat(page.locator("dd-toasts")).containsText("1 image: keep");
        assertThat(decisions()).hasSize(1);
    }

    @Test
    void afterAFilterIsChosenTheKeysActOnThePictures() {
        select("Label").selectOption("2");
        assertThat(page.locator("dd-grid-filters [role=status]")).not().containsText("76 of 76");

        page.keyboard().press(" ");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("k");

        assertThat(page.locator("dd-toasts")).containsText("1 image: keep");
        assertThat(decisions()).extracting(JournalEntry::action).containsExactly(Action.KEEP);
        assertThat(select("Label")).hasValue("2");
    }

    @Test
    void whoStepsThroughAFilterByArrowsStaysThereButNumbersActOnThePictures() {
        cell(2).click();
        select("Label").focus();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowDown");
        assertThat(select("Label")).hasValue("2");

        page.keyboard().press("k");

        assertThat(page.locator("dd-toasts")).containsText("1 image: keep");
        assertThat(select("Label")).hasValue("2");
        assertThat(decisions()).hasSize(1);
    }

    @Test
    void theMostSuspectLabelsComeFirstAndTheOrderSaysSo() {
        select("Order").selectOption("score");

        assertThat(select("Order").locator("option:checked")).hasText("most suspect label first");
        List<String> wrong =
                set.planted().mislabeled().stream().map(one -> one.image()).toList();
        for (int place = 0; place < 6; place++) {
            assertThat(cell(place).locator(".name")).hasText(Pattern.compile(String.join("|", wrong)));
        }
        page.locator("button[aria-label='Falling order']").click();
        assertThat(select("Order").locator("option:checked")).hasText("least suspect label first");
        TestBrowser.picture(page, "grid-order");
    }

    @Test
    void aClassForAllIsOfferedForTheLabeledOnesWhereSomeAreToBePredicted() {
        cell(0).focus();
        page.keyboard().press("Control+a");
        assertThat(page.locator(".chosen")).containsText("76 selected");
        page.keyboard().press("3");

        Locator offer = page.locator("dd-labeled-only dialog[open]");
        assertThat(offer).isVisible();
        assertThat(page.locator("dd-labeled-only")).containsText("12 of the 76 selected images are to be predicted");
        assertThat(page.locator("dd-labeled-only .primary")).containsText("Only the 64 labeled ones");
        assertThat(page.locator("dd-labeled-only .primary")).isFocused();
        TestBrowser.picture(page, "labeled-only");
        TestBrowser.requireAccessible(page, "the offer of the labeled ones");
        assertThat(decisions()).isEmpty();
        page.keyboard().press("Enter");

        assertThat(page.locator("dd-guard")).containsText("64 images");
        page.locator("dd-guard button.danger").press("Enter");
        assertThat(page.locator("dd-toasts")).containsText("64 images: relabel");
        assertThat(set.open().journal().state().labels().values()).containsOnly("3");
        page.keyboard().press("z");
        assertThat(page.locator("dd-toasts")).containsText("Undone");
        assertThat(set.open().journal().state().labels().values()).contains("1", "2");
    }

    @Test
    void theOfferCanBeLeftAndNothingIsDecided() {
        cell(0).focus();
        page.keyboard().press("Control+a");
        page.keyboard().press("d");
        page.locator("dd-labeled-only dialog[open]").waitFor();
        page.keyboard().press("Escape");

        assertThat(page.locator("dd-labeled-only dialog[open]")).hasCount(0);
        assertThat(page.locator(".chosen")).containsText("76 selected");
        assertThat(decisions()).isEmpty();
    }

    @Test
    void imagesToBePredictedAloneAreRefusedInWords() {
        select("Part").selectOption("test");
        assertThat(page.locator("dd-grid-filters [role=status]")).containsText("12 of 76");
        page.keyboard().press("Control+a");
        page.keyboard().press("2");

        assertThat(page.locator("dd-toasts")).containsText("these images are to be predicted and have no label");
        assertThat(decisions()).isEmpty();
    }

    private Locator search() {
        return page.locator("dd-grid-filters input[type=search]");
    }

    private Locator select(String title) {
        return page.locator("dd-grid-filters label")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^" + title)))
                .locator("select");
    }
}
