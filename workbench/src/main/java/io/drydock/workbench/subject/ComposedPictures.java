package io.drydock.workbench.subject;

import io.drydock.core.data.ImageLocator;
import io.drydock.core.random.RandomStream;
import io.drydock.image.compose.Composite;
import io.drydock.image.decode.ImageDecoder;
import io.drydock.image.decode.Pixels;
import io.drydock.image.hash.ContentHash;
import io.drydock.image.hash.KnownPicture;
import io.drydock.image.resize.Resizer;
import io.drydock.infer.batch.PixelSource;
import io.drydock.infer.cache.FeatureCache;
import io.drydock.infer.cache.FeatureSettings;
import io.drydock.workbench.Progress;
import io.drydock.workbench.audit.AuditedImage;
import io.drydock.workbench.feature.Encoder;
import io.drydock.workbench.feature.OpenEncoder;
import io.drydock.workspace.Workspace;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Embeddings of pictures that are put together from a set's own: computed once, kept beside the others in the cache by the
 * contents they come from. For one thread at a time.
 */
public final class ComposedPictures {
    private static final String VERSION = "drydock.composite/1";
    private static final List<Composite> KINDS = List.of(Composite.values());

    private final Workspace workspace;
    private final List<AuditedImage> sources;

    /** @param sources in a random order; each is composed with the next, the last with the first */
    public ComposedPictures(Workspace workspace, List<AuditedImage> sources) {
        this.workspace = workspace;
        this.sources = List.copyOf(sources);
    }

    /** Embeddings of every composite of every source, [sources][width]; an empty row where a picture could not be read. */
    public Map<Composite, float[][]> features(Encoder encoder, Progress progress) {
        try (OpenEncoder open = encoder.open(Runtime.getRuntime().availableProcessors())) {
            FeatureSettings settings = open.settings();
            List<String> keys = new ArrayList<>();
            for (Composite kind : KINDS) {
                for (int i = 0; i < sources.size(); i++) {
                    keys.add(key(kind, i));
                }
            }
            float[][] rows = new FeatureCache(workspace.cache().folder("features"), workspace.cache()::touch)
                    .features(
                            settings,
                            0,
                            keys,
                            pictures(settings),
                            open.extractor(),
                            (done, total) -> progress.at("looking at composed pictures", done, total))
                    .rows();
            Map<Composite, float[][]> features = new EnumMap<>(Composite.class);
            for (int k = 0; k < KINDS.size(); k++) {
                features.put(KINDS.get(k), Arrays.copyOfRange(rows, k * sources.size(), (k + 1) * sources.size()));
            }
            return features;
        }
    }

    private PixelSource pictures(FeatureSettings settings) {
        ImageLocator files = workspace.imageRoots();
        ImageDecoder decoder = new ImageDecoder();
        Resizer resizer = new Resizer(settings.resize(), settings.stored());
        return index -> {
            Composite kind = KINDS.get(index / sources.size());
            int source = index % sources.size();
            Pixels picture = read(decoder, resizer, files, source);
            Pixels other = read(decoder, resizer, files, (source + 1) % sources.size());
            long content = Long.parseUnsignedLong(sources.get(source).sha256().substring(0, 16), 16);
            return kind.of(picture, other, RandomStream.of(0, kind.name(), content));
        };
    }

    private Pixels read(ImageDecoder decoder, Resizer resizer, ImageLocator files, int source) {
        return resizer.apply(KnownPicture.decode(
                        decoder,
                        files.resolve(sources.get(source).image()),
                        sources.get(source).sha256())
                .pixels());
    }

    private String key(Composite kind, int source) {
        String text = String.join(
                "\n",
                VERSION,
                kind.name(),
                sources.get(source).sha256(),
                sources.get((source + 1) % sources.size()).sha256());
        return ContentHash.ofBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
