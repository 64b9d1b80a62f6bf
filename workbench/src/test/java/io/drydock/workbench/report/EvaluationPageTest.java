package io.drydock.workbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.drydock.core.data.ClassLabel;
import io.drydock.core.data.ClassList;
import io.drydock.core.metric.MostConfused;
import io.drydock.core.metric.Scores;
import io.drydock.core.metric.TopLosses;
import io.drydock.core.metric.TopLosses.TopLoss;
import io.drydock.core.predict.Probabilities;
import io.drydock.core.split.Part;
import io.drydock.workbench.evaluate.Evaluation;
import io.drydock.workbench.evaluate.UnseenClasses;
import io.drydock.workbench.json.EvaluateJson;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class EvaluationPageTest {
    private final ClassList classes =
            new ClassList(List.of(new ClassLabel("1", "Cargo"), new ClassLabel("5", "<b>Tankers</b>")));
    private final int[] labels = {0, 0, 1, 1};
    private final Probabilities probabilities =
            new Probabilities(List.of("a.jpg", "b\"onload=x.jpg", "c.jpg", "d.jpg"), classes.codes(), new double[][] {
                {.9, .1}, {.02, .98}, {.3, .7}, {.4, .6}
            });

    @Test
    void thePageTellsScoresConfusionsAndHardImages() {
        Evaluation evaluation = evaluation(3, List.of());
        List<LossPicture> hardest = evaluation.topLosses().stream()
                .map(loss -> new LossPicture(
                        loss, new Picture(new byte[] {1, 2}, 4, 3, loss.image()), Optional.empty(), false))
                .toList();

        String page = EvaluationPage.of(evaluation, hardest).document();

        assertThat(page)
                .contains("4 images of the valid part")
                .contains("3 labels of this part changed after the split was drawn")
                .contains("Cargo taken for &lt;b&gt;Tankers&lt;/b&gt;")
                .contains("b&quot;onload=x.jpg")
                .contains("loss 3.91");
        assertThat(page).doesNotContain("<b>Tankers").doesNotContain("b\"onload");
    }

    @Test
    void aPictureInWhichNothingSpeaksForThePredictedClassSaysSo() {
        Evaluation evaluation = evaluation(0, List.of());
        Picture picture = new Picture(new byte[] {1, 2}, 4, 3, "a.jpg");
        TopLoss loss = evaluation.topLosses().get(0);
        LossPicture without = new LossPicture(loss, picture, Optional.empty(), true);
        LossPicture with = new LossPicture(loss, picture, Optional.of(picture), false);

        assertThat(EvaluationPage.of(evaluation, List.of(with, without)).document())
                .contains("No heat map: nothing in the picture speaks for &lt;b&gt;Tankers&lt;/b&gt;.")
                .contains("1 picture has none, because");
        assertThat(EvaluationPage.of(evaluation, List.of(with)).document())
                .contains("The heat map (Grad-CAM) shows")
                .doesNotContain("No heat map")
                .doesNotContain("have none");
    }

    @Test
    void theDocumentHasTheKeysThatOthersRead() {
        ObjectNode document = EvaluateJson.of(evaluation(0, List.of()));

        assertThat(document.propertyNames())
                .containsExactly(
                        "schema",
                        "runs",
                        "part",
                        "n",
                        "tta",
                        "epoch_chosen_on_same_images",
                        "labels",
                        "weighted_f1",
                        "macro_f1",
                        "accuracy",
                        "log_loss",
                        "calibration_error",
                        "classes",
                        "confusion_matrix",
                        "most_confused",
                        "top_losses",
                        "notes",
                        "classes_not_in_train",
                        "classes_not_in_valid",
                        "report");
        assertThat(document.get("schema").asString()).isEqualTo("drydock.evaluate/1");
        assertThat(document.get("confusion_matrix").toString()).isEqualTo("[[1,1],[0,2]]");
        assertThat(document.get("accuracy").get("value").asDouble()).isEqualTo(0.75);
        assertThat(document.get("most_confused").toString())
                .isEqualTo("[{\"label\":\"1\",\"predicted\":\"5\",\"count\":1}]");
        assertThat(document.get("top_losses").get(0).propertyNames())
                .containsExactly("image", "label", "predicted", "p_label", "p_predicted", "loss");
        assertThat(document.get("labels").toString()).isEqualTo("{\"journal_position\":1,\"edited_since_split\":0}");
    }

    @Test
    void aTrainingThatLostWhatItsHeadHadLearnedSaysSo() {
        Evaluation evaluation = evaluation(0, List.of("0001-x: Weighted F1 fell & rose."));

        assertThat(EvaluationPage.of(evaluation, List.of()).document())
                .contains("0001-x: Weighted F1 fell &amp; rose.");
        assertThat(EvaluateJson.of(evaluation).get("notes").toString())
                .isEqualTo("[\"0001-x: Weighted F1 fell & rose.\"]");
    }

    @Test
    void classesWithoutAnImageInAPartAreNamed() {
        Evaluation evaluation = evaluation(0, List.of(), new UnseenClasses(List.of(), List.of("5")));

        assertThat(EvaluationPage.of(evaluation, List.of()).document())
                .contains("Valid has no image of class &lt;b&gt;Tankers&lt;/b&gt; (5): not measured");
        assertThat(EvaluateJson.of(evaluation).get("classes_not_in_valid").toString())
                .isEqualTo("[\"5\"]");
        assertThat(EvaluateJson.of(evaluation).get("classes_not_in_train").toString())
                .isEqualTo("[]");
        assertThat(new UnseenClasses(List.of("1", "5"), List.of()).notes(classes))
                .containsExactly("Train has no image of 2 classes: Cargo (1), <b>Tankers</b> (5): not learned.");
    }

    private Evaluation evaluation(int edited, List<String> notes) {
        return evaluation(edited, notes, new UnseenClasses(List.of(), List.of()));
    }

    private Evaluation evaluation(int edited, List<String> notes, UnseenClasses unseen) {
        Scores scores = Scores.of(labels, probabilities, 1, 50);
        List<TopLoss> top = TopLosses.of(labels, probabilities, 2);
        return new Evaluation(
                List.of("0001-x"),
                Part.VALID,
                1,
                "",
                0,
                false,
                1,
                edited,
                classes,
                scores,
                MostConfused.of(scores.confusion(), 1),
                top,
                notes,
                unseen,
                "runs/0001-x/report/index.html");
    }
}
