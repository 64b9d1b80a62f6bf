package io.drydock.network.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drydock.core.data.Normalization;
import io.drydock.core.error.WeightsException;
import io.drydock.network.weights.FloatTensor;
import io.drydock.network.weights.FormulaWeights;
import io.drydock.network.weights.Safetensors;
import io.drydock.network.weights.Sha256;
import io.drydock.network.weights.WeightSet;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubWeightsTest {
    private static final String REPOSITORY = "timm/resnet18.a1_in1k";
    private static final String CONFIG =
            "{\"architecture\":\"resnet18\",\"pretrained_cfg\":{\"interpolation\":\"bilinear\","
                    + "\"mean\":[0.5,0.5,0.5],\"std\":[0.5,0.5,0.5]}}";

    @TempDir
    Path folder;

    private HubServer server;
    private byte[] content;

    @BeforeEach
    void fillTheHub() throws IOException {
        Path file = folder.resolve("made.safetensors");
        FloatTensor tensor = FormulaWeights.weight("conv1.weight", 512, 512, 3);
        Safetensors.write(file, new WeightSet(Map.of("conv1.weight", tensor)), Map.of());
        content = Files.readAllBytes(file);
        server = new HubServer()
                .with(REPOSITORY, "model.safetensors", content)
                .with(REPOSITORY, "config.json", CONFIG.getBytes(StandardCharsets.UTF_8));
    }

    @AfterEach
    void closeTheHub() {
        server.close();
    }

    @Test
    void weightsArriveInTheCacheOfTheHubsOwnClient() throws IOException {
        LoadedWeights weights = hub().load(REPOSITORY);

        Path home = folder.resolve("hub/models--timm--resnet18.a1_in1k");
        assertThat(weights.normalization()).isEqualTo(Normalization.HALF);
        assertThat(weights.interpolation()).isEqualTo("bilinear");
        assertThat(weights.sha256()).isEqualTo(Sha256.of(content));
        assertThat(home.resolve("refs/main")).hasContent(HubServer.COMMIT);
        assertThat(home.resolve("blobs/" + Sha256.of(content))).hasBinaryContent(content);
        assertThat(home.resolve("snapshots/" + HubServer.COMMIT + "/model.safetensors"))
                .hasBinaryContent(content);
        assertThat(weights.tensors()).isEqualTo(Safetensors.read(folder.resolve("made.safetensors")));
    }

    @Test
    void whatIsHereIsNotFetchedAgain() {
        hub().pull(REPOSITORY);
        server.requests().clear();

        hub().pull(REPOSITORY);

        assertThat(server.requests()).hasSize(2).allMatch(request -> request.startsWith("hub HEAD"));
    }

    @Test
    void aHubThatStallsIsGivenUpAndGoneOnWithLater() {
        server.stallAfter(100_000);
        HubSettings impatient = new HubSettings(
                folder.resolve("hub"),
                server.endpoint(),
                Optional.empty(),
                false,
                Duration.ofMillis(400),
                ProxyRules.NONE);

        assertThatThrownBy(() -> new HubWeights(impatient, (file, received, total) -> {}).pull(REPOSITORY))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("nothing came for")
                .hasMessageContaining("after 100000 of " + content.length)
                .hasMessageContaining("it goes on from there");
        server.stallAfter(Integer.MAX_VALUE);
        server.requests().clear();

        assertThat(hub().pull(REPOSITORY)).hasBinaryContent(content);
        assertThat(server.requests()).anyMatch(request -> request.contains("bytes=100000-"));
    }

    @Test
    void requestsGoThroughTheProxyOfTheEnvironmentUnlessTheirHostIsExcepted() {
        String proxy = server.endpoint().toString().replace("http://", "http://ann:secret@");
        HubSettings settings = HubSettings.from(
                Map.of(
                        "HF_ENDPOINT",
                        "http://hub.invalid",
                        "HF_HUB_CACHE",
                        folder.resolve("hub").toString(),
                        "HTTP_PROXY",
                        proxy,
                        "NO_PROXY",
                        "example.com, 127.0.0.1"),
                folder);

        assertThat(new HubWeights(settings, (file, received, total) -> {}).pull(REPOSITORY))
                .hasBinaryContent(content);

        assertThat(server.requests())
                .filteredOn(request -> request.startsWith("hub"))
                .isNotEmpty()
                .allMatch(request -> request.contains("http://hub.invalid/" + REPOSITORY))
                .allMatch(request -> request.endsWith("for Basic YW5uOnNlY3JldA=="));
        assertThat(server.requests())
                .filteredOn(request -> request.startsWith("contents"))
                .isNotEmpty()
                .noneMatch(request -> request.contains("Basic"));
        assertThat(settings.toString()).doesNotContain("secret");
    }

    @Test
    void exceptionsFromTheProxyHoldForHostsUnderThem() {
        ProxyRules rules = ProxyRules.from(
                Map.of("https_proxy", "proxy.lan:3128", "NO_PROXY", ".internal,hub.lan:8443", "HTTP_PROXY", ""));

        assertThat(rules.proxy(URI.create("https://huggingface.co/x"))).contains(URI.create("http://proxy.lan:3128"));
        assertThat(rules.proxy(URI.create("http://huggingface.co/x"))).isEmpty();
        assertThat(rules.proxy(URI.create("https://mirror.internal/x"))).isEmpty();
        assertThat(rules.proxy(URI.create("https://hub.lan:8443/x"))).isEmpty();
        assertThat(rules.proxy(URI.create("https://hub.lan/x"))).isPresent();
        assertThat(ProxyRules.from(Map.of("ALL_PROXY", "http://p:1", "no_proxy", "*"))
                        .proxy(URI.create("https://huggingface.co")))
                .isEmpty();
    }

    @Test
    void theTokenNeverGoesToAnotherHost() {
        server.requireToken("hf_secret");

        new HubWeights(settings(Optional.of("hf_secret"), false), (file, received, total) -> {}).pull(REPOSITORY);

        assertThat(server.requests())
                .filteredOn(request -> request.startsWith("hub"))
                .allMatch(r -> r.contains("hf_secret"));
        assertThat(server.requests())
                .filteredOn(request -> request.startsWith("contents"))
                .hasSize(2)
                .noneMatch(request -> request.contains("hf_secret"));
        assertThat(settings(Optional.of("hf_secret"), false).toString()).doesNotContain("hf_secret");
    }

    @Test
    void aBrokenConnectionIsGoneOnWith() {
        server.cutAfter(1_000_000);
        assertThatThrownBy(() -> hub().load(REPOSITORY))
                .isInstanceOf(WeightsException.class)
                .hasMessageContainingAll("broke after", "of " + content.length + " bytes", "goes on from there");
        server.cutAfter(Integer.MAX_VALUE);
        List<Long> received = new ArrayList<>();

        new HubWeights(settings(Optional.empty(), false), (file, bytes, total) -> received.add(bytes)).load(REPOSITORY);

        assertThat(server.requests())
                .anyMatch(request -> request.contains("contents GET") && request.contains("bytes="));
        assertThat(received.get(0)).isGreaterThan(100_000);
        assertThat(received.get(received.size() - 1)).isEqualTo(content.length);
    }

    @Test
    void alteredContentIsRefusedAndDeleted() {
        server.damage(true);
        String repository = "timm/altered";
        server.with(repository, "config.json", CONFIG.getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> hub().pull(repository))
                .isInstanceOf(WeightsException.class)
                .hasMessageContainingAll("timm/altered/config.json", "has hash", "altered or damaged");

        assertThat(folder.resolve("hub/models--timm--altered/blobs")).isEmptyDirectory();
    }

    @Test
    void eachRefusalHasItsOwnMessage() {
        assertRefused("timm/nothing", "answered 404", "no file config.json in timm/nothing");
        server.requireToken("hf_right");
        assertRefused(REPOSITORY, "answered 401", "set HF_TOKEN");
        assertThatThrownBy(() ->
                        new HubWeights(settings(Optional.of("hf_wrong"), false), (f, r, t) -> {}).pull(REPOSITORY))
                .isInstanceOf(WeightsException.class)
                .hasMessageContainingAll("answered 401", "does not accept the token")
                .hasMessageNotContaining("hf_wrong");
        server.answerAlways(403);
        assertRefused(REPOSITORY, "answered 403", "accept its terms");
        server.answerAlways(503);
        assertRefused(REPOSITORY, "answered 503", "try again later");
        assertRefused("../../etc", "is not a repository");
    }

    @Test
    void offlineOnlyTheCacheIsAsked() {
        HubWeights offline = new HubWeights(settings(Optional.empty(), true), (file, received, total) -> {});
        assertThatThrownBy(() -> offline.load(REPOSITORY))
                .isInstanceOf(WeightsException.class)
                .hasMessageContainingAll("HF_HUB_OFFLINE is set", "config.json", "--weights FILE.safetensors");
        assertThat(server.requests()).isEmpty();
        hub().pull(REPOSITORY);

        server.close();

        assertThat(offline.load(REPOSITORY).sha256()).isEqualTo(Sha256.of(content));
        assertThat(hub().load(REPOSITORY).sha256())
                .as("and when the hub is away")
                .isEqualTo(Sha256.of(content));
        assertThat(offline.cached(REPOSITORY)).isPresent();
    }

    @Test
    void aFileThatRotsInTheCacheIsNoticed() throws IOException {
        Path weights = hub().pull(REPOSITORY);
        assertThat(hub().verify(REPOSITORY)).isTrue();

        content[content.length - 1] ^= 1;
        Files.write(weights, content);

        assertThat(hub().verify(REPOSITORY)).isFalse();
    }

    @Test
    void theEnvironmentIsReadAsTheHubsOwnClientReadsIt() throws IOException {
        Path home = folder.resolve("home");
        Files.createDirectories(home.resolve("hf"));
        Files.writeString(home.resolve("hf/token"), "hf_from_file\n");

        HubSettings plain = HubSettings.from(Map.of(), home);
        HubSettings set = HubSettings.from(
                Map.of("HF_HOME", "~/hf", "HF_ENDPOINT", "https://mirror.example/", "HF_HUB_OFFLINE", "yes"), home);

        assertThat(plain.cache()).isEqualTo(home.resolve(".cache/huggingface/hub"));
        assertThat(plain.endpoint()).hasToString("https://huggingface.co");
        assertThat(plain.token()).isEmpty();
        assertThat(plain.offline()).isFalse();
        assertThat(set.cache()).isEqualTo(home.resolve("hf/hub"));
        assertThat(set.endpoint()).hasToString("https://mirror.example");
        assertThat(set.token()).contains("hf_from_file");
        assertThat(set.offline()).isTrue();
    }

    private void assertRefused(String repository, String... parts) {
        assertThatThrownBy(() -> hub().pull(repository))
                .isInstanceOf(WeightsException.class)
                .hasMessageContainingAll(parts);
    }

    private HubWeights hub() {
        return new HubWeights(settings(Optional.empty(), false), (file, received, total) -> {});
    }

    private HubSettings settings(Optional<String> token, boolean offline) {
        return new HubSettings(folder.resolve("hub"), server.endpoint(), token, offline);
    }
}
