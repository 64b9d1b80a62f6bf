package io.drydock.network.source;

import io.drydock.core.error.WeightsException;
import io.drydock.network.weights.Safetensors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Weights of timm's repositories on the Hugging Face hub, kept in the cache that the hub's own client uses. Every
 * content is checked against the hash that the hub states; what was fetched in part is gone on with. Safe for use
 * by many threads.
 */
public final class HubWeights {
    private static final String WEIGHTS = "model.safetensors";
    private static final String CONFIG = "config.json";

    private final HubSettings settings;
    private final HubClient client;
    private final Progress progress;

    /** Hears of bytes as they arrive. */
    @FunctionalInterface
    public interface Progress {
        /**
         * More of a file has arrived.
         *
         * @param totalBytes -1 when the hub does not say
         */
        void received(String file, long receivedBytes, long totalBytes);
    }

    /**
     * Files of a repository on this machine.
     *
     * @param sha256 that the cache promises of the weights
     */
    public record Cached(Path weights, String sha256) {}

    public HubWeights(HubSettings settings, Progress progress) {
        this.settings = settings;
        this.client = new HubClient(settings);
        this.progress = progress;
    }

    /** With settings from this process's environment, telling nobody of progress. */
    public static HubWeights ofEnvironment() {
        return new HubWeights(
                HubSettings.from(System.getenv(), Path.of(System.getProperty("user.home"))),
                (file, received, total) -> {});
    }

    /** What this was made with. */
    public HubSettings settings() {
        return settings;
    }

    /** The same hub, telling {@code listener} of progress. */
    public HubWeights reporting(Progress listener) {
        return new HubWeights(settings, listener);
    }

    /** The weights of a repository that are already on this machine; asks nobody. */
    public Optional<Cached> cached(String repository) {
        HubCache cache = new HubCache(settings.cache(), repository);
        return cache.file(WEIGHTS)
                .filter(file -> cache.file(CONFIG).isPresent())
                .map(HubWeights::cachedFile);
    }

    /** Fetches weights and configuration unless they are here and still current; the path of the weights. */
    public Path pull(String repository) {
        file(repository, CONFIG);
        return file(repository, WEIGHTS);
    }

    /**
     * Fetches if need be, and reads.
     *
     * @throws WeightsException saying what stood in the way and what to do
     */
    public LoadedWeights load(String repository) {
        HubConfig config = HubConfig.read(file(repository, CONFIG));
        Path weights = file(repository, WEIGHTS);
        return new LoadedWeights(
                Safetensors.read(weights),
                config.normalization(),
                config.interpolation(),
                repository + " of " + settings.endpoint(),
                cachedFile(weights).sha256());
    }

    /**
     * Reads the weights on this machine again and compares their hash with the one they were stored under.
     *
     * @return whether they are intact
     * @throws WeightsException if they are not on this machine
     */
    public boolean verify(String repository) {
        Cached cached = cached(repository).orElseThrow(() -> notHere(repository, WEIGHTS, "They were never fetched"));
        try {
            return HubFile.hashLike(cached.sha256(), cached.weights()).equals(cached.sha256());
        } catch (IOException e) {
            throw WeightsException.failed("Could not read " + cached.weights() + ": " + e.getMessage() + ".", e);
        }
    }

    private Path file(String repository, String name) {
        checkName(repository);
        HubCache cache = new HubCache(settings.cache(), repository);
        if (settings.offline()) {
            return cache.file(name).orElseThrow(() -> notHere(repository, name, "HF_HUB_OFFLINE is set"));
        }
        HubFile file;
        try {
            file = client.describe(repository, name);
        } catch (IOException e) {
            return cache.file(name)
                    .orElseThrow(() -> WeightsException.failed(
                            missing(repository, name, settings.endpoint() + " cannot be reached (" + reason(e) + ")"),
                            e));
        }
        return fetched(cache, file);
    }

    private synchronized Path fetched(HubCache cache, HubFile file) {
        try {
            return cache.locked(file.etag(), () -> {
                Path blob = cache.blob(file.etag());
                if (!blob.toFile().isFile()) {
                    new HubDownload(client, file, progress).into(cache.incomplete(file.etag()), blob);
                }
                return cache.link(file);
            });
        } catch (IOException e) {
            throw WeightsException.failed(
                    "Could not write to the cache " + settings.cache() + ": " + e.getMessage() + ".", e);
        }
    }

    private static Cached cachedFile(Path link) {
        try {
            Path real = link.toRealPath();
            return new Cached(link, real.getFileName().toString());
        } catch (IOException e) {
            throw WeightsException.failed("Could not read " + link + ": " + e.getMessage() + ".", e);
        }
    }

    private WeightsException notHere(String repository, String name, String why) {
        return new WeightsException(missing(repository, name, why));
    }

    private String missing(String repository, String name, String why) {
        return (why + ", and " + name + " of " + repository + " is not in the cache " + settings.cache()
                + ". Fetch it where there is a connection (`drydock weights pull`), or name a file with"
                + " --weights FILE.safetensors.");
    }

    private static void checkName(String repository) {
        if (!repository.matches("[A-Za-z0-9][A-Za-z0-9._-]*/[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw new WeightsException("\"" + repository + "\" is not a repository; write OWNER/NAME.");
        }
    }

    private static String reason(IOException e) {
        return Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName());
    }
}
