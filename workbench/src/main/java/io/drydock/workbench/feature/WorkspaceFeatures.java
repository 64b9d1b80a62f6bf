package io.drydock.workbench.feature;

import io.drydock.core.data.FileProblem;
import io.drydock.core.data.ImageLocator;
import io.drydock.image.decode.ImageDecoder;
import io.drydock.image.resize.Resizer;
import io.drydock.infer.batch.FileSource;
import io.drydock.infer.batch.SkippedImage;
import io.drydock.infer.cache.FeatureCache;
import io.drydock.infer.cache.FeatureSettings;
import io.drydock.infer.cache.Features;
import io.drydock.workbench.Progress;
import io.drydock.workbench.predict.UnreadImage;
import io.drydock.workspace.Workspace;
import io.drydock.workspace.image.ImageList;
import io.drydock.workspace.image.StoredImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Embeddings of a workspace's images: read from its cache where known, computed by the encoder where not, and kept by
 * content, so that labels, parts and names may change at no cost. For one thread at a time.
 */
public final class WorkspaceFeatures {
    private final Workspace workspace;

    public WorkspaceFeatures(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Images of all lists that can be used, dropped ones too: labelled in import order, those to predict, the pool. */
    public List<StoredImage> usable() {
        Map<String, StoredImage> images = new LinkedHashMap<>();
        for (ImageList list : List.of(ImageList.LABELED, ImageList.TEST, ImageList.POOL)) {
            workspace.images().usable(list).forEach(image -> images.putIfAbsent(image.path(), image));
        }
        return List.copyOf(images.values());
    }

    /** Embeddings of all usable images of the workspace. */
    public ImageFeatures of(Encoder encoder, FeatureView view, Progress progress) {
        return of(encoder, view, usable(), progress);
    }

    /** Embeddings of images named by their paths. */
    public ImageFeatures ofPaths(Encoder encoder, FeatureView view, List<String> paths, Progress progress) {
        Map<String, StoredImage> known = new HashMap<>();
        usable().forEach(image -> known.put(image.path(), image));
        List<StoredImage> wanted = new ArrayList<>();
        for (String path : paths) {
            StoredImage image = known.get(path);
            if (image == null) {
                throw new IllegalArgumentException(path + " is no usable image of the workspace");
            }
            wanted.add(image);
        }
        return of(encoder, view, wanted, progress);
    }

    /**
     * Embeddings of some images.
     *
     * @param images in the order of the result
     * @throws io.drydock.core.error.WeightsException if the encoder's weights cannot be had
     * @throws io.drydock.core.error.WorkspaceException if the cache cannot be read or written
     */
    public ImageFeatures of(Encoder encoder, FeatureView view, List<StoredImage> images, Progress progress) {
        int cores = Runtime.getRuntime().availableProcessors();
        try (OpenEncoder open = encoder.open(cores)) {
            FeatureSettings settings = view.of(open.settings());
            ImageLocator files = workspace.imageRoots();
            List<Path> paths =
                    images.stream().map(image -> files.resolve(image.path())).toList();
            List<String> contents = images.stream().map(StoredImage::sha256).toList();
            FileSource source = new FileSource(
                    new ImageDecoder(), new Resizer(settings.resize(), settings.stored()), paths, contents);
            Features features = new FeatureCache(workspace.cache().folder("features"), workspace.cache()::touch)
                    .features(
                            settings,
                            0,
                            contents,
                            source,
                            open.extractor(),
                            (done, total) -> progress.at("features by " + encoder.name(), done, total));
            return readable(encoder, images, features, workspace.changedImages().all());
        }
    }

    private static ImageFeatures readable(
            Encoder encoder, List<StoredImage> images, Features features, Map<String, FileProblem> changed) {
        List<String> paths = new ArrayList<>();
        List<String> contents = new ArrayList<>();
        List<float[]> rows = new ArrayList<>();
        for (int i = 0; i < images.size(); i++) {
            if (features.rows()[i].length > 0
                    && !changed.containsKey(images.get(i).path())) {
                paths.add(images.get(i).path());
                contents.add(images.get(i).sha256());
                rows.add(features.rows()[i]);
            }
        }
        List<UnreadImage> skipped = new ArrayList<>();
        for (StoredImage image : images) {
            Optional.ofNullable(changed.get(image.path()))
                    .ifPresent(problem -> skipped.add(new UnreadImage(image.path(), problem.message())));
        }
        for (SkippedImage image : features.skipped()) {
            String path = images.get(image.index()).path();
            if (!changed.containsKey(path)) {
                skipped.add(new UnreadImage(path, image.message()));
            }
        }
        return new ImageFeatures(
                encoder.name(), paths, contents, rows.toArray(float[][]::new), skipped, features.computed());
    }
}
