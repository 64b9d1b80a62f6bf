package io.drydock.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.drydock.core.finding.ImageGroup;
import io.drydock.core.run.RunListener;
import io.drydock.sample.Planted.Mislabel;
import io.drydock.sample.ShipPictures;
import io.drydock.sample.ShipType;
import io.drydock.workbench.InitWorkspace;
import io.drydock.workbench.Progress;
import io.drydock.workbench.TrainModel;
import io.drydock.workbench.config.PlanBuilder;
import io.drydock.workbench.train.StopSignal;
import io.drydock.workspace.Workspace;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Every route over a workspace in which files changed after they were looked at and after the studio had shown them. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ChangedPicturesTest {
    private DrawnSet set;
    private Studio studio;
    private Caller page;
    private Path images;
    /** Other bytes. */
    private String changed;
    /** Other bytes, as many as before. */
    private String sameSize;

    private String gone;
    /** The same bytes with another time. */
    private String touched;

    private String copy;
    private final Map<String, Long> ids = new HashMap<>();

    @BeforeAll
    void showAndChange(@TempDir Path folder) throws IOException {
        set = DrawnSet.in(folder);
        images = set.ships().resolve("images");
        new TrainModel()
                .run(
                        new TrainModel.Request(
                                set.root(),
                                new PlanBuilder()
                                        .set("recipe", "article")
                                        .set("epochs", "1+0")
                                        .set("input.sizes", "64x96")
                                        .set("batch.size", "16")
                                        .build(set.root()),
                                new StopSignal()),
                        RunListener.silent());
        studio = Studio.start(set.root(), "ann", 0);
        page = Caller.of(studio.address());
        for (JsonNode image : page.json("/api/images?limit=200").path("images")) {
            ids.put(image.path("image").asString(), image.path("id").asLong());
        }
        List<String> wrong =
                set.planted().mislabeled().stream().map(Mislabel::image).toList();
        changed = wrong.get(0);
        sameSize = wrong.get(1);
        gone = wrong.get(2);
        touched = wrong.get(3);
        ImageGroup group = set.open().exactDuplicates().get(0);
        copy = group.images().get(1).image();
        for (String image : List.of(changed, sameSize, gone, touched, copy)) {
            for (String picture : List.of("original", "small?side=96", "heat?run=1&class=1")) {
                page.get("/picture/" + ids.get(image) + "/" + picture);
            }
        }
        await("/api/duplicates");
        await("/api/images/" + ids.get(touched) + "/neighbors");
        change();
    }

    private void change() throws IOException {
        Files.write(images.resolve(changed), ShipPictures.jpeg(ShipType.CARGO, 991));
        Files.write(images.resolve(copy), ShipPictures.jpeg(ShipType.CARGO, 992));
        byte[] bytes = Files.readAllBytes(images.resolve(sameSize));
        bytes[bytes.length / 2] ^= 1;
        Files.write(images.resolve(sameSize), bytes);
        Files.setLastModifiedTime(images.resolve(sameSize), FileTime.fromMillis(2_000_000));
        Files.delete(images.resolve(gone));
        Files.setLastModifiedTime(images.resolve(touched), FileTime.fromMillis(1_000_000));
    }

    @AfterAll
    void stop() {
        if (studio != null) {
            studio.close();
        }
    }

    private JsonNode await(String path) {
        for (int i = 0; i < 300; i++) {
            JsonNode answer = page.json(path);
            if (answer.path("ready").asBoolean(false)) {
                return answer;
            }
            pause();
        }
        throw new AssertionError(path + " is not ready: " + page.get(path).body());
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Reasons of the marked images among some, by path. */
    private static Map<String, String> marks(Iterable<JsonNode> images) {
        Map<String, String> marks = new HashMap<>();
        for (JsonNode image : images) {
            assertThat(image.has("changed")).isTrue();
            if (!image.path("changed").isNull()) {
                marks.put(
                        image.path("image").asString(),
                        image.path("changed").path("reason").asString());
            }
        }
        return marks;
    }

    private Map<String, String> marked() {
        return marks(page.json("/api/images?limit=200").path("images"));
    }

    @Test
    @Order(1)
    void theGridMarksThemWithTheRemedy() {
        assertThat(marked())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        changed, "changed_file", sameSize, "changed_file", copy, "changed_file", gone, "missing_file"));
        JsonNode answer =
                page.json("/api/images?text=" + changed).path("images").get(0);
        assertThat(answer.path("changed").path("message").asString())
                .startsWith(changed + " has changed")
                .contains("drydock init " + set.root());
    }

    @Test
    @Order(1)
    void theQueueMarksThem() {
        assertThat(marks(page.json("/api/review?limit=100").path("queue")))
                .containsEntry(changed, "changed_file")
                .containsEntry(sameSize, "changed_file")
                .containsEntry(gone, "missing_file")
                .doesNotContainKey(touched);
    }

    @Test
    @Order(1)
    void theCopiesAreMarkedAndThePageIsTold() {
        // The files of the whole set are looked at again only some seconds after the last time.
        JsonNode answer = page.json("/api/duplicates");
        for (int i = 0; i < 50 && answer.path("message").asString().isEmpty(); i++) {
            pause();
            answer = page.json("/api/duplicates");
        }
        Map<String, String> marks = new HashMap<>();
        for (JsonNode group : answer.path("groups")) {
            marks.putAll(marks(group.path("images")));
        }

        assertThat(marks).containsEntry(copy, "changed_file");
        assertThat(answer.path("message").asString())
                .startsWith("4 images that changed")
                .contains("drydock init " + set.root());
    }

    @Test
    @Order(1)
    void oneImageIsMarkedAndSoAreItsCopies() {
        JsonNode details = page.json("/api/images/" + ids.get(copy));
        assertThat(marks(List.of(details.path("image")))).containsKey(copy);
        JsonNode twin = details.path("twins").get(0);
        assertThat(marks(List.of(twin))).isEmpty();

        JsonNode other = page.json("/api/images/" + twin.path("id").asLong());
        assertThat(marks(other.path("twins"))).containsOnlyKeys(copy);
    }

    @ParameterizedTest
    @ValueSource(strings = {"original", "small?side=96", "small?side=384", "heat?run=1&class=1"})
    @Order(1)
    void noPictureIsShownUnderAnothersName(String picture) {
        for (String image : List.of(changed, sameSize, copy)) {
            HttpResponse<String> answer = page.get("/picture/" + ids.get(image) + "/" + picture);
            assertThat(answer.statusCode()).as(image).isEqualTo(400);
            assertThat(answer.body()).contains(image, "changed since drydock init", "run drydock init");
        }
        HttpResponse<String> answer = page.get("/picture/" + ids.get(gone) + "/" + picture);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(gone, "run drydock init");
        assertThat(page.get("/picture/" + ids.get(touched) + "/" + picture).statusCode())
                .isEqualTo(200);
    }

    @Test
    @Order(1)
    void whatLooksLikeAChangedImageIsNotKnown() {
        for (String image : List.of(changed, sameSize, gone)) {
            JsonNode answer = page.json("/api/images/" + ids.get(image) + "/neighbors");
            assertThat(answer.path("neighbors").size()).as(image).isZero();
            assertThat(answer.path("message").asString()).contains(image, "drydock init " + set.root());
        }
    }

    @Test
    @Order(1)
    void amongThoseThatLookAlikeTheyAreMarked() {
        Map<String, String> marks = new HashMap<>();
        for (Map.Entry<String, Long> image : ids.entrySet()) {
            marks.putAll(marks(
                    page.json("/api/images/" + image.getValue() + "/neighbors").path("neighbors")));
        }

        assertThat(marks.keySet()).isSubsetOf(changed, sameSize, gone, copy).isNotEmpty();
    }

    @Test
    @Order(1)
    void noReferenceOfAClassIsAChangedImage() {
        for (JsonNode note : page.json("/api/notes").path("notes")) {
            for (JsonNode id : note.path("references")) {
                assertThat(id.asLong()).isNotIn(ids.get(changed), ids.get(sameSize), ids.get(gone), ids.get(copy));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"keep", "unsure", "drop", "relabel", "duplicate_of"})
    @Order(1)
    void noDecisionIsTakenAboutOneOrAmongMany(String action) {
        long position = position();
        String to = action.equals("relabel")
                ? ",\"to\":\"2\""
                : action.equals("duplicate_of") ? ",\"stays\":[" + ids.get(touched) + "]" : "";
        for (String image : List.of(changed, sameSize, gone)) {
            String other = set.planted().mislabeled().get(4).image();
            for (String about :
                    List.of("[" + ids.get(image) + "]", "[" + ids.get(other) + "," + ids.get(image) + "]")) {
                HttpResponse<String> answer = page.post(
                        "/api/decide", "{\"action\":\"" + action + "\",\"images\":" + about + to + ",\"yes\":true}");
                assertThat(answer.statusCode()).as(about).isEqualTo(400);
                assertThat(answer.body()).contains(image, "drydock init " + set.root(), "Nothing was changed.");
            }
        }
        assertThat(position()).isEqualTo(position);
    }

    @Test
    @Order(2)
    void ofManyDecisionsOnlyThoseAboutOthersAreTaken() {
        long position = position();
        String body = "{\"decisions\":[" + keep(changed) + "," + keep(touched) + "," + keep(gone) + "]}";

        JsonNode answers = tools.jackson.databind.json.JsonMapper.shared()
                .readTree(page.post("/api/decide/all", body).body());

        assertThat(answers.path("answers").get(0).path("message").asString()).contains(changed, "drydock init");
        assertThat(answers.path("answers").get(1).path("done").asBoolean()).isTrue();
        assertThat(answers.path("answers").get(2).path("message").asString()).contains(gone, "drydock init");
        assertThat(position()).isEqualTo(position + 1);
    }

    private String keep(String image) {
        return "{\"action\":\"keep\",\"images\":[" + ids.get(image) + "]}";
    }

    private long position() {
        return Workspace.open(set.root()).journal().position();
    }

    @Test
    @Order(3)
    void theMarksGoOnceInitLookedAgain() {
        new InitWorkspace().run(InitWorkspace.Request.again(set.root()), Progress.NONE);

        assertThat(marked()).isEmpty();
        assertThat(page.get("/picture/" + ids.get(changed) + "/small?side=96").statusCode())
                .isEqualTo(200);
        assertThat(page.decide("keep", List.of(ids.get(changed)), "")).isEqualTo(200);
    }
}
