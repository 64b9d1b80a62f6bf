package io.drydock.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drydock.core.data.ClassList;
import io.drydock.core.data.ImportNote;
import io.drydock.core.data.ImportOptions;
import io.drydock.core.error.WorkspaceException;
import io.drydock.workbench.json.InitJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassesOfSetTest {
    @TempDir
    private Path folder;

    private DrawnFolder set;

    @BeforeEach
    void draw() {
        set = new DrawnFolder(folder).with("0.png", "1.png", "2.png", "3.png", "4.png", "5.png");
    }

    @Test
    void aCorrectedMisspellingIsNoLongerAClass() {
        init("cat", "cat", "Cat ship", "dog", "dog", "dog");

        InitWorkspace.Result result = init("cat", "cat", "cat", "dog", "dog", "dog");

        assertThat(result.classes().codes()).containsExactly("cat", "dog");
        assertThat(result.notes()).extracting(ImportNote::code).containsExactly("class_gone");
        assertThat(result.notes().get(0).message()).contains("Cat ship", "no split knows it");
        assertThat(init("cat", "cat", "cat", "dog", "dog", "dog").notes()).isEmpty();
    }

    @Test
    void aMisspeltNumberDisappearsFromTheMiddle() {
        init("1", "1", "11", "2", "2", "30");

        InitWorkspace.Result result = init("1", "1", "1", "2", "2", "30");

        assertThat(result.classes().codes()).containsExactly("1", "2", "30");
    }

    @Test
    void aClassThatASplitKnowsStaysAndTheNoteSaysWhy() {
        init("cat", "cat", "catt", "dog", "dog", "dog");
        new SplitData().run(SplitData.Request.of(set.workspace(), 1).withValidShare(0.3));

        InitWorkspace.Result result = init("cat", "cat", "cat", "dog", "dog", "dog");

        assertThat(result.classes().codes()).containsExactly("cat", "catt", "dog");
        assertThat(result.notes()).extracting(ImportNote::code).containsExactly("class_stays");
        assertThat(result.notes().get(0).message()).contains("because 1 split knows it");
        assertThatThrownBy(() -> DrawnFolder.init(request("cat", "cat", "cat", "dog", "dog", "dog")
                        .withOptions(ImportOptions.automatic().withClasses(ClassList.parse("cat,dog")))))
                .isInstanceOf(WorkspaceException.class)
                .hasMessageContaining("1 split knows it");
    }

    @Test
    void aClassThatADecisionGaveStays() {
        init("cat", "cat", "bird", "dog", "dog", "dog");
        new DecideLabels(set.workspace())
                .run(DecideLabels.Request.relabel(List.of("0.png"), "bird").withYes(true));

        InitWorkspace.Result result = init("cat", "cat", "cat", "dog", "dog", "dog");

        assertThat(result.classes().codes()).containsExactly("bird", "cat", "dog");
        assertThat(result.notes().get(0).message()).contains("a decision of the label journal names class bird");
    }

    @Test
    void withoutRunsTheUserMayNameOtherClasses() {
        init("cat", "cat", "catt", "dog", "dog", "dog");

        InitWorkspace.Result result = DrawnFolder.init(request("cat", "cat", "cat", "dog", "dog", "dog")
                .withOptions(ImportOptions.automatic().withClasses(ClassList.parse("dog,cat,bird"))));

        assertThat(result.classes().codes()).containsExactly("dog", "cat", "bird");
        assertThat(init("cat", "cat", "cat", "dog", "dog", "dog").classes().codes())
                .containsExactly("dog", "cat", "bird");
    }

    @Test
    void aNewClassComesAfterTheKnownOnes() {
        init("cat", "cat", "cat", "dog", "dog", "dog");

        InitWorkspace.Result result = init("cat", "ant", "cat", "dog", "dog", "bee");

        assertThat(result.classes().codes()).containsExactly("cat", "dog", "ant", "bee");
        assertThat(result.labeled()).isEqualTo(6);
        assertThat(result.notes()).extracting(ImportNote::code).containsExactly("class_added", "class_added");
        assertThat(InitJson.of(result).get("notes").get(0).get("message").asString())
                .isEqualTo("Class ant is new (1 image): it is class 3, after the known ones.");
    }

    @Test
    void aNewLabelBesideNamedClassesNamesTheCommandThatAddsIt() {
        ImportOptions named = ImportOptions.automatic().withClasses(ClassList.parse("1=Cat,2=Dog"));
        DrawnFolder.init(request("1", "1", "1", "2", "2", "2").withOptions(named));

        InitWorkspace.Result result = init("1", "1", "3", "2", "2", "3");

        assertThat(result.classes().codes()).containsExactly("1", "2");
        assertThat(result.notes()).singleElement().satisfies(note -> {
            assertThat(note.code()).isEqualTo("new_class");
            assertThat(note.count()).isEqualTo(2);
            assertThat(note.message()).contains("2 images left out: 3 is not a class", "--classes \"1=Cat,2=Dog,3\"");
        });
        InitWorkspace.Result added = DrawnFolder.init(request("1", "1", "3", "2", "2", "3")
                .withOptions(ImportOptions.automatic().withClasses(ClassList.parse("1=Cat,2=Dog,3"))));
        assertThat(added.classes().codes()).containsExactly("1", "2", "3");
        assertThat(added.labeled()).isEqualTo(6);
    }

    @Test
    void aClassWithoutAUsableImageIsNoClassUnlessItIsNamed() throws IOException {
        Files.write(set.images().resolve("5.png"), new byte[0]);

        InitWorkspace.Result result = init("cat", "cat", "cat", "dog", "dog", "bird");

        assertThat(result.classes().codes()).containsExactly("cat", "dog");
        assertThat(result.notes()).singleElement().satisfies(note -> {
            assertThat(note.code()).isEqualTo("class_without_image");
            assertThat(note.message()).contains("bird", "1 left out", "--classes");
        });
        InitWorkspace.Result named = DrawnFolder.init(request("cat", "cat", "cat", "dog", "dog", "bird")
                .withOptions(ImportOptions.automatic().withClasses(ClassList.parse("cat,dog,bird"))));
        assertThat(named.classes().codes()).containsExactly("cat", "dog", "bird");
    }

    @Test
    void aFolderWhosePicturesAreAllBrokenIsNoClass() throws IOException {
        DrawnFolder folders =
                new DrawnFolder(folder.resolve("other")).withClass("a", 3).withClass("b", 2);
        Files.createDirectories(folders.images().resolve("c"));
        Files.writeString(folders.images().resolve("c/0.png"), "not a picture");

        InitWorkspace.Result result = DrawnFolder.init(folders.request());

        assertThat(result.classes().codes()).containsExactly("a", "b");
        assertThat(result.notes()).extracting(ImportNote::code).containsExactly("class_without_image");
        folders.withClass("c", 2);
        assertThat(DrawnFolder.init(folders.request()).classes().codes()).containsExactly("a", "b", "c");
    }

    private InitWorkspace.Result init(String... labels) {
        return DrawnFolder.init(request(labels));
    }

    private InitWorkspace.Request request(String... labels) {
        String[] lines = new String[labels.length + 1];
        lines[0] = "image,label";
        for (int i = 0; i < labels.length; i++) {
            lines[i + 1] = i + ".png," + labels[i];
        }
        return set.request().withLabels(set.list("labels.csv", lines));
    }
}
