package io.drydock.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drydock.core.data.ClassList;
import io.drydock.core.data.ImportOptions;
import io.drydock.core.data.LabeledImage;
import io.drydock.core.data.Reason;
import io.drydock.core.data.UnusableRow;
import io.drydock.core.error.DataException;
import io.drydock.core.error.WorkspaceException;
import io.drydock.sample.Planted;
import io.drydock.sample.ShipSet;
import io.drydock.workspace.Workspace;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitWorkspaceTest {
    private static final ClassList CLASSES = ClassList.parse("1=Cargo,2=Military,3=Carrier,4=Cruise,5=Tankers");

    @TempDir
    static Path drawn;

    private static Planted planted;

    @TempDir
    Path folder;

    private Path ships;
    private Path place;

    @BeforeAll
    static void drawShips() {
        planted = ShipSet.of(30, 7)
                .withTest(8)
                .withExactCopies(2)
                .withConflicts(1)
                .withLeaks(2)
                .withBroken(4)
                .write(drawn);
    }

    @BeforeEach
    void copyShips() throws IOException {
        ships = folder.resolve("ships");
        place = folder.resolve("ws");
        Files.createDirectories(ships.resolve("images"));
        for (String file : contents(drawn).keySet()) {
            Files.copy(drawn.resolve(file), ships.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    @Test
    void everyImageIsLookedAtAndEveryFaultIsALine() throws Exception {
        Map<String, String> before = contents(ships);

        InitWorkspace.Result result = init(request());

        assertThat(result.first()).isTrue();
        assertThat(result.unchanged()).isFalse();
        assertThat(result.journalPosition()).isEqualTo(1);
        assertThat(result.classes()).isEqualTo(CLASSES);
        assertThat(result.unusable())
                .extracting(UnusableRow::image)
                .containsExactlyInAnyOrderElementsOf(
                        planted.broken().stream().map(Planted.Broken::image).toList());
        assertThat(result.unusable())
                .extracting(UnusableRow::reason)
                .containsExactlyInAnyOrder(Reason.UNREADABLE, Reason.EMPTY_FILE, Reason.UNREADABLE, Reason.TOO_LARGE);
        assertThat(result.unusable()).allSatisfy(row -> {
            assertThat(row.source()).isEqualTo("train.csv");
            assertThat(row.line()).isPositive();
        });
        assertThat(result.duplicates("harmless")).isEqualTo(2);
        assertThat(result.duplicates("conflict")).isEqualTo(1);
        assertThat(result.duplicates("leak")).isEqualTo(2);
        assertThat(contents(ships)).as("originals").isEqualTo(before);
    }

    @Test
    void theSameInitAgainChangesNothingAndSaysSo() {
        init(request());

        InitWorkspace.Result again = init(request());

        assertThat(again.unchanged()).isTrue();
        assertThat(again.first()).isFalse();
        assertThat(again.scanned()).isZero();
        assertThat(again.journalPosition()).isEqualTo(1);
    }

    @Test
    void aChangedListBringsOverWhatChanged() throws Exception {
        InitWorkspace.Result first = init(request());
        Path csv = ships.resolve("train.csv");
        List<LabeledImage> usable = Workspace.open(place).dataset().images();
        String gone = usable.get(3).image();
        String changed = usable.get(5).image();
        String other = usable.get(5).label() == 0 ? "2" : "1";
        List<String> lines = Files.readAllLines(csv).stream()
                .filter(line -> !line.startsWith(gone + ","))
                .map(line -> line.startsWith(changed + ",") ? changed + "," + other : line)
                .toList();
        Files.write(csv, lines);

        InitWorkspace.Result second = init(request());

        assertThat(second.unchanged()).isFalse();
        assertThat(second.relabeled()).isEqualTo(1);
        assertThat(second.removed()).isEqualTo(1);
        assertThat(second.added()).isZero();
        assertThat(second.labeled()).isEqualTo(first.labeled() - 1);
        Workspace workspace = Workspace.open(place);
        assertThat(workspace.journal().state().labels())
                .containsEntry(changed, other)
                .doesNotContainKey(gone);
        assertThat(workspace.dataset(1).images())
                .extracting(LabeledImage::image)
                .contains(gone);
    }

    @Test
    void onlyFilesThatChangedAreLookedAtAgain() throws Exception {
        init(request());
        String image = Workspace.open(place).dataset().images().get(0).image();
        String other = Workspace.open(place).dataset().images().get(9).image();
        Path file = ships.resolve("images").resolve(image);
        Files.write(file, Files.readAllBytes(ships.resolve("images").resolve(other)));
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));

        InitWorkspace.Result again = init(request());

        assertThat(again.scanned()).isEqualTo(1);
        assertThat(again.rewritten()).isEqualTo(1);
        assertThat(again.journalPosition()).isEqualTo(2);
    }

    @Test
    void foldersAreClassesWhenThereIsNoList() throws Exception {
        Path root = folder.resolve("byclass");
        int copied = 0;
        for (Map.Entry<String, String> image : new TreeMap<>(planted.classOfImage()).entrySet()) {
            Path target = root.resolve("class-" + image.getValue()).resolve(image.getKey());
            Files.createDirectories(target.getParent());
            Files.copy(ships.resolve("images").resolve(image.getKey()), target);
            copied++;
        }

        InitWorkspace.Result result = init(InitWorkspace.Request.of(place, root));

        assertThat(result.labeled()).isEqualTo(copied);
        assertThat(result.classes().codes()).allMatch(code -> code.startsWith("class-"));
        assertThat(init(InitWorkspace.Request.of(place, root)).unchanged()).isTrue();
    }

    @Test
    void strictRefusesAndLeavesNothingThatOpens() {
        assertThatThrownBy(() -> init(request().withOptions(options().withStrict(true))))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("--strict");

        assertThatThrownBy(() -> Workspace.open(place)).isInstanceOf(WorkspaceException.class);
        assertThat(init(request()).scanned()).as("looked at before").isZero();
    }

    @Test
    void aPlaceAmongTheImagesIsRefused() {
        Path inside = ships.resolve("images/ws");

        assertThatThrownBy(() -> new InitWorkspace()
                        .run(InitWorkspace.Request.of(inside, ships.resolve("images")), Progress.NONE))
                .isInstanceOf(WorkspaceException.class)
                .hasMessageContaining("inside the image folder");
        assertThat(inside).doesNotExist();
    }

    @Test
    void aPlaceThatAnotherWorkspaceManagesIsRefused() {
        init(request());

        assertThatThrownBy(() -> new InitWorkspace()
                        .run(
                                InitWorkspace.Request.of(place.resolve("cache/mine"), ships.resolve("images")),
                                Progress.NONE))
                .isInstanceOf(WorkspaceException.class)
                .hasMessageContaining("manages and may clear");
    }

    @Test
    void aSplitIsDrawnFromWhatWasImported() {
        init(request());

        SplitData.Result first =
                new SplitData().run(SplitData.Request.of(place, 42).withFolds(3));
        SplitData.Result second =
                new SplitData().run(SplitData.Request.of(place, 42).withFolds(3));

        assertThat(first.file()).isEqualTo("splits/0001.csv");
        assertThat(second.split().parts()).isEqualTo(first.split().parts());
        assertThat(second.split().number()).isEqualTo(2);
        assertThat(first.split().foldCount()).isEqualTo(3);

        SplitData.Result imported =
                new SplitData().run(SplitData.Request.of(place, 1).withFrom(place.resolve(first.file())));
        assertThat(imported.split().parts()).isEqualTo(first.split().parts());
        assertThat(imported.split().folds()).isEqualTo(first.split().folds());
    }

    private InitWorkspace.Request request() {
        return InitWorkspace.Request.of(place, ships.resolve("images"))
                .withLabels(ships.resolve("train.csv"))
                .withTest(ships.resolve("test.csv"))
                .withSample(ships.resolve("sample_submission.csv"))
                .withOptions(options());
    }

    private static ImportOptions options() {
        return ImportOptions.automatic().withClasses(CLASSES);
    }

    private static InitWorkspace.Result init(InitWorkspace.Request request) {
        return new InitWorkspace().run(request, Progress.NONE);
    }

    private static Map<String, String> contents(Path root) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                contents.put(
                        root.relativize(file).toString(),
                        attributes.lastModifiedTime() + " " + Arrays.hashCode(Files.readAllBytes(file)));
                return FileVisitResult.CONTINUE;
            }
        });
        return contents;
    }
}
