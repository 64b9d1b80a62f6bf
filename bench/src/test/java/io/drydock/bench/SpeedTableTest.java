package io.drydock.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpeedTableTest {
    private static Measurement ours(Variant variant, int batch, double rate) {
        return Measurement.ofRates("m", "140x210", batch, variant.what(), variant.description(), rate, rate);
    }

    private static Measurement peer(String what, String variant, int batch, double rate) {
        return Measurement.read("{\"engine\": \"torch 2\", \"threads\": 2, \"model\": \"m\", \"size\": \"140x210\","
                + " \"batch\": " + batch + ", \"what\": \"" + what + "\", \"variant\": \"" + variant
                + "\", \"img_per_s_median\": " + rate + ", \"img_per_s_best\": " + rate + ", \"batches\": 3}");
    }

    @Test
    void eachOfOursIsHeldAgainstThePeersSameWorkAndBatch() {
        List<Measurement> all = List.of(
                ours(Variant.TRAIN_FIXED, 64, 30),
                ours(Variant.TRAIN_SAME, 64, 19),
                ours(Variant.FROZEN, 0, 100),
                ours(Variant.PREDICT, 0, 95),
                peer("train", "nchw", 32, 1),
                peer("train", "nchw", 64, 10),
                peer("train", "channels_last", 64, 20),
                peer("frozen", "nchw", 64, 25),
                peer("predict", "nchw", 64, 50),
                peer("predict", "onnxruntime 1.2", 64, 100));

        assertThat(all.stream()
                        .filter(Measurement::isOurs)
                        .map(line -> line.median()
                                / Variant.peerOf(line, all).orElseThrow().median()))
                .containsExactly(3.0, 0.95, 4.0, 0.95);
        assertThat(SpeedTable.of(all)).contains("3.00").contains("train channels_last");
    }

    @Test
    void withoutAPeerThereIsNoRatio() {
        List<Measurement> all = List.of(ours(Variant.TRAIN_FIXED, 64, 30));

        assertThat(Variant.peerOf(all.get(0), all)).isEmpty();
        assertThat(Measurement.read(all.get(0).json())).isEqualTo(all.get(0));
    }
}
