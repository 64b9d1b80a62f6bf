package io.drydock.infer.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drydock.core.data.Normalization;
import io.drydock.infer.Pictures;
import io.drydock.infer.TinyModel;
import io.drydock.infer.onnx.OnnxFeatureExtractor;
import io.drydock.infer.onnx.SessionSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class BatchPipelineTest {
    private static final int WIDTH = 2 * TinyModel.CHANNELS;

    @Test
    void everyPictureGetsItsOwnRowWhateverTheBatchAndTheThreads() {
        TreeMap<Integer, float[]> one = rows(plan(1, 1, 1), 41);
        TreeMap<Integer, float[]> many = rows(plan(8, 2, 3), 41);

        assertThat(many).hasSize(41);
        many.forEach((index, row) -> assertThat(row).isEqualTo(one.get(index)));
    }

    @Test
    void brokenPicturesAreLeftOutAndListedWithTheirReason() {
        TreeMap<Integer, float[]> rows = new TreeMap<>();
        List<SkippedImage> skipped = run(plan(4, 2, 2), 10, new Pictures(0, 4, 9), rows, Progress.NONE);

        assertThat(skipped).extracting(SkippedImage::index).containsExactly(0, 4, 9);
        assertThat(skipped.get(1).message()).isEqualTo("picture 4 is cut short");
        assertThat(rows.keySet()).containsExactly(1, 2, 3, 5, 6, 7, 8);
    }

    @Test
    void progressGrowsUpToTheTotal() {
        List<Integer> heard = new ArrayList<>();

        run(plan(4, 2, 2), 10, new Pictures(3), new TreeMap<>(), (done, total) -> heard.add(done));

        assertThat(heard).isSorted().hasSize(3).endsWith(10);
    }

    @Test
    void aFailureOfTheNetworkEndsTheJobWithThatFailure() {
        BatchPipeline pipeline = new BatchPipeline(plan(4, 2, 2), (nchw, n, out) -> {
            throw new IllegalStateException("out of memory");
        });

        assertThatThrownBy(() -> pipeline.run(100, new Pictures(), (index, row) -> {}, Progress.NONE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("out of memory");
    }

    @Test
    void whenTheListenerEndsTheJobNoForwardPassIsUnderWay() {
        AtomicInteger underWay = new AtomicInteger();
        BatchPipeline pipeline = new BatchPipeline(plan(4, 2, 2), (nchw, n, out) -> {
            underWay.incrementAndGet();
            LockSupport.parkNanos(20_000_000);
            underWay.decrementAndGet();
        });

        assertThatThrownBy(() -> pipeline.run(100, new Pictures(), (index, row) -> {}, (done, total) -> {
                    throw new CancellationException("stop");
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(underWay).hasValue(0);
    }

    @Test
    void noPicturesAreNoWork() {
        assertThat(rows(plan(4, 2, 2), 0)).isEmpty();
    }

    private static BatchPlan plan(int batch, int lanes, int workers) {
        return new BatchPlan(Pictures.SIZE, Normalization.IMAGENET, WIDTH, batch, lanes, workers);
    }

    private static TreeMap<Integer, float[]> rows(BatchPlan plan, int count) {
        TreeMap<Integer, float[]> rows = new TreeMap<>();
        run(plan, count, new Pictures(), rows, Progress.NONE);
        return rows;
    }

    private static List<SkippedImage> run(
            BatchPlan plan, int count, PixelSource source, TreeMap<Integer, float[]> rows, Progress progress) {
        try (OnnxFeatureExtractor extractor = OnnxFeatureExtractor.of(TinyModel.backbone(), SessionSettings.lanes(2))) {
            BatchPipeline pipeline =
                    new BatchPipeline(plan, (nchw, n, out) -> extractor.extract(nchw, n, plan.size(), out));
            return pipeline.run(count, source, (index, row) -> rows.put(index, row.clone()), progress);
        }
    }
}
