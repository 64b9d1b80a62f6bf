package io.drydock.workbench.duplicate;

import io.drydock.core.device.Device;
import io.drydock.explore.duplicate.ComparedImage;
import io.drydock.explore.duplicate.CopyPair;
import io.drydock.explore.duplicate.NearDuplicates;
import io.drydock.explore.duplicate.NearGroups;
import io.drydock.image.hash.GrayTile;
import io.drydock.image.store.StoredImage;
import io.drydock.image.store.TileStore;
import io.drydock.workbench.Progress;
import io.drydock.workbench.feature.Encoder;
import io.drydock.workbench.feature.FeatureView;
import io.drydock.workbench.feature.ImageFeatures;
import io.drydock.workbench.feature.WorkspaceFeatures;
import io.drydock.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The pairs of near-duplicates among a workspace's images, searched once for a set of contents and then read from the
 * cache, whatever happens to labels, parts and names. For one thread at a time.
 */
final class NearSearch {
    private final Workspace workspace;
    private final NearDuplicates search = new NearDuplicates();
    private final Encoder encoder;

    /** @param device that images are embedded on */
    NearSearch(Workspace workspace, Device device) {
        this.workspace = workspace;
        this.encoder = Encoder.standard().on(device);
    }

    /** Pairs found, as rows of the images asked about, and whether they were known. */
    record Found(List<CopyPair> pairs, boolean known) {}

    /** @param images all usable ones, dropped ones too */
    Found among(List<ComparedImage> images, Progress progress) {
        List<Integer> rows = NearGroups.distinct(images);
        List<String> contents =
                rows.stream().map(row -> images.get(row).pixelSha256()).toList();
        PairFile file = PairFile.of(
                workspace.cache().folder("duplicates"), search.settings().key() + "\n" + encoder, contents);
        Map<String, Integer> rowOf = new HashMap<>();
        for (int row : rows) {
            rowOf.put(images.get(row).pixelSha256(), row);
        }
        Optional<List<CopyPair>> known = file.read(rowOf);
        if (known.isPresent()) {
            return new Found(known.get(), true);
        }
        List<CopyPair> pairs = search(rows, images, progress);
        file.write(pairs, row -> images.get(row).pixelSha256());
        return new Found(pairs, false);
    }

    private List<CopyPair> search(List<Integer> rows, List<ComparedImage> images, Progress progress) {
        List<StoredImage> stored = rows.stream()
                .map(row -> images.get(row).copy())
                .map(copy -> new StoredImage(copy.image(), copy.sha256()))
                .toList();
        Path folder = workspace.cache().folder("tiles");
        List<Optional<GrayTile>> tiles = new TileStore(folder)
                .tiles(workspace.imageRoots(), stored, done -> progress.at("reading images", done, stored.size()));
        ImageFeatures features = new WorkspaceFeatures(workspace)
                .ofPaths(
                        encoder,
                        FeatureView.PLAIN,
                        stored.stream().map(StoredImage::image).toList(),
                        progress);
        Map<String, float[]> byImage = features.byImage();
        List<Integer> readable = new ArrayList<>();
        List<GrayTile> present = new ArrayList<>();
        List<float[]> embeddings = new ArrayList<>();
        for (int i = 0; i < stored.size(); i++) {
            if (tiles.get(i).isPresent()) {
                readable.add(rows.get(i));
                present.add(tiles.get(i).get());
                embeddings.add(byImage.getOrDefault(stored.get(i).image(), new float[0]));
            }
        }
        return search
                .pairs(
                        present,
                        embeddings.toArray(float[][]::new),
                        percent -> progress.at("comparing images", percent, 100))
                .stream()
                .map(pair -> new CopyPair(readable.get(pair.first()), readable.get(pair.second()), pair.match()))
                .toList();
    }
}
