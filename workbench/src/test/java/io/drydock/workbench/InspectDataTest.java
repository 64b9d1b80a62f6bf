package io.drydock.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import io.drydock.core.data.ClassList;
import io.drydock.core.data.ImportOptions;
import io.drydock.core.split.Part;
import io.drydock.sample.ShipSet;
import io.drydock.workbench.inspect.ClassCount;
import io.drydock.workbench.inspect.Inspection;
import io.drydock.workbench.json.InspectJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

class InspectDataTest {
    @TempDir
    Path folder;

    private Path place;

    @BeforeEach
    void makeWorkspace() {
        place = folder.resolve("ws");
        Path ships = folder.resolve("ships");
        ShipSet.of(60, 11)
                .withTest(20)
                .withGray(6)
                .withExactCopies(2)
                .withConflicts(1)
                .withLeaks(1)
                .withBroken(3)
                .write(ships);
        new InitWorkspace()
                .run(
                        InitWorkspace.Request.of(place, ships.resolve("images"))
                                .withLabels(ships.resolve("train.csv"))
                                .withTest(ships.resolve("test.csv"))
                                .withOptions(ImportOptions.automatic()
                                        .withClasses(ClassList.parse(
                                                "1=Cargo,2=Military,3=<i>Carrier</i>,4=Cruise,5=Tankers"))),
                        Progress.NONE);
    }

    @Test
    void everythingPlantedIsFound() {
        Inspection inspection = inspect().inspection();

        assertThat(inspection.images())
                .hasSize(inspection.labeled().size() + inspection.test().size());
        assertThat(inspection.classes().stream().mapToInt(ClassCount::count).sum())
                .isEqualTo(inspection.labeled().size());
        assertThat(inspection.exactlyGray()).isEqualTo(6);
        assertThat(inspection.conflicts()).isEqualTo(1);
        assertThat(inspection.leaks()).isEqualTo(1);
        assertThat(inspection.duplicates()).hasSize(4);
        assertThat(inspection.unusable()).hasSize(3);
        assertThat(inspection.imbalanceRatio()).isGreaterThan(1);
        assertThat(inspection.shift())
                .hasSize(7)
                .allSatisfy(shift -> assertThat(shift.pValue()).isBetween(0.0, 1.0));
        assertThat(inspection.inBothLists()).isEmpty();
    }

    @Test
    void thePageHoldsEverythingAndFetchesNothing() throws IOException {
        String page = Files.readString(inspect().report().orElseThrow());

        assertThat(page)
                .contains("&lt;i&gt;Carrier&lt;/i&gt;")
                .contains("data:image/jpeg;base64,")
                .contains("conflict")
                .contains("Labelled against test");
        assertThat(page).doesNotContain("<i>Carrier").doesNotContain("https://").doesNotContain("<script");
        assertThat(page.replace("http://www.w3.org/2000/svg", "")).doesNotContain("http://");
    }

    @Test
    void partsStandBesideEachOtherOnceTheyExist() {
        assertThat(inspect().inspection().split()).isEmpty();
        SplitData.Result split = new SplitData().run(SplitData.Request.of(place, 42));

        Inspection inspection = inspect().inspection();

        assertThat(inspection.split()).hasValue(1);
        assertThat(inspection.classes().stream()
                        .mapToInt(count -> count.parts().getOrDefault(Part.VALID, 0))
                        .sum())
                .isEqualTo(split.split().count(Part.VALID));
    }

    @Test
    void theDocumentHasTheKeysThatOthersRead() {
        ObjectNode document = InspectJson.of(inspect().inspection());

        assertThat(document.propertyNames())
                .containsExactly(
                        "schema",
                        "images",
                        "parts",
                        "in_both_lists",
                        "classes",
                        "imbalance_ratio",
                        "sizes",
                        "modes",
                        "exactly_gray",
                        "unusable",
                        "damaged",
                        "duplicates",
                        "shift");
        assertThat(document.get("schema").asString()).isEqualTo("drydock.inspect/1");
        assertThat(document.get("classes").get(0).propertyNames()).startsWith("code", "name", "count", "share");
        assertThat(document.get("duplicates").get(0).propertyNames())
                .containsExactly("kind", "relation", "similarity", "keep", "keep_reason", "images");
        assertThat(document.get("shift").get(0).get("feature").asString()).isEqualTo("height");
        assertThat(document.get("unusable").get(0).propertyNames())
                .containsExactly("source", "line", "image", "reason", "message");
    }

    private InspectData.Result inspect() {
        return new InspectData().run(new InspectData.Request(place), Progress.NONE);
    }
}
