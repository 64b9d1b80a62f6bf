package io.drydock.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drydock.core.error.ConfigException;
import io.drydock.core.split.JoinedGroups;
import io.drydock.workbench.SplitData.Grouping;
import io.drydock.workbench.json.SplitJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SplitGroupingTest {
    @TempDir
    private Path folder;

    private final Map<String, String> patients = new HashMap<>();
    private final Map<String, String> scenes = new HashMap<>();

    @Test
    void imagesWithTheSameValueInAColumnStayInOnePart() {
        DrawnFolder set = patients();

        SplitData.Result result = split(set, "column:patient");

        assertThat(result.split().groupsInSeveralParts(patients)).isEmpty();
        assertThat(result.split().groupBy()).isEqualTo("column:patient");
        assertThat(SplitJson.of(result).get("group_by").asString()).isEqualTo("column:patient");
        assertThat(result.notes()).contains("2 images have no value in column patient: each is on its own.");
        for (int fold = 0; fold < 3; fold++) {
            assertThat(result.split().foldAsValid(fold).groupsInSeveralParts(patients))
                    .isEmpty();
        }
    }

    @Test
    void columnsAndNearDuplicatesCombine() {
        DrawnFolder set = patients();

        SplitData.Result result = split(set, "near, column:patient,column:scene");

        assertThat(result.split().groupsInSeveralParts(patients)).isEmpty();
        assertThat(result.split().groupsInSeveralParts(scenes)).isEmpty();
        assertThat(result.split().groupBy()).isEqualTo("near,column:patient,column:scene");
    }

    @Test
    void anUnknownColumnIsAnErrorThatNamesTheColumns() {
        DrawnFolder set = patients();

        assertThatThrownBy(() -> split(set, "column:patiant"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("image, label, patient, scene")
                .hasMessageContaining("Did you mean \"patient\"?");
        assertThatThrownBy(() -> split(set, "column:label"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("holds the labels");
    }

    @Test
    void labelsFromFoldersHaveNoColumns() {
        DrawnFolder set = new DrawnFolder(folder).withClass("a", 4).withClass("b", 4);
        DrawnFolder.init(set.request());

        assertThatThrownBy(() -> split(set, "column:patient"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("needs a labels CSV");
        assertThat(split(set, "none").split().groupBy()).isEqualTo("content");
    }

    @Test
    void waysToGroupAreReadFromWords() {
        assertThat(Grouping.parse("none")).isEqualTo(Grouping.CONTENT);
        assertThat(Grouping.parse("content")).isEqualTo(Grouping.CONTENT);
        assertThat(Grouping.parse("near")).isEqualTo(Grouping.NEAR);
        assertThat(Grouping.parse("none,column:ship name").key()).isEqualTo("column:ship name");
        assertThatThrownBy(() -> Grouping.parse("patient"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("column:NAME");
        assertThatThrownBy(() -> Grouping.parse("near,")).isInstanceOf(ConfigException.class);
    }

    @Test
    void groupsThatShareAnImageAreOne() {
        Map<String, String> joined = JoinedGroups.of(
                List.of(Map.of("1", "a", "2", "a", "3", "b", "5", "c"), Map.of("2", "x", "3", "x", "4", "y")));

        assertThat(joined.get("1")).isEqualTo(joined.get("2")).isEqualTo(joined.get("3"));
        assertThat(joined.get("4")).isNotEqualTo(joined.get("1"));
        assertThat(joined.get("5")).isNotEqualTo(joined.get("1")).isNotEqualTo(joined.get("4"));
    }

    private DrawnFolder patients() {
        DrawnFolder set = new DrawnFolder(folder);
        List<String> lines = new ArrayList<>(List.of("image,label,patient,scene"));
        for (int i = 0; i < 40; i++) {
            String image = i + ".png";
            set.with(image);
            String patient = i < 38 ? "p" + i % 13 : "";
            String scene = i % 10 == 0 ? "shared" : "s" + i;
            if (i < 38) {
                patients.put(image, patient);
            }
            scenes.put(image, scene);
            lines.add(image + "," + (i % 3 == 0 ? "sick" : "well") + "," + patient + "," + scene);
        }
        DrawnFolder.init(set.request().withLabels(set.list("labels.csv", lines.toArray(String[]::new))));
        return set;
    }

    private static SplitData.Result split(DrawnFolder set, String grouping) {
        return new SplitData()
                .run(SplitData.Request.of(set.workspace(), 42)
                        .withValidShare(0.25)
                        .withFolds(3)
                        .withGrouping(Grouping.parse(grouping)));
    }
}
