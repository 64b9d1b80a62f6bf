package io.drydock.train.loop;

import static org.bytedeco.pytorch.global.torch.from_blob;

import io.drydock.core.data.ImageSize;
import io.drydock.core.data.LabeledImage;
import io.drydock.core.data.Normalization;
import io.drydock.core.error.DrydockException;
import io.drydock.core.error.TrainingException;
import io.drydock.core.random.RandomStream;
import io.drydock.core.thread.DaemonThreads;
import io.drydock.image.augment.Augmentation;
import io.drydock.image.augment.Augmenter;
import io.drydock.image.decode.Pixels;
import io.drydock.image.tensor.Layout;
import io.drydock.image.tensor.PixelBatch;
import java.nio.FloatBuffer;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.Tensor;

/**
 * Batches of augmented pictures, prepared ahead by worker threads in a bounded queue while the step before computes. A view
 * depends on the seed, the epoch and the image only, never on timing. For one thread at a time.
 */
final class PictureBatches implements BatchSource {
    private final List<LabeledImage> train;
    private final List<LabeledImage> valid;
    private final PictureSource.Pictures pictures;
    private final ImageSize size;
    private final Augmenter augmenter;
    private final Normalization normalization;
    private final long seed;
    private final int batch;
    private final int ahead;
    private final ExecutorService workers;
    private final ArrayDeque<PixelBatch> free = new ArrayDeque<>();
    private final ArrayDeque<Future<Filled>> queue = new ArrayDeque<>();
    private Optional<PixelBatch> lent = Optional.empty();
    private EpochOrder order = new EpochOrder(new int[0], new int[0]);
    private int epoch;
    private int nextStep;

    /** A prepared batch. */
    private record Filled(PixelBatch pixels, int images) {}

    PictureBatches(
            TrainingData data, ImageSize size, Augmentation augmentation, long seed, int batch, int workerThreads) {
        this.train = data.train();
        this.valid = data.valid();
        this.pictures = data.pictures().at(size);
        this.size = size;
        this.augmenter = new Augmenter(augmentation, size);
        this.normalization = data.normalization();
        this.seed = seed;
        this.batch = batch;
        this.ahead = workerThreads + 1;
        this.workers = Executors.newFixedThreadPool(workerThreads, DaemonThreads.named("views"));
    }

    @Override
    public void begin(int newEpoch, EpochOrder newOrder, int fromStep) {
        giveBack();
        while (!queue.isEmpty()) {
            free.add(take().pixels());
        }
        epoch = newEpoch;
        order = newOrder;
        nextStep = fromStep;
        fill();
    }

    private void fill() {
        while (queue.size() < ahead && nextStep * batch < order.size()) {
            PixelBatch target = buffer();
            int from = nextStep * batch;
            int to = Math.min(from + batch, order.size());
            int inEpoch = epoch;
            EpochOrder images = order;
            queue.add(workers.submit(() -> {
                for (int i = from; i < to; i++) {
                    target.set(i - from, view(images, i, inEpoch));
                }
                return new Filled(target, to - from);
            }));
            nextStep++;
        }
    }

    private PixelBatch buffer() {
        PixelBatch spare = free.poll();
        return spare == null ? new PixelBatch(batch, size, normalization, Layout.NHWC) : spare;
    }

    private Pixels view(EpochOrder images, int position, int inEpoch) {
        LabeledImage image = train.get(images.images()[position]);
        long content = Long.parseUnsignedLong(image.sha256().substring(0, 16), 16);
        return augmenter.view(
                pictures.pixels(image.image()),
                RandomStream.of(seed, "augmentation", inEpoch, content, images.repeats()[position]));
    }

    @Override
    public Tensor next(int step) {
        giveBack();
        Filled filled = take();
        fill();
        lent = Optional.of(filled.pixels());
        return tensor(filled.pixels(), filled.images());
    }

    private void giveBack() {
        lent.ifPresent(free::add);
        lent = Optional.empty();
    }

    private Filled take() {
        try {
            return queue.remove().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TrainingException("Training was interrupted while it waited for a batch.", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof DrydockException known) {
                throw known;
            }
            throw new IllegalStateException("a batch could not be prepared", e.getCause());
        }
    }

    @Override
    public Tensor validation(int from, int to) {
        giveBack();
        PixelBatch target = buffer();
        for (int i = from; i < to; i++) {
            target.set(i - from, pictures.pixels(valid.get(i).image()));
        }
        lent = Optional.of(target);
        return tensor(target, to - from);
    }

    /** A channels-last view [n, 3, height, width] of the batch's own memory. */
    private Tensor tensor(PixelBatch pixels, int images) {
        FloatBuffer values = pixels.values(images);
        long height = size.height();
        long width = size.width();
        return from_blob(new FloatPointer(values), new long[] {images, 3, height, width}, new long[] {
            3 * height * width, 1, 3 * width, 3
        });
    }

    @Override
    public void close() {
        workers.shutdownNow();
        queue.clear();
        free.clear();
    }
}
