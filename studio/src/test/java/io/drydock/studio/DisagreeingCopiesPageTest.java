package io.drydock.studio;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.drydock.core.label.LabelState;
import io.drydock.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** A person at the page where one picture is in the set twice, with two labels. */
class DisagreeingCopiesPageTest extends StudioInBrowser {
    private static final String CLASSES = "1=Cargo,2=Military,3=Carrier,4=Cruise,5=Tankers";
    private static final String COPY = "copy.jpg";

    private String image = "";
    private String label = "";
    private String other = "";

    @Override
    DrawnSet draw(Path folder) throws IOException {
        DrawnSet drawn = DrawnSet.in(folder);
        image = drawn.planted().mislabeled().get(0).image();
        label = labels(drawn).label(image).orElseThrow();
        other = label.equals("5") ? "4" : "5";
        Path pictures = drawn.ships().resolve("images");
        Files.copy(pictures.resolve(image), pictures.resolve(COPY));
        Files.writeString(drawn.ships().resolve("train.csv"), COPY + "," + other + "\n", StandardOpenOption.APPEND);
        return drawn.again(folder, CLASSES);
    }

    @Override
    void arrive() {
        assertThat(page.locator("dd-big-picture .name")).hasText(image);
    }

    @Test
    void keepShowsBothCopiesAndOneKeySettlesThem() {
        page.keyboard().press("k");

        Locator dialog = page.locator("dd-copies-dialog");
        assertThat(dialog).containsText(image);
        assertThat(dialog).containsText(COPY);
        assertThat(dialog).containsText("Your answer holds for both");
        assertThat(dialog.locator("dialog[open]")).hasCount(1);
        page.keyboard().press("3");

        assertThat(page.locator("dialog[open]")).hasCount(0);
        assertThat(page.locator("dd-toasts")).containsText("Holds for all copies");
        await(() -> labels(set).label(image).equals(labels(set).label(COPY)));
        assertThat(labels(set).label(COPY)).contains("3");
        page.keyboard().press("z");
        await(() -> labels(set).label(COPY).equals(Optional.of(other)));
        assertThat(labels(set).label(image)).contains(label);
    }

    @Test
    void aClassIsAskedForTooAndLeavingItOpenChangesNothing() {
        page.keyboard().press(other);

        assertThat(page.locator("dd-copies-dialog dialog[open]")).hasCount(1);
        page.keyboard().press("Escape");

        assertThat(page.locator("dialog[open]")).hasCount(0);
        assertThat(page.locator("dd-toasts")).containsText("Not saved");
        assertThat(labels(set).label(image)).contains(label);
        assertThat(labels(set).label(COPY)).contains(other);
        page.keyboard().press(other);
        assertThat(page.locator("dd-copies-dialog dialog[open]")).hasCount(1);
        page.keyboard().press("Enter");
        await(() -> labels(set).label(image).equals(Optional.of(other)));
        assertThat(labels(set).label(COPY)).contains(other);
    }

    private static LabelState labels(DrawnSet set) {
        return Workspace.open(set.root()).journal().state();
    }

    private void await(BooleanSupplier condition) {
        page.waitForCondition(condition);
    }
}
