package io.drydock.infer.speed;

import static org.assertj.core.api.Assertions.assertThat;

import io.drydock.core.data.Normalization;
import io.drydock.infer.Pictures;
import io.drydock.infer.TinyModel;
import io.drydock.infer.batch.BatchPlan;
import io.drydock.infer.onnx.OnnxFeatureExtractor;
import io.drydock.infer.onnx.SessionSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ForwardSpeedTest {
    @Test
    void bothWaysOfMeasuringCountPicturesAndTime() {
        try (OnnxFeatureExtractor extractor = OnnxFeatureExtractor.of(TinyModel.backbone(), SessionSettings.lanes(2))) {
            BatchPlan plan = BatchPlan.of(Pictures.SIZE, Normalization.HALF, extractor.width(), extractor.lanes());
            ForwardSpeed speed =
                    new ForwardSpeed(plan, (nchw, n, out) -> extractor.extract(nchw, n, Pictures.SIZE, out));

            assertThat(speed.bare(Duration.ofMillis(1200)).median()).isPositive();
            ImageRate prepared = speed.with(new Pictures(), Duration.ofMillis(1200));
            assertThat(prepared.median()).isPositive().isLessThanOrEqualTo(prepared.best());
            assertThat(prepared.images()).isPositive();
        }
    }
}
