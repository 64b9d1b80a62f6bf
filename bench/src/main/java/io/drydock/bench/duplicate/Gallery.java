package io.drydock.bench.duplicate;

import io.drydock.core.data.ImageSize;
import io.drydock.core.random.RandomStream;
import io.drydock.image.decode.ImageDecoder;
import io.drydock.image.decode.Pixels;
import io.drydock.image.hash.ContentHash;
import io.drydock.image.hash.GrayTile;
import io.drydock.image.resize.ResizeMode;
import io.drydock.image.resize.Resizer;
import io.drydock.infer.batch.PixelSource;
import io.drydock.infer.batch.Progress;
import io.drydock.infer.cache.FeatureCache;
import io.drydock.infer.cache.FeatureSettings;
import io.drydock.infer.onnx.OnnxFeatureExtractor;
import io.drydock.infer.onnx.SessionSettings;
import io.drydock.network.Model;
import io.drydock.network.graph.GlobalPool;
import io.drydock.network.graph.Network;
import io.drydock.network.rewrite.Cut;
import io.drydock.network.rewrite.FoldBatchNorm;
import io.drydock.network.weights.BundledBackbone;
import io.drydock.network.zoo.ModelInfo;
import io.drydock.network.zoo.ModelZoo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Pictures by name with the tiles and embeddings that the search works on.
 *
 * @param tiles [n]
 * @param features [n][d]
 */
record Gallery(List<String> names, List<GrayTile> tiles, float[][] features) {
    private static final ImageSize SIZE = new ImageSize(140, 210);
    private static final Resizer RESIZER = new Resizer(ResizeMode.SQUISH, SIZE);

    /** All pictures of a folder by name. */
    static Gallery of(Path folder, Path cache) {
        try (Stream<Path> listed = Files.list(folder)) {
            List<Path> files = listed.filter(Files::isRegularFile).sorted().toList();
            return of(
                    files.stream().map(file -> file.getFileName().toString()).toList(),
                    i -> {
                        try {
                            return Files.readAllBytes(files.get(i));
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    },
                    cache);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Copies of chosen pictures, their strengths drawn by picture. */
    static Gallery copies(Distortion distortion, Path folder, List<String> sources, long seed, Path cache) {
        ImageDecoder decoder = new ImageDecoder();
        List<byte[]> files = sources.parallelStream()
                .map(source -> {
                    long content = source.hashCode();
                    RandomStream random = RandomStream.of(seed, distortion.name(), content);
                    return distortion.file(
                            decoder.decode(folder.resolve(source)).pixels(), random);
                })
                .toList();
        return of(sources, files::get, cache);
    }

    private interface Contents {
        byte[] bytes(int index);
    }

    private static Gallery of(List<String> names, Contents files, Path cache) {
        ImageDecoder decoder = new ImageDecoder();
        String[] sha256 = new String[names.size()];
        GrayTile[] tiles = new GrayTile[names.size()];
        IntStream.range(0, names.size()).parallel().forEach(i -> {
            byte[] bytes = files.bytes(i);
            sha256[i] = ContentHash.ofBytes(bytes);
            tiles[i] = GrayTile.of(decoder.decode(bytes).pixels());
        });
        PixelSource source = i -> {
            Pixels pixels = decoder.decode(files.bytes(i)).pixels();
            return RESIZER.apply(pixels);
        };
        return new Gallery(names, List.of(tiles), features(List.of(sha256), source, cache));
    }

    private static float[][] features(List<String> sha256, PixelSource source, Path cache) {
        Network network = ModelZoo.create(BundledBackbone.MODEL);
        ModelInfo info = ModelZoo.info(BundledBackbone.MODEL);
        Model body =
                Cut.backbone(FoldBatchNorm.apply(new Model(network, BundledBackbone.load())), GlobalPool.Kind.AVERAGE);
        FeatureSettings settings =
                FeatureSettings.plain(FeatureSettings.hashOf(body), SIZE, ResizeMode.SQUISH, info.normalization());
        SessionSettings lanes = SessionSettings.lanes(Runtime.getRuntime().availableProcessors());
        try (OnnxFeatureExtractor extractor = OnnxFeatureExtractor.of(body, lanes)) {
            return new FeatureCache(cache)
                    .features(settings, 0, sha256, source, extractor, Progress.NONE)
                    .rows();
        }
    }

    /** This and another, one after the other. */
    Gallery with(Gallery other) {
        List<String> allNames = new ArrayList<>(names);
        allNames.addAll(other.names);
        List<GrayTile> allTiles = new ArrayList<>(tiles);
        allTiles.addAll(other.tiles);
        float[][] allFeatures = Arrays.copyOf(features, allNames.size());
        System.arraycopy(other.features, 0, allFeatures, features.length, other.features.length);
        return new Gallery(allNames, allTiles, allFeatures);
    }

    int size() {
        return names.size();
    }
}
