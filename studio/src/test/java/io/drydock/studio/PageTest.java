package io.drydock.studio;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.KeyboardModifier;
import io.drydock.core.label.Action;
import io.drydock.core.label.JournalEntry;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** A person at the page, in a real browser. */
class PageTest extends StudioInBrowser {
    private static final int FAST = 10;
    /** More colors than a background and a line of text have, fewer than a picture. */
    private static final long PHOTOGRAPH = 1000;

    @Test
    void reviewsByKeyboardAlone() {
        Locator name = page.locator("dd-big-picture .name");
        name.waitFor();
        String first = name.textContent();

        page.keyboard().press("2");
        assertThat(name).not().hasText(first);
        page.keyboard().press("k");
        page.keyboard().press("d");
        page.keyboard().press("u");
        assertThat(progress()).containsText("4 looked at");

        assertThat(actions()).containsExactly(Action.RELABEL, Action.KEEP, Action.DROP, Action.UNSURE);
        assertThat(decisions().get(0).image()).isEqualTo(first);
        assertThat(decisions().get(0).by()).isEqualTo("ann");
        assertThat(decisions().get(0).finding()).isPresent();

        for (int i = 0; i < 4; i++) {
            page.keyboard().press("z");
        }
        assertThat(progress()).containsText("0 looked at");
        assertThat(name).hasText(first);
        page.keyboard().press("ArrowRight");
        assertThat(name).not().hasText(first);
        page.keyboard().press("ArrowLeft");
        assertThat(name).hasText(first);
        page.keyboard().press("?");
        assertThat(page.locator("dd-help")).containsText("Keep: looked at, it is right");
        page.keyboard().press("Escape");
        assertThat(page.locator("dialog[open]")).hasCount(0);
    }

    @Test
    void aKeyCanBeGivenToAnotherAction() {
        page.locator("dd-big-picture .name").waitFor();
        page.keyboard().press("?");
        page.locator("button[aria-label^='Key for: Keep']").press("Enter");
        page.keyboard().press("j");
        page.keyboard().press("Escape");
        assertThat(page.locator("dialog[open]")).hasCount(0);

        page.keyboard().press("j");

        assertThat(progress()).containsText("1 looked at");
        assertThat(actions()).containsExactly(Action.KEEP);
        page.reload();
        page.locator("dd-big-picture .name").waitFor();
        page.keyboard().press("j");
        assertThat(progress()).containsText("2 looked at");
    }

    @Test
    void undoReachesBackBeforeARestart() {
        Map<String, String> before = set.open().journal().state().labels();
        page.locator("dd-big-picture .name").waitFor();
        page.keyboard().press("3");
        page.keyboard().press("d");
        assertThat(progress()).containsText("2 looked at");
        page.close();
        studio.close();

        studio = Studio.start(set.root(), "ann", 0);
        Page later = browser.open(window, studio);
        assertThat(later.locator("dd-filter-bar .progress")).containsText("2 looked at");
        later.keyboard().press("z");
        later.keyboard().press("z");

        assertThat(later.locator("dd-filter-bar .progress")).containsText("0 looked at");
        assertThat(set.open().journal().state().labels()).isEqualTo(before);
    }

    @Test
    void decidesAboutManyInTheGridByKeyboardAloneAndShowsFirstWhatItDoes() {
        page.keyboard().press("g");
        Locator cell = page.locator(".cell[tabindex='0']");
        cell.waitFor();
        cell.focus();
        page.keyboard().press(" ");
        for (int i = 0; i < 4; i++) {
            page.keyboard().press("Shift+ArrowRight");
        }
        assertThat(page.locator(".chosen")).containsText("5 selected");
        page.keyboard().press("d");

        assertThat(page.locator("dd-guard")).containsText("changes more than 5 %");
        TestBrowser.picture(page, "guard");
        TestBrowser.requireAccessible(page, "the guard");
        assertThat(decisions()).isEmpty();
        page.locator("dd-guard button.danger").press("Enter");

        assertThat(page.locator(".chosen")).containsText("Nothing selected");
        assertThat(decisions()).hasSize(5).allMatch(entry -> entry.action() == Action.DROP);
        page.keyboard().press("z");
        assertThat(page.locator("dd-toasts")).containsText("Undone");
        assertThat(set.open().journal().state().dropped()).isEmpty();
    }

    @Test
    void selectsByClickShiftControlAndDrag() {
        page.keyboard().press("g");
        cell(9).waitFor();
        Locator chosen = page.locator(".chosen");

        cell(0).click();
        assertThat(chosen).containsText("1 selected");
        cell(3).click(new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.SHIFT)));
        assertThat(chosen).containsText("4 selected");
        cell(1).click(new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.CONTROL)));
        assertThat(chosen).containsText("3 selected");
        BoundingBox from = cell(0).boundingBox();
        BoundingBox to = cell(2).boundingBox();
        page.mouse().move(from.x + 20, from.y + 20);
        page.mouse().down();
        page.mouse().move(to.x + 30, to.y + 30);
        page.mouse().move(to.x + 40, to.y + 40);
        page.mouse().up();
        assertThat(chosen).containsText("3 selected");
        page.locator("dd-grid-filters select").first().selectOption("1");
        assertThat(chosen).containsText(Pattern.compile("3 selected"));
        page.keyboard().press("Escape");
        assertThat(chosen).containsText("Nothing selected");
    }

    @Test
    void acceptsWhatIsRecommendedForCopiesByOneKey() {
        page.keyboard().press("c");
        Locator groups = page.locator("dd-duplicates-page li");
        groups.first().waitFor(new Locator.WaitForOptions().setTimeout(90_000));
        int before = groups.count();
        page.keyboard().press("x");
        page.locator("dd-difference").first().waitFor();
        TestBrowser.picture(page, "difference");
        page.keyboard().press("Enter");

        assertThat(groups).hasCount(before - 1);
        assertThat(page.locator("dd-toasts")).containsText("dropped");
        assertThat(actions()).contains(Action.DUPLICATE_OF);
        page.keyboard().press("z");
        assertThat(groups).hasCount(before);
    }

    @Test
    void twoTabsAgreeWithinASecond() {
        page.locator("dd-big-picture .name").waitFor();
        Page other = browser.open(window, studio);
        other.locator("dd-big-picture .name").waitFor();
        assertThat(other.locator("dd-filter-bar .progress")).containsText("0 looked at");
        other.waitForTimeout(1500);

        page.keyboard().press("k");
        assertThat(progress()).containsText("1 looked at");
        assertThat(other.locator("dd-filter-bar .progress"))
                .containsText("1 looked at", new LocatorAssertions.ContainsTextOptions().setTimeout(3000));
    }

    @Test
    void aDecisionThatFailsIsTakenBackWhereEveryoneSeesIt() {
        Locator name = page.locator("dd-big-picture .name");
        name.waitFor();
        String first = name.textContent();
        page.route("**/api/decide", route -> route.abort());

        page.keyboard().press("k");

        assertThat(page.locator("dd-toasts")).containsText("Not saved");
        assertThat(name).hasText(first);
        assertThat(decisions()).isEmpty();
    }

    @Test
    void whoDecidesFastAndLeavesAtOnceLosesNothing() {
        Locator name = page.locator("dd-big-picture .name");
        name.waitFor();
        page.waitForTimeout(500);
        for (int i = 0; i < FAST; i++) {
            page.keyboard().press(i % 2 == 0 ? "k" : "u");
        }
        assertThat(page.locator("dd-big-picture .name, .empty h2").first()).isVisible();

        page.navigate("about:blank");

        await(() -> decisions().size() >= FAST);
        List<Action> expected = IntStream.range(0, FAST)
                .mapToObj(i -> i % 2 == 0 ? Action.KEEP : Action.UNSURE)
                .toList();
        assertThat(actions()).containsExactlyElementsOf(expected);
        assertThat(decisions().stream().map(JournalEntry::image)).doesNotHaveDuplicates();
    }

    private void await(BooleanSupplier condition) {
        for (int i = 0; i < 100 && !condition.getAsBoolean(); i++) {
            page.waitForTimeout(100);
        }
    }

    @Test
    void thePictureBeforeGoesAtOnceEvenWhereTheNextIsSlowToCome() {
        List<Route> held = new ArrayList<>();
        List<String> asked = new ArrayList<>();
        window.route("**/original*", route -> {
            asked.add(route.request().url());
            if (asked.get(0).equals(route.request().url())) {
                route.resume();
            } else {
                held.add(route);
            }
        });
        Page slow = browser.open(window, studio);
        Locator name = slow.locator("dd-big-picture .name");
        await(() -> colors(slow) > PHOTOGRAPH);
        String first = name.textContent();

        slow.keyboard().press("ArrowRight");

        assertThat(name).not().hasText(first);
        assertThat(slow.locator("dd-big-picture .coming")).isVisible();
        assertThat(colors(slow)).isLessThan(PHOTOGRAPH);
        held.forEach(Route::resume);
        assertThat(slow.locator("dd-big-picture .coming")).hasCount(0);
        await(() -> colors(slow) > PHOTOGRAPH);
        assertThat(colors(slow)).isGreaterThan(PHOTOGRAPH);
    }

    /** How many colors stand where the picture is. */
    private static long colors(Page page) {
        byte[] png = page.locator("dd-big-picture figure").screenshot();
        try {
            BufferedImage drawn = ImageIO.read(new ByteArrayInputStream(png));
            return Arrays.stream(drawn.getRGB(0, 0, drawn.getWidth(), drawn.getHeight(), null, 0, drawn.getWidth()))
                    .distinct()
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aReloadComesBackToTheSamePicture() {
        Locator name = page.locator("dd-big-picture .name");
        name.waitFor();
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowRight");
        String third = name.textContent();
        assertThat(page.url()).contains("image=");

        page.reload();

        assertThat(name).hasText(third);
    }

    private List<Action> actions() {
        return decisions().stream().map(JournalEntry::action).toList();
    }
}
