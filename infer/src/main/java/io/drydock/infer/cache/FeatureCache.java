package io.drydock.infer.cache;

import io.drydock.core.random.RandomStream;
import io.drydock.image.augment.Augmenter;
import io.drydock.image.store.PixelStore;
import io.drydock.image.store.StoredImage;
import io.drydock.infer.FeatureExtractor;
import io.drydock.infer.batch.BatchPipeline;
import io.drydock.infer.batch.BatchPlan;
import io.drydock.infer.batch.PixelSource;
import io.drydock.infer.batch.Progress;
import io.drydock.infer.batch.SkippedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Pooled features on disk, so that a frozen body is run once for each view and never again: a second head, another
 * fold or a changed label costs a read. One file a view in the folder; any file may be deleted at any time.
 * For one thread at a time.
 */
public final class FeatureCache {
    private final Path folder;
    private final Consumer<Path> used;

    /**
     * A cache in a folder.
     *
     * @param folder where the files go; made when needed
     */
    public FeatureCache(Path folder) {
        this(folder, file -> {});
    }

    /**
     * A cache in a folder that somebody keeps within a budget.
     *
     * @param used told of each file whose rows are read
     */
    public FeatureCache(Path folder, Consumer<Path> used) {
        this.folder = folder;
        this.used = used;
    }

    /** The file of a view. */
    public Path file(FeatureSettings settings, int view) {
        return folder.resolve(settings.digest(view).substring(0, 40) + ".features");
    }

    /**
     * The features of pictures in a view, read where known and computed where not. The augmentation of a picture is drawn
     * from the stream (seed, view, content), so it does not depend on the order of pictures, their part or the threads.
     *
     * @param view 0 or more; without augmentation all views are the same
     * @param sha256 content hash of each picture, lower-case hex
     * @param source the stored picture of an index, of the size in the settings when there is no augmentation
     * @param extractor of the backbone that the settings name
     * @throws io.drydock.core.error.WorkspaceException if the folder cannot be read or written
     */
    public Features features(
            FeatureSettings settings,
            int view,
            List<String> sha256,
            PixelSource source,
            FeatureExtractor extractor,
            Progress progress) {
        Path path = file(settings, view);
        try (FeatureFile file = new FeatureFile(path, settings.digest(view), extractor.width())) {
            Map<String, float[]> known = file.read();
            if (!known.isEmpty()) {
                used.accept(path);
            }
            List<Integer> missing = firstOfEachUnknown(sha256, known);
            Map<String, SkippedImage> skipped = new LinkedHashMap<>();
            if (!missing.isEmpty()) {
                file.repair();
                compute(settings, view, sha256, source, extractor, progress, missing, known, skipped, file);
            }
            return assemble(sha256, known, skipped, missing.size() - skipped.size());
        }
    }

    /**
     * The same for images of a pixel store.
     *
     * @param images paths and content hashes, in the order of the result
     */
    public Features features(
            FeatureSettings settings,
            int view,
            List<StoredImage> images,
            PixelStore store,
            FeatureExtractor extractor,
            Progress progress) {
        List<String> sha256 = images.stream().map(StoredImage::sha256).toList();
        List<String> paths = images.stream().map(StoredImage::image).toList();
        return features(settings, view, sha256, PixelSource.of(store, paths), extractor, progress);
    }

    private static List<Integer> firstOfEachUnknown(List<String> sha256, Map<String, float[]> known) {
        Map<String, Integer> first = new LinkedHashMap<>();
        for (int i = 0; i < sha256.size(); i++) {
            if (!known.containsKey(sha256.get(i))) {
                first.putIfAbsent(sha256.get(i), i);
            }
        }
        return List.copyOf(first.values());
    }

    private static void compute(
            FeatureSettings settings,
            int view,
            List<String> sha256,
            PixelSource source,
            FeatureExtractor extractor,
            Progress progress,
            List<Integer> missing,
            Map<String, float[]> known,
            Map<String, SkippedImage> skipped,
            FeatureFile file) {
        BatchPlan plan = BatchPlan.of(settings.size(), settings.normalization(), extractor.width(), extractor.lanes());
        BatchPipeline pipeline =
                new BatchPipeline(plan, (nchw, n, out) -> extractor.extract(nchw, n, settings.size(), out));
        PixelSource views = views(settings, view, sha256, source);
        List<SkippedImage> bad = pipeline.run(
                missing.size(),
                index -> views.pixels(missing.get(index)),
                (index, row) -> {
                    String content = sha256.get(missing.get(index));
                    known.put(content, row.clone());
                    file.add(content, row);
                },
                progress);
        for (SkippedImage image : bad) {
            int index = missing.get(image.index());
            skipped.put(sha256.get(index), new SkippedImage(index, image.message()));
        }
    }

    private static PixelSource views(FeatureSettings settings, int view, List<String> sha256, PixelSource source) {
        if (settings.isPlain()) {
            return source;
        }
        Augmenter augmenter = new Augmenter(settings.augmentation(), settings.size());
        return index -> {
            long content = Long.parseUnsignedLong(sha256.get(index).substring(0, 16), 16);
            return augmenter.view(
                    source.pixels(index), RandomStream.of(settings.seed(), "augmentation", view, content));
        };
    }

    private static Features assemble(
            List<String> sha256, Map<String, float[]> known, Map<String, SkippedImage> skipped, int computed) {
        float[][] rows = new float[sha256.size()][];
        List<SkippedImage> left = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            String content = sha256.get(i);
            SkippedImage bad = skipped.get(content);
            if (bad == null) {
                rows[i] = known.getOrDefault(content, new float[0]);
            } else {
                rows[i] = new float[0];
                left.add(new SkippedImage(i, bad.message()));
            }
        }
        return new Features(rows, left, computed);
    }
}
