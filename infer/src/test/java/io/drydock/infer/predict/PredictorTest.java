package io.drydock.infer.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.drydock.core.data.Normalization;
import io.drydock.core.error.ConfigException;
import io.drydock.core.predict.Probabilities;
import io.drydock.image.decode.Pixels;
import io.drydock.infer.Pictures;
import io.drydock.infer.TinyModel;
import io.drydock.infer.batch.PixelSource;
import io.drydock.infer.batch.Progress;
import io.drydock.infer.onnx.OnnxClassifier;
import io.drydock.infer.onnx.SessionSettings;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PredictorTest {
    private static final List<String> CODES = List.of("1", "2", "3", "4", "5");

    @Test
    void severalViewsAreTheMeanOfTheirSoftmaxes() {
        TestTimeAugmentation five = new TestTimeAugmentation(5);
        Probabilities mean = predict(five, 6, new Pictures()).probabilities();

        for (int c = 0; c < CODES.size(); c++) {
            double sum = 0;
            for (int view = 0; view < 5; view++) {
                int v = view;
                PixelSource one = index -> five.view(Pictures.noise(index), v);
                sum += predict(TestTimeAugmentation.NONE, 6, one)
                        .probabilities()
                        .at(3, c);
            }
            assertThat(mean.at(3, c)).isCloseTo(sum / 5, within(1e-6));
        }
    }

    @Test
    void theMirrorImageGivesTheSameAnswerWithTwoViews() {
        TestTimeAugmentation two = new TestTimeAugmentation(2);
        Prediction plain = predict(two, 4, new Pictures());
        Prediction mirrored = predict(two, 4, index -> Mirror.of(Pictures.noise(index)));

        for (int c = 0; c < CODES.size(); c++) {
            assertThat(mirrored.probabilities().at(2, c))
                    .isCloseTo(plain.probabilities().at(2, c), within(1e-9));
        }
    }

    @Test
    void predictionsAreEqualOnEveryRun() {
        TestTimeAugmentation four = new TestTimeAugmentation(4);
        Probabilities first = predict(four, 23, new Pictures()).probabilities();
        Probabilities second = predict(four, 23, new Pictures()).probabilities();

        for (int i = 0; i < 23; i++) {
            assertThat(second.row(i)).isEqualTo(first.row(i));
        }
    }

    @Test
    void aBrokenImageIsListedOnceAndTheOthersKeepTheirOrder() {
        Prediction prediction = predict(new TestTimeAugmentation(3), 5, new Pictures(1));

        assertThat(prediction.skipped())
                .containsExactly(new Prediction.Skipped("ships/1.jpg", "picture 1 is cut short"));
        assertThat(prediction.probabilities().images())
                .containsExactly("ships/0.jpg", "ships/2.jpg", "ships/3.jpg", "ships/4.jpg");
    }

    @Test
    void theViewsOfAPictureAreMadeFromOneDecoding() {
        Pictures pictures = new Pictures();

        predict(new TestTimeAugmentation(8), 6, pictures);

        assertThat(pictures.asked()).isEqualTo(6);
    }

    @Test
    void theThirdViewAndLaterAreMildZooms() {
        TestTimeAugmentation many = new TestTimeAugmentation(8);
        Pixels flat = new Pixels(4, 6, filled(4 * 6 * 3, 77));

        for (int view = 0; view < 8; view++) {
            assertThat(many.view(flat, view).rgb()).isEqualTo(flat.rgb());
            assertThat(many.view(Pictures.noise(1), view).rgb())
                    .isEqualTo(many.view(Pictures.noise(1), view).rgb());
        }
        assertThat(many.view(Pictures.noise(1), 2).rgb())
                .isNotEqualTo(many.view(Pictures.noise(1), 4).rgb());
    }

    @Test
    void anImpossibleNumberOfViewsNamesTheOption() {
        assertThatThrownBy(() -> new TestTimeAugmentation(0))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("--tta 0");
    }

    private static byte[] filled(int size, int value) {
        byte[] bytes = new byte[size];
        java.util.Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    private static Prediction predict(TestTimeAugmentation views, int count, PixelSource source) {
        try (OnnxClassifier classifier = OnnxClassifier.of(TinyModel.concatPool(), SessionSettings.lanes(2))) {
            List<String> images = IntStream.range(0, count)
                    .mapToObj(i -> "ships/" + i + ".jpg")
                    .toList();
            return new Predictor(classifier, CODES, Pictures.SIZE, Normalization.HALF, views)
                    .predict(images, source, Progress.NONE);
        }
    }
}
