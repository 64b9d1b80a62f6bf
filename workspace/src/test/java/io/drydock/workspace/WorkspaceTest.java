package io.drydock.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.drydock.core.data.ClassList;
import io.drydock.core.data.Reason;
import io.drydock.core.data.UnusableRow;
import io.drydock.core.error.WorkspaceException;
import io.drydock.core.finding.Copy;
import io.drydock.core.finding.ImageGroup;
import io.drydock.core.finding.ImageGroup.Relation;
import io.drydock.core.label.ImportedLabel;
import io.drydock.workspace.image.Picture;
import io.drydock.workspace.image.StoredImage;
import io.drydock.workspace.image.Unusable;
import io.drydock.workspace.setting.ImageRoots;
import io.drydock.workspace.source.ImportOutcome;
import io.drydock.workspace.source.ImportRequest;
import io.drydock.workspace.source.SourceFile;
import io.drydock.workspace.source.SourceRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {
    private static final ClassList CLASSES = ClassList.parse("1=Cargo,2=Military");

    @TempDir
    Path folder;

    private Path images;
    private Path csv;

    @BeforeEach
    void files() throws Exception {
        images = Files.createDirectories(folder.resolve("images"));
        csv = Files.writeString(folder.resolve("train.csv"), "\uFEFFimage;category\r\na.jpg;1\r\n");
    }

    @Test
    void aWorkspaceIsFoundUpward() throws Exception {
        Workspace workspace = Workspace.create(folder.resolve("ws"), Clock.systemUTC());
        workspace.importer().run(request(List.of(labeled(workspace, "a.jpg", "1")), List.of()));
        Path deep = Files.createDirectories(folder.resolve("ws/runs/0001-x"));

        assertThat(Workspace.find(deep).root()).isEqualTo(workspace.root());
        assertThatThrownBy(() -> Workspace.find(images))
                .isInstanceOf(WorkspaceException.class)
                .hasMessageContaining("drydock init")
                .hasMessageContaining("-w DIR");
    }

    @Test
    void aWorkspaceWhoseInitNeverEndedSaysSo() {
        Workspace.create(folder.resolve("ws"), Clock.systemUTC());

        assertThatThrownBy(() -> Workspace.open(folder.resolve("ws")))
                .isInstanceOf(WorkspaceException.class)
                .hasMessageContaining("did not come to an end");
    }

    @Test
    void whatWasImportedIsThereByteForByte() throws Exception {
        Workspace workspace = Workspace.create(folder.resolve("ws"), Clock.systemUTC());
        ImportRequest request = request(List.of(labeled(workspace, "a.jpg", "1")), List.of());

        ImportOutcome first = workspace.importer().run(request);
        ImportOutcome second = workspace.importer().run(request);

        assertThat(first.first()).isTrue();
        assertThat(first.added()).isEqualTo(1);
        assertThat(second.unchanged()).isTrue();
        assertThat(second.journalPosition()).isEqualTo(1);
        SourceFile source = workspace.sources().find(SourceRole.LABELS).orElseThrow();
        assertThat(source.content().bytes()).isEqualTo(Files.readAllBytes(csv));
        assertThat(source.labelColumn()).isEqualTo("category");
        assertThat(workspace.sources().unusableRows())
                .containsExactly(new UnusableRow("train.csv", 7, "x.jpg", Reason.MISSING_FILE, "x.jpg is not there."));
        assertThat(workspace.classes()).isEqualTo(CLASSES);
        assertThat(workspace.dataset().images())
                .singleElement()
                .satisfies(image -> assertThat(image.image()).isEqualTo("a.jpg"));
    }

    @Test
    void onlyWhatChangedIsJournaled() {
        Workspace workspace = Workspace.create(folder.resolve("ws"), Clock.systemUTC());
        ImportedLabel a = labeled(workspace, "a.jpg", "1");
        ImportedLabel b = labeled(workspace, "b.jpg", "1");
        ImportedLabel c = labeled(workspace, "c.jpg", "2");
        workspace.importer().run(request(List.of(a, b), List.of()));

        ImportOutcome outcome =
                workspace.importer().run(request(List.of(ImportedLabel.of("a.jpg", a.sha256(), "2"), c), List.of()));

        assertThat(outcome)
                .extracting(ImportOutcome::added, ImportOutcome::relabeled, ImportOutcome::removed)
                .containsExactly(1, 1, 1);
        assertThat(outcome.journalPosition()).isEqualTo(2);
        assertThat(workspace.journal().state().labels()).containsOnlyKeys("a.jpg", "c.jpg");
        assertThat(workspace.dataset(1).images()).hasSize(2);
    }

    @Test
    void classesKeepTheirPlaces() {
        Workspace workspace = Workspace.create(folder.resolve("ws"), Clock.systemUTC());
        ImportRequest request = request(List.of(labeled(workspace, "a.jpg", "1")), List.of());
        workspace.importer().run(request);

        assertThatThrownBy(() -> workspace.importer().run(with(request, ClassList.parse("2=Military,1=Cargo"))))
                .isInstanceOf(WorkspaceException.class)
                .hasMessageContaining("are 1, 2")
                .hasMessageContaining("has 2, 1");

        workspace.importer().run(with(request, ClassList.parse("1=Freighter,2=Military,3=Carrier")));
        assertThat(workspace.classes().names()).containsExactly("Freighter", "Military", "Carrier");
    }

    @Test
    void copiesAreToldByWhatTheyDo() {
        Workspace workspace = Workspace.create(folder.resolve("ws"), Clock.systemUTC());
        List<StoredImage> stored = List.of(
                picture("a.jpg", "aa", "p1"),
                picture("b.jpg", "aa", "p1"),
                picture("c.jpg", "cc", "p2"),
                picture("d.jpg", "dd", "p2"),
                picture("e.jpg", "cc", "p2"));
        workspace.images().put(stored);
        workspace
                .importer()
                .run(request(
                        List.of(
                                ImportedLabel.of("a.jpg", "aa", "1"),
                                ImportedLabel.of("b.jpg", "aa", "2"),
                                ImportedLabel.of("c.jpg", "cc", "2"),
                                ImportedLabel.of("d.jpg", "dd", "2")),
                        List.of("e.jpg")));

        List<ImageGroup> groups = workspace.exactDuplicates();

        assertThat(groups)
                .extracting(ImageGroup::kind, ImageGroup::relation)
                .containsExactly(
                        tuple(ImageGroup.Kind.FILE, Relation.CONFLICT),
                        tuple(ImageGroup.Kind.FILE, Relation.LEAK),
                        tuple(ImageGroup.Kind.PIXELS, Relation.LEAK));
        assertThat(groups.get(1).keep()).isEqualTo("c.jpg");
    }

    @Test
    void anImageInBothListsIsALeakOfItsOwn() {
        Workspace workspace = Workspace.create(folder.resolve("ws"), Clock.systemUTC());
        workspace.images().put(List.of(picture("a.jpg", "aa", "p1"), picture("b.jpg", "bb", "p2")));
        workspace
                .importer()
                .run(request(
                        List.of(ImportedLabel.of("a.jpg", "aa", "1"), ImportedLabel.of("b.jpg", "bb", "2")),
                        List.of("b.jpg")));

        List<ImageGroup> groups = workspace.exactDuplicates();

        assertThat(groups).hasSize(1);
        assertThat(groups.get(0).relation()).isEqualTo(Relation.LEAK);
        assertThat(groups.get(0).images())
                .extracting(Copy::image, Copy::part, copy -> copy.label().orElse("none"))
                .containsExactly(tuple("b.jpg", "labelled", "2"), tuple("b.jpg", "test", "none"));
        assertThat(groups.get(0).keepReason()).contains("labelled and to be predicted");
    }

    @Test
    void imagesAreFoundAfterTheyMovedTogetherWithTheWorkspace() throws Exception {
        Path before = Files.createDirectories(folder.resolve("before"));
        Path inside = Files.createDirectories(before.resolve("images"));
        Workspace workspace = Workspace.create(before.resolve("ws"), Clock.systemUTC());
        ImportRequest request = request(List.of(labeled(workspace, "a.jpg", "1")), List.of());
        workspace
                .importer()
                .run(new ImportRequest(
                        ImageRoots.of(inside), CLASSES, request.labels(), List.of(), List.of(), List.of(), "ann"));

        Files.move(before, folder.resolve("after"));
        Workspace moved = Workspace.open(folder.resolve("after/ws"));
        assertThat(moved.imageRoots().folders()).containsExactly(folder.resolve("after/images"));

        Files.delete(folder.resolve("after/images"));
        assertThatThrownBy(moved::imageRoots)
                .isInstanceOf(WorkspaceException.class)
                .hasMessageContaining("is gone");
    }

    @Test
    void severalImageFoldersMoveTogetherWithTheWorkspace() throws Exception {
        Path before = Files.createDirectories(folder.resolve("before"));
        Path first = Files.createDirectories(before.resolve("train"));
        Path second = Files.createDirectories(before.resolve("more"));
        Workspace workspace = Workspace.create(before.resolve("ws"), Clock.systemUTC());
        ImageRoots roots = ImageRoots.of(List.of(first, second), List.of()).withTestPrefix("more/");
        List<ImportedLabel> labels = List.of(labeled(workspace, "a.jpg", "1"));
        workspace.importer().run(new ImportRequest(roots, CLASSES, labels, List.of(), List.of(), List.of(), "ann"));
        assertThat(workspace.imageRoots()).isEqualTo(roots);

        Files.move(before, folder.resolve("after"));
        Workspace moved = Workspace.open(folder.resolve("after/ws"));

        assertThat(moved.imageRoots().resolve("a.jpg")).isEqualTo(folder.resolve("after/train/a.jpg"));
        assertThat(moved.imageRoots().resolve("more/a.jpg")).isEqualTo(folder.resolve("after/more/a.jpg"));
        assertThat(moved.imageRoots().testPrefix()).contains("more/");
    }

    @Test
    void aFolderThatIsGoneIsNamedWithTheCommandThatSaysWhereItIs() throws Exception {
        Path more = Files.createDirectories(folder.resolve("more"));
        Workspace workspace = Workspace.create(folder.resolve("ws"), Clock.systemUTC());
        ImageRoots roots = ImageRoots.of(List.of(images, more), List.of());
        List<ImportedLabel> labels = List.of(labeled(workspace, "a.jpg", "1"));
        workspace.importer().run(new ImportRequest(roots, CLASSES, labels, List.of(), List.of(), List.of(), "ann"));
        Files.delete(more);

        assertThatThrownBy(workspace::imageRoots)
                .isInstanceOf(WorkspaceException.class)
                .hasMessageContaining("The image folder " + more + " is gone.")
                .hasMessageContaining("drydock init " + workspace.root() + " --images " + images + " --images FOLDER");

        ImportOutcome outcome = workspace
                .importer()
                .run(new ImportRequest(ImageRoots.of(images), CLASSES, labels, List.of(), List.of(), List.of(), "ann"));
        assertThat(outcome.otherChanges()).isTrue();
        assertThat(workspace.imageRoots()).isEqualTo(ImageRoots.of(images));
    }

    @Test
    @Tag("slow")
    void aHundredThousandRowsGoInAndComeOut() {
        Workspace workspace = Workspace.create(folder.resolve("ws"), Clock.systemUTC());
        List<StoredImage> stored = new ArrayList<>();
        IntStream.range(0, 100_000).forEach(i -> stored.add(picture("d/" + i + ".jpg", "s" + i, "p" + i)));
        workspace.images().put(stored);
        List<ImportedLabel> labels = stored.stream()
                .map(image -> ImportedLabel.of(image.path(), image.sha256(), "1"))
                .toList();

        ImportOutcome outcome = workspace.importer().run(request(labels, List.of()));

        assertThat(outcome.added()).isEqualTo(100_000);
        assertThat(workspace.dataset().size()).isEqualTo(100_000);
        assertThat(workspace.images().byPath()).containsEntry("d/777.jpg", stored.get(777));
    }

    @Test
    void anUnusableImageKeepsItsReason() {
        Workspace workspace = Workspace.create(folder.resolve("ws"), Clock.systemUTC());
        StoredImage broken = new StoredImage(
                "broken.jpg",
                "bb",
                12,
                3,
                Optional.empty(),
                Optional.of(new Unusable(Reason.UNREADABLE, "broken.jpg is truncated.")));
        workspace.images().put(List.of(broken));

        assertThat(workspace.images().find("broken.jpg")).contains(broken);
        assertThat(workspace.images().find("none.jpg")).isEmpty();
    }

    private ImportRequest request(List<ImportedLabel> labels, List<String> test) {
        return new ImportRequest(
                ImageRoots.of(images),
                CLASSES,
                labels,
                test,
                List.of(SourceFile.read(SourceRole.LABELS, csv, "image", "category")),
                List.of(new UnusableRow("train.csv", 7, "x.jpg", Reason.MISSING_FILE, "x.jpg is not there.")),
                "ann");
    }

    private static ImportRequest with(ImportRequest request, ClassList classes) {
        return new ImportRequest(
                request.imageRoots(),
                classes,
                request.labels(),
                request.test(),
                request.sources(),
                request.unusable(),
                request.by());
    }

    private static ImportedLabel labeled(Workspace workspace, String image, String label) {
        workspace.images().put(List.of(picture(image, "sha-" + image, "pixels-" + image)));
        return ImportedLabel.of(image, "sha-" + image, label);
    }

    private static StoredImage picture(String path, String sha256, String pixels) {
        return new StoredImage(
                path,
                sha256,
                1000,
                5,
                Optional.of(new Picture(140, 210, "jpeg", "rgb", 1, pixels, Map.of("brightness", 0.5))),
                Optional.empty());
    }
}
