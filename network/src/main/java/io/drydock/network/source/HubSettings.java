package io.drydock.network.source;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How to reach the Hugging Face hub, read from the environment as its own client does.
 *
 * @param cache folder of {@code models--owner--name} folders, shared with the hub's own client
 * @param endpoint address of the hub
 * @param token sent to that address and to no other
 * @param offline whether only the cache may be used
 * @param patience how long the hub may take to connect, to answer, and to send more of a file
 * @param proxies that stand before it
 */
public record HubSettings(
        Path cache, URI endpoint, Optional<String> token, boolean offline, Duration patience, ProxyRules proxies) {
    private static final Duration USUAL_PATIENCE = Duration.ofSeconds(30);
    private static final Set<String> TRUE = Set.of("1", "ON", "YES", "TRUE");

    /** With the usual patience and no proxy. */
    public HubSettings(Path cache, URI endpoint, Optional<String> token, boolean offline) {
        this(cache, endpoint, token, offline, USUAL_PATIENCE, ProxyRules.NONE);
    }

    /**
     * Reads {@code HF_HOME}, {@code HF_HUB_CACHE}, {@code HF_ENDPOINT}, {@code HF_TOKEN} (or the token file that
     * {@code hf auth login} leaves), {@code HF_HUB_OFFLINE}, {@code HF_HUB_DOWNLOAD_TIMEOUT} in seconds, and
     * {@code HTTPS_PROXY}, {@code HTTP_PROXY}, {@code ALL_PROXY} and {@code NO_PROXY}.
     *
     * @param userHome the user's home folder, under which the cache lies unless told otherwise
     */
    public static HubSettings from(Map<String, String> environment, Path userHome) {
        Path home = set(environment, "HF_HOME")
                .map(text -> path(text, userHome))
                .orElseGet(() -> set(environment, "XDG_CACHE_HOME")
                        .map(text -> path(text, userHome))
                        .orElse(userHome.resolve(".cache"))
                        .resolve("huggingface"));
        Path cache = set(environment, "HF_HUB_CACHE")
                .or(() -> set(environment, "HUGGINGFACE_HUB_CACHE"))
                .map(text -> path(text, userHome))
                .orElse(home.resolve("hub"));
        String endpoint =
                set(environment, "HF_ENDPOINT").orElse("https://huggingface.co").replaceFirst("/+$", "");
        Path tokenFile = set(environment, "HF_TOKEN_PATH")
                .map(text -> path(text, userHome))
                .orElse(home.resolve("token"));
        Optional<String> token = set(environment, "HF_TOKEN")
                .or(() -> set(environment, "HUGGING_FACE_HUB_TOKEN"))
                .or(() -> read(tokenFile));
        boolean offline = isTrue(environment, "HF_HUB_OFFLINE") || isTrue(environment, "TRANSFORMERS_OFFLINE");
        Duration patience = set(environment, "HF_HUB_DOWNLOAD_TIMEOUT")
                .filter(text -> text.matches("[1-9]\\d{0,5}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .orElse(USUAL_PATIENCE);
        return new HubSettings(cache, URI.create(endpoint), token, offline, patience, ProxyRules.from(environment));
    }

    private static Optional<String> set(Map<String, String> environment, String key) {
        return Optional.ofNullable(environment.get(key)).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static boolean isTrue(Map<String, String> environment, String key) {
        return set(environment, key)
                .filter(text -> TRUE.contains(text.toUpperCase(Locale.ROOT)))
                .isPresent();
    }

    private static Path path(String text, Path userHome) {
        return text.startsWith("~/") ? userHome.resolve(text.substring(2)) : Path.of(text);
    }

    private static Optional<String> read(Path file) {
        try {
            return Files.isRegularFile(file)
                    ? Optional.of(Files.readString(file).strip()).filter(text -> !text.isEmpty())
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Without the token, which must not end up in a log. */
    @Override
    public String toString() {
        return "HubSettings[cache=" + cache + ", endpoint=" + endpoint + ", token="
                + (token.isPresent() ? "set" : "none") + ", offline=" + offline + ", patience=" + patience
                + ", proxies=" + proxies + "]";
    }
}
