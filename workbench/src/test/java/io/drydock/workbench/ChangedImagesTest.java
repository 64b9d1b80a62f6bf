package io.drydock.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drydock.core.data.Reason;
import io.drydock.core.data.UnusableRow;
import io.drydock.core.error.DataException;
import io.drydock.core.error.ImageException;
import io.drydock.core.split.Part;
import io.drydock.sample.ShipPictures;
import io.drydock.sample.ShipType;
import io.drydock.workbench.DecideLabels.Request;
import io.drydock.workbench.feature.Encoder;
import io.drydock.workbench.inspect.Inspection;
import io.drydock.workbench.picture.ChangedPictures;
import io.drydock.workbench.predict.UnreadImage;
import io.drydock.workbench.review.ImageIndex;
import io.drydock.workbench.train.TrainingImages;
import io.drydock.workspace.image.StoredImage;
import io.drydock.workspace.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every operation over a workspace in which an image has other bytes than at init, another is gone, and caches are warm. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ChangedImagesTest {
    private ShipWorkspace ships;
    private RunFolder run;
    private RunFolder other;
    private Path images;
    private String changed;
    private String gone;
    private String test;
    private String touched;
    private byte[] before;

    @BeforeAll
    void change(@TempDir Path folder) throws IOException {
        ships = ShipWorkspace.in(folder);
        run = ships.run(1);
        other = ships.run(2);
        images = ships.ships().resolve("images");
        new EvaluateRun().run(new EvaluateRun.Request(ships.root(), "1"), Progress.NONE);
        new CompareRuns().run(new CompareRuns.Request(ships.root(), "1", "2"), Progress.NONE);
        new AuditData().run(new AuditData.Request(ships.root()).withoutReport(), Progress.NONE);
        List<String> valid = ships.open().splits().current().images(Part.VALID).stream()
                .sorted()
                .toList();
        changed = valid.get(0);
        gone = valid.get(1);
        touched = valid.get(2);
        test = ships.open().testImages().get(0).path();
        before = Files.readAllBytes(images.resolve(changed));
        for (RunFolder each : List.of(run, other)) {
            Files.copy(each.probabilities(Part.VALID), Path.of(kept(each)));
        }
        new DecideLabels(ships.root()).run(Request.relabel(List.of(changed), "5"));
        Files.write(images.resolve(changed), ShipPictures.jpeg(ShipType.CARGO, 991));
        Files.write(images.resolve(test), ShipPictures.jpeg(ShipType.CARGO, 992));
        Files.delete(images.resolve(gone));
        Files.setLastModifiedTime(images.resolve(touched), FileTime.fromMillis(1_000_000));
    }

    enum Verb {
        INSPECT {
            @Override
            List<String> seen(ChangedImagesTest t) {
                Inspection inspection = new InspectData()
                        .run(new InspectData.Request(t.ships.root(), 1, false), Progress.NONE)
                        .inspection();
                assertThat(inspection.unusable())
                        .extracting(UnusableRow::image, UnusableRow::reason)
                        .contains(
                                org.assertj.core.groups.Tuple.tuple(t.changed, Reason.CHANGED_FILE),
                                org.assertj.core.groups.Tuple.tuple(t.test, Reason.CHANGED_FILE),
                                org.assertj.core.groups.Tuple.tuple(t.gone, Reason.MISSING_FILE));
                return inspection.images().stream().map(image -> image.image()).toList();
            }
        },
        AUDIT {
            @Override
            List<String> seen(ChangedImagesTest t) {
                return new AuditData()
                                .run(new AuditData.Request(t.ships.root()).withoutReport(), Progress.NONE)
                                .audit()
                                .findings()
                                .stream()
                                .map(finding -> finding.image())
                                .toList();
            }
        },
        LABEL_ISSUES {
            @Override
            List<String> seen(ChangedImagesTest t) {
                return new FindLabelIssues()
                        .run(FindLabelIssues.Request.of(t.ships.root()), Progress.NONE)
                        .probabilities()
                        .images();
            }
        },
        DUPLICATES {
            @Override
            List<String> seen(ChangedImagesTest t) {
                FindDuplicates.Result result =
                        new FindDuplicates().run(new FindDuplicates.Request(t.ships.root(), false), Progress.NONE);
                assertThat(result.images()).isEqualTo(80 - 3);
                return result.groups().stream()
                        .flatMap(group -> group.images().stream())
                        .map(copy -> copy.image())
                        .toList();
            }
        },
        MAP {
            @Override
            List<String> seen(ChangedImagesTest t) {
                return new MapFeatures()
                                .run(
                                        new MapFeatures.Request(
                                                t.ships.root(), Encoder.standard(), Optional.empty(), 3, false),
                                        Progress.NONE)
                                .map()
                                .points()
                                .stream()
                                .map(point -> point.image().image())
                                .toList();
            }
        },
        SHIFT {
            @Override
            List<String> seen(ChangedImagesTest t) {
                return new MeasureShift()
                        .run(new MeasureShift.Request(t.ships.root()), Progress.NONE).images().images().stream()
                                .map(image -> image.image())
                                .toList();
            }
        },
        TRAIN {
            @Override
            List<String> seen(ChangedImagesTest t) {
                TrainingImages training = TrainingImages.of(
                        t.ships.open(),
                        new io.drydock.workbench.config.DataChoice(1, Optional.empty(), true, Optional.empty()),
                        1);
                assertThat(training.notes()).anyMatch(note -> note.startsWith("2 images are left out"));
                return training.train().stream().map(image -> image.image()).toList();
            }
        },
        EVALUATE {
            @Override
            List<String> seen(ChangedImagesTest t) {
                EvaluateRun.Result result =
                        new EvaluateRun().run(new EvaluateRun.Request(t.ships.root(), "1"), Progress.NONE);
                assertThat(result.skipped()).extracting(UnreadImage::image).contains(t.changed, t.gone);
                return result.evaluation().topLosses().stream()
                        .map(loss -> loss.image())
                        .toList();
            }
        },
        PREDICT {
            @Override
            List<String> seen(ChangedImagesTest t) {
                PredictImages.Result result = new PredictImages()
                        .run(
                                new PredictImages.Request(
                                        t.ships.root(), "1", List.of(), Part.TEST, 1, Optional.empty(), false),
                                Progress.NONE);
                assertThat(result.skipped()).extracting(UnreadImage::image).containsExactly(t.test);
                return result.probabilities().images();
            }
        },
        COMPARE {
            @Override
            List<String> seen(ChangedImagesTest t) throws IOException {
                int all = t.ships.open().splits().current().images(Part.VALID).size();
                CompareRuns.Result runs =
                        new CompareRuns().run(new CompareRuns.Request(t.ships.root(), "1", "2"), Progress.NONE);
                assertThat(runs.paired().n()).isEqualTo(all - 2);
                assertThat(runs.unread()).isEqualTo(2);
                assertThat(runs.leftOut()).isZero();
                CompareRuns.Result files = new CompareRuns()
                        .run(new CompareRuns.Request(t.ships.root(), t.kept(t.run), t.kept(t.other)), Progress.NONE);
                assertThat(files.paired()).isEqualTo(runs.paired());
                assertThat(files.unread()).isEqualTo(2);
                return List.of();
            }
        },
        COMPARE_LABELS {
            @Override
            List<String> seen(ChangedImagesTest t) {
                CompareLabels.Request request = CompareLabels.Request.of(t.ships.root());
                int all = t.ships.open().dataset().size();
                assertThat(new CompareLabels()
                                .run(request, Progress.NONE)
                                .onAfter()
                                .n())
                        .isEqualTo(all - 2);
                int valid = t.ships.open().splits().current().images(Part.VALID).size();
                assertThat(new CompareLabels()
                                .run(request.ofRuns("1", "2"), Progress.NONE)
                                .onAfter()
                                .n())
                        .isEqualTo(valid - 2);
                return List.of();
            }
        },
        EVALUATE_A_FILE {
            @Override
            List<String> seen(ChangedImagesTest t) {
                EvaluateRun.Result result =
                        new EvaluateRun().run(new EvaluateRun.Request(t.ships.root(), t.kept(t.run)), Progress.NONE);
                assertThat(result.skipped()).extracting(UnreadImage::image).contains(t.changed, t.gone);
                return result.evaluation().topLosses().stream()
                        .map(loss -> loss.image())
                        .toList();
            }
        },
        PREVIEW {
            @Override
            List<String> seen(ChangedImagesTest t) {
                return new PreviewAugmentation()
                                .run(
                                        new PreviewAugmentation.Request(
                                                t.ships.root(),
                                                "article",
                                                Optional.empty(),
                                                Optional.empty(),
                                                60,
                                                1,
                                                1,
                                                Optional.empty(),
                                                false),
                                        Progress.NONE)
                                .rows()
                                .stream()
                                .map(row -> row.image())
                                .toList();
            }
        };

        /** Images that the verb read or judged. */
        abstract List<String> seen(ChangedImagesTest test) throws IOException;
    }

    @ParameterizedTest
    @EnumSource(Verb.class)
    @Order(1)
    void noVerbUsesAPictureThatIsNotTheOneThatWasLookedAt(Verb verb) throws IOException {
        assertThat(verb.seen(this)).doesNotContain(changed, gone, test);
    }

    @Test
    @Order(1)
    void aFileThatWasOnlyTouchedCountsAsBeforeAndIsReadOnce() {
        assertThat(ships.open().changedImages().all())
                .doesNotContainKey(touched)
                .hasSize(3);
        assertThat(ships.open().images().find(touched).orElseThrow().modifiedMillis())
                .isEqualTo(1_000_000);
    }

    @Test
    @Order(1)
    void theNoticeNamesTheFirstAndTheRemedy() {
        assertThat(ChangedPictures.notice(ships.root()).orElseThrow())
                .contains(".jpg", "drydock init", "2 others differ too", "drydock init " + ships.root());
    }

    @ParameterizedTest
    @EnumSource(
            value = io.drydock.core.label.Action.class,
            names = {"RELABEL", "DROP", "KEEP", "UNSURE", "DUPLICATE_OF"})
    @Order(1)
    void noDecisionIsTakenAboutAChangedPicture(io.drydock.core.label.Action action) {
        DecideLabels decide = new DecideLabels(ships.root());
        long position = decide.position();
        Optional<String> to = Optional.of(action == io.drydock.core.label.Action.RELABEL ? "2" : touched);

        for (String image : List.of(changed, gone)) {
            Request request = new Request(action, List.of(touched, image), to, "ann", "", Optional.empty(), true, true);
            Request alone = new Request(action, List.of(image), to, "ann", "", Optional.empty(), true, true);
            if (action != io.drydock.core.label.Action.DUPLICATE_OF) {
                assertThatThrownBy(() -> decide.run(request)).isInstanceOf(DataException.class);
            }
            assertThatThrownBy(() -> decide.run(alone))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining(image)
                    .hasMessageContaining("drydock init " + ships.root())
                    .hasMessageEndingWith("Nothing was changed.");
        }
        assertThat(decide.position()).isEqualTo(position);
    }

    @Test
    @Order(1)
    void aSubmissionThatWouldLackAnAnswerIsRefused(@TempDir Path folder) {
        assertThatThrownBy(() -> new WriteSubmission()
                        .run(new WriteSubmission.Request(ships.root(), folder.resolve("s.csv"), "1"), Progress.NONE))
                .hasMessageContaining(test)
                .hasMessageContaining("has changed since")
                .hasMessageContaining("drydock init " + ships.root());
    }

    @Test
    @Order(1)
    void thePageShowsNoPictureUnderAnothersName() {
        ImageIndex index = ImageIndex.open(ships.root());
        long id = index.now().image(changed).orElseThrow().id();

        try (ViewPicture view = new ViewPicture(index)) {
            assertThatThrownBy(() -> view.original(id)).isInstanceOf(ImageException.class);
            assertThatThrownBy(() -> view.small(id, 96)).hasMessageContaining("changed since");
        }
    }

    @Test
    @Order(2)
    void initWithNothingButTheFolderLooksAgainAndKeepsDecisionsWithTheirContent() throws IOException {
        InitWorkspace.Result again = new InitWorkspace().run(InitWorkspace.Request.again(ships.root()), Progress.NONE);

        assertThat(again.rewritten()).isEqualTo(1);
        assertThat(again.removed()).isEqualTo(1);
        assertThat(ships.open().changedImages().all()).isEmpty();
        String imported = ships.open()
                .journal()
                .state()
                .imported(changed)
                .orElseThrow()
                .code()
                .orElseThrow();
        assertThat(ships.open().journal().state().label(changed)).contains(imported);
        assertThat(new EvaluateRun()
                        .run(new EvaluateRun.Request(ships.root(), "1"), Progress.NONE)
                        .evaluation()
                        .topLosses())
                .extracting(loss -> loss.image())
                .contains(changed);

        Files.write(images.resolve(changed), before);
        new InitWorkspace().run(InitWorkspace.Request.again(ships.root()), Progress.NONE);
        assertThat(ships.open().journal().state().label(changed)).contains("5");
    }

    @Test
    @Order(3)
    void storedProbabilitiesFollowTheContent() throws IOException {
        double then = probability();
        Files.write(images.resolve(changed), ShipPictures.jpeg(ShipType.CRUISE, 77));
        new InitWorkspace().run(InitWorkspace.Request.again(ships.root()), Progress.NONE);

        assertThat(probability()).isNotEqualTo(then);
        StoredImage stored = ships.open().images().find(changed).orElseThrow();
        assertThat(Files.readString(run.path().resolve("probabilities-valid.contents.csv")))
                .contains(stored.sha256());
    }

    /** Probabilities as they were stored before the change, as a file that any tool may have written. */
    private String kept(RunFolder from) {
        return ships.root().resolve("kept-" + from.id() + ".csv").toString();
    }

    private double probability() {
        return new PredictImages()
                .run(
                        new PredictImages.Request(ships.root(), "1", List.of(), Part.VALID, 1, Optional.empty(), false),
                        Progress.NONE)
                .probabilities()
                .select(List.of(changed))
                .row(0)[0];
    }
}
