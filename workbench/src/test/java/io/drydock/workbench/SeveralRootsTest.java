package io.drydock.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drydock.core.data.LabeledImage;
import io.drydock.core.data.Reason;
import io.drydock.core.error.WorkspaceException;
import io.drydock.core.run.RunListener;
import io.drydock.image.hash.ContentHash;
import io.drydock.sample.ShipSet;
import io.drydock.workbench.config.PlanBuilder;
import io.drydock.workbench.feature.Encoder;
import io.drydock.workbench.feature.FeatureView;
import io.drydock.workbench.feature.WorkspaceFeatures;
import io.drydock.workbench.init.RootFolders;
import io.drydock.workbench.inspect.Inspection;
import io.drydock.workbench.json.InitJson;
import io.drydock.workbench.review.ImageIndex;
import io.drydock.workbench.train.StopSignal;
import io.drydock.workspace.Workspace;
import io.drydock.workspace.image.StoredImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workspace over folders in which different pictures have the same names. */
class SeveralRootsTest {
    private static final String TEST = "test_images/";

    @TempDir
    Path folder;

    private Path ships;
    private Path place;
    private Path images;
    private Path testImages;
    private List<String> testNames;

    /** The pictures to predict are in a folder of their own, under names that labelled pictures have. */
    @BeforeEach
    void twoFoldersWithTheSameNames() throws IOException {
        ships = folder.resolve("ships");
        place = folder.resolve("ws");
        images = ships.resolve("images");
        testImages = ships.resolve("test_images");
        ShipSet.of(40, 5).withTest(8).write(ships);
        Files.createDirectories(testImages);
        List<String> labeled = column(ships.resolve("train.csv"));
        testNames = new ArrayList<>();
        for (String test : column(ships.resolve("test.csv"))) {
            String name = labeled.get(testNames.size());
            testNames.add(name);
            Files.move(images.resolve(test), testImages.resolve(name));
        }
        Files.writeString(ships.resolve("test.csv"), "image\n" + String.join("\n", testNames) + "\n");
    }

    @Test
    void bareNamesMeanTheFilesOfTheirOwnFolder() throws IOException {
        InitWorkspace.Result result = init(request());

        assertThat(result.labeled()).isEqualTo(40);
        assertThat(result.unusable()).isEmpty();
        Workspace workspace = Workspace.open(place);
        assertThat(workspace.testImages())
                .extracting(StoredImage::path)
                .isEqualTo(testNames.stream().map(name -> TEST + name).toList());
        for (StoredImage image : workspace.testImages()) {
            Path file = testImages.resolve(image.path().substring(TEST.length()));
            assertThat(image.sha256()).isEqualTo(ContentHash.ofFile(file));
        }
        assertThat(workspace.dataset().images())
                .extracting(LabeledImage::image)
                .isEqualTo(column(ships.resolve("train.csv")));
        assertThat(result.duplicates()).isEmpty();
        InitWorkspace.Result again = init(InitWorkspace.Request.again(place));
        assertThat(again.unchanged()).isTrue();
        assertThat(again.scanned()).isZero();
    }

    @Test
    void aBareNameIsFoundInTheOnlyFolderThatHasIt() throws IOException {
        Files.move(testImages.resolve(testNames.get(0)), testImages.resolve("alone.jpg"));
        Files.writeString(
                ships.resolve("test.csv"), "image\nalone.jpg\ntest_images/" + testNames.get(1) + "\nnone.jpg\n");

        InitWorkspace.Result result = init(InitWorkspace.Request.of(place, images)
                .withImages(List.of(images, testImages))
                .withLabels(ships.resolve("train.csv"))
                .withTest(ships.resolve("test.csv")));

        assertThat(Workspace.open(place).testImages())
                .extracting(StoredImage::path)
                .containsExactly("test_images/alone.jpg", TEST + testNames.get(1));
        assertThat(result.unusable()).singleElement().satisfies(row -> {
            assertThat(row.reason()).isEqualTo(Reason.MISSING_FILE);
            assertThat(row.message())
                    .isEqualTo("none.jpg is not in any of the image folders " + images + ", " + testImages + ".");
        });
    }

    @Test
    void withoutATestListAllImagesOfTheTestFolderAreToBePredicted() {
        init(InitWorkspace.Request.of(place, images).withTestImages(testImages).withLabels(ships.resolve("train.csv")));

        assertThat(Workspace.open(place).testImages())
                .extracting(StoredImage::path)
                .containsExactlyInAnyOrderElementsOf(
                        testNames.stream().map(name -> TEST + name).toList());
        assertThat(init(InitWorkspace.Request.again(place)).unchanged()).isTrue();
    }

    @Test
    void aTestFolderMayLieInTheImageFolder() throws IOException {
        Path inside = images.resolve("later/test");
        Files.createDirectories(inside.getParent());
        Files.move(testImages, inside);

        InitWorkspace.Result result = init(request().withTestImages(inside));

        assertThat(result.folders().folders()).hasSize(1);
        assertThat(Workspace.open(place).testImages())
                .extracting(StoredImage::path)
                .isEqualTo(testNames.stream().map(name -> "later/test/" + name).toList());
    }

    @Test
    void classFoldersOfAllRootsAreClasses() throws IOException {
        Path first = classFolders("2019", 0, 10);
        Path second = classFolders("2020", 10, 30);

        InitWorkspace.Result result = init(InitWorkspace.Request.of(place, first)
                .withImages(List.of(first, second))
                .withTestImages(testImages));

        assertThat(result.labeled()).isEqualTo(30);
        assertThat(result.test()).isEqualTo(8);
        assertThat(result.unusable()).isEmpty();
        Map<String, String> labels =
                new TreeMap<>(Workspace.open(place).journal().state().labels());
        assertThat(labels)
                .hasSize(30)
                .allSatisfy((image, label) ->
                        assertThat(image.replaceFirst("^2020/", "")).startsWith(label + "/"));
        assertThat(labels.keySet())
                .filteredOn(image -> image.startsWith("2020/"))
                .hasSize(20);
    }

    @Test
    void foldersThatAreGivenAgainReplaceTheOldOnesAndKeepTheirNames() throws IOException {
        Path first = classFolders("2019", 0, 10);
        Path second = classFolders("2020", 10, 20);
        Path third = classFolders("2021", 20, 30);
        init(InitWorkspace.Request.of(place, first).withImages(List.of(first, second)));

        InitWorkspace.Result result =
                init(InitWorkspace.Request.of(place, first).withImages(List.of(second, third, first)));

        assertThat(result.folders().added()).containsExactly(third);
        assertThat(result.folders().removed()).isEmpty();
        assertThat(result.scanned()).isEqualTo(10);
        assertThat(result.added()).isEqualTo(10);
        assertThat(result.removed()).isZero();

        InitWorkspace.Result fewer = init(InitWorkspace.Request.of(place, first).withImages(List.of(second, first)));
        assertThat(fewer.folders().removed()).containsExactly(third);
        assertThat(fewer.removed()).isEqualTo(10);
        assertThat(fewer.scanned()).isZero();
        assertThat(InitJson.of(fewer).required("image_folders").size()).isEqualTo(2);
        assertThat(InitJson.of(fewer).required("removed_image_folders").get(0).asString())
                .isEqualTo(third.toString());
    }

    @Test
    void oneFolderLooksInJsonAsBefore() {
        InitWorkspace.Result result =
                init(InitWorkspace.Request.of(place, images).withLabels(ships.resolve("train.csv")));

        assertThat(InitJson.of(result).propertyNames())
                .contains("workspace", "parts", "scanned")
                .doesNotContain("image_folders", "removed_image_folders");
    }

    @Test
    void allFoldersMoveTogetherWithTheWorkspace() throws IOException {
        init(request());
        Path moved = folder.resolveSibling(folder.getFileName() + "-moved");
        Files.move(folder, moved);
        try {
            Workspace workspace = Workspace.open(moved.resolve("ws"));

            assertThat(workspace.changedImages().all()).isEmpty();
            assertThat(workspace.imageRoots().resolve(TEST + testNames.get(0)))
                    .isEqualTo(moved.resolve("ships/test_images").resolve(testNames.get(0)))
                    .exists();
        } finally {
            Files.move(moved, folder);
        }
    }

    @Test
    void aFolderThatIsGoneStopsWhatReadsPicturesAndMayBeAnotherOne() throws IOException {
        init(request());
        Path elsewhere = folder.resolve("elsewhere");
        Files.move(testImages, elsewhere);

        assertThatThrownBy(() -> new WorkspaceFeatures(Workspace.open(place))
                        .of(Encoder.standard(), FeatureView.PLAIN, Progress.NONE))
                .isInstanceOf(WorkspaceException.class)
                .hasMessageContaining("The image folder " + testImages + " is gone.")
                .hasMessageContaining("--images " + images + " --images FOLDER");

        InitWorkspace.Result result = init(request().withTestImages(elsewhere));
        assertThat(result.folders().folders())
                .extracting(RootFolders.Folder::prefix)
                .containsExactly("", TEST);
        assertThat(Workspace.open(place).testImages()).hasSize(8);
    }

    @Test
    void decisionsTakeFilesOfEachFolder() throws IOException {
        Path first = classFolders("2019", 0, 10);
        Path second = classFolders("2020", 10, 30);
        init(InitWorkspace.Request.of(place, first).withImages(List.of(first, second)));
        String image = Workspace.open(place).dataset().images().stream()
                .map(LabeledImage::image)
                .filter(name -> name.startsWith("2020/"))
                .findFirst()
                .orElseThrow();
        Path file = second.resolve(image.substring("2020/".length()));

        new DecideLabels(place).run(DecideLabels.Request.drop(List.of(file.toString())));

        assertThat(Workspace.open(place).journal().state().dropped()).containsExactly(image);
    }

    @Test
    void aPlaceInOneOfTheFoldersIsRefused() {
        InitWorkspace.Request inside =
                InitWorkspace.Request.of(testImages.resolve("ws"), images).withImages(List.of(images, testImages));

        assertThatThrownBy(() -> init(inside))
                .isInstanceOf(WorkspaceException.class)
                .hasMessageContaining("inside the image folder " + testImages);
    }

    @Test
    void thePageShowsThePicturesOfBothFolders() throws IOException {
        init(request());
        ImageIndex index = ImageIndex.open(place);
        BrowseImages grid = new BrowseImages(index);
        String name = testNames.get(0);
        try (ViewPicture view = new ViewPicture(index)) {
            assertThat(view.original(grid.id(name).orElseThrow()).bytes())
                    .isEqualTo(Files.readAllBytes(images.resolve(name)));
            assertThat(view.original(grid.id(TEST + name).orElseThrow()).bytes())
                    .isEqualTo(Files.readAllBytes(testImages.resolve(name)));
        }
        assertThat(grid.file(grid.id(TEST + name).orElseThrow())).isEqualTo(testImages.resolve(name));
    }

    @Test
    @Tag("slow")
    void trainingPredictionAndReportsReadBothFolders() throws IOException {
        Path first = classFolders("2019", 0, 20);
        Path second = classFolders("2020", 20, 40);
        init(InitWorkspace.Request.of(place, first)
                .withImages(List.of(first, second))
                .withTestImages(testImages)
                .withTest(ships.resolve("test.csv")));
        new SplitData().run(SplitData.Request.of(place, 42).withValidShare(0.3));

        Inspection inspection = new InspectData()
                .run(new InspectData.Request(place), Progress.NONE)
                .inspection();
        TrainModel.Result trained = new TrainModel()
                .run(
                        new TrainModel.Request(
                                place,
                                new PlanBuilder()
                                        .set("recipe", "article")
                                        .set("epochs", "1+1")
                                        .set("input.sizes", "64x96")
                                        .set("batch.size", "16")
                                        .build(place),
                                new StopSignal()),
                        RunListener.silent());
        PredictImages.Result predicted = new PredictImages()
                .run(new PredictImages.Request(place, "latest", folder.resolve("test.csv")), Progress.NONE);

        assertThat(inspection.images()).hasSize(48);
        assertThat(trained.run().status()).isEqualTo("done");
        assertThat(predicted.skipped()).isEmpty();
        assertThat(predicted.probabilities().images())
                .isEqualTo(testNames.stream().map(name -> TEST + name).toList());
    }

    private InitWorkspace.Request request() {
        return InitWorkspace.Request.of(place, images)
                .withTestImages(testImages)
                .withLabels(ships.resolve("train.csv"))
                .withTest(ships.resolve("test.csv"));
    }

    private static InitWorkspace.Result init(InitWorkspace.Request request) {
        return new InitWorkspace().run(request, Progress.NONE);
    }

    /** Some labelled pictures in a folder for each class, numbered anew, so that several such folders have the same names. */
    private Path classFolders(String name, int from, int to) throws IOException {
        Path root = folder.resolve(name);
        List<String> rows = Files.readAllLines(ships.resolve("train.csv"));
        for (int i = from; i < to; i++) {
            String[] row = rows.get(1 + i).split(",", -1);
            Path target = root.resolve(row[1]).resolve((i - from) + ".jpg");
            Files.createDirectories(target.getParent());
            Files.copy(images.resolve(row[0]), target);
        }
        return root;
    }

    private static List<String> column(Path csv) throws IOException {
        return Files.readAllLines(csv).stream()
                .skip(1)
                .map(line -> line.split(",", -1)[0])
                .toList();
    }
}
