package io.drydock.workbench.duplicate;

import io.drydock.core.file.AtomicFile;
import io.drydock.core.file.Existing;
import io.drydock.explore.duplicate.CopyPair;
import io.drydock.explore.duplicate.Match;
import io.drydock.image.hash.ContentHash;
import io.drydock.image.hash.Orientation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The pairs of one search, by content, in a file named by the contents and settings that it depends on. Safe for use by
 * many threads and processes.
 */
final class PairFile {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Path file;

    private PairFile(Path file) {
        this.file = file;
    }

    /** @param contents pixel hashes of all pictures that are searched */
    static PairFile of(Path folder, String settings, List<String> contents) {
        String key =
                settings + "\n" + String.join("\n", contents.stream().sorted().toList());
        String digest = ContentHash.ofBytes(key.getBytes(StandardCharsets.UTF_8));
        return new PairFile(folder.resolve("pairs-" + digest.substring(0, 24) + ".json"));
    }

    /** The pairs, when they are known; a file that cannot be read counts as unknown. */
    Optional<List<CopyPair>> read(Map<String, Integer> rowOf) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            List<CopyPair> pairs = new ArrayList<>();
            for (JsonNode node : MAPPER.readTree(Files.readString(file)).get("pairs")) {
                Integer first = rowOf.get(node.get("first").asString());
                Integer second = rowOf.get(node.get("second").asString());
                if (first == null || second == null) {
                    return Optional.empty();
                }
                pairs.add(pair(first, second, match(node)));
            }
            return Optional.of(List.copyOf(pairs));
        } catch (IOException | JacksonException | NullPointerException | IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    /** Rows may have changed places since: the pair is then told from the other side. */
    private static CopyPair pair(int first, int second, Match match) {
        return first < second ? new CopyPair(first, second, match) : new CopyPair(second, first, match.reversed());
    }

    private static Match match(JsonNode node) {
        return new Match(
                Orientation.valueOf(node.get("orientation").asString().toUpperCase(Locale.ROOT)),
                node.get("similarity").asDouble(),
                node.get("detail").asDouble(),
                node.get("overlap").asDouble(),
                node.get("agreeing").asDouble(),
                node.get("scale").asDouble(),
                node.get("degrees").asDouble(),
                node.get("gain").asDouble());
    }

    /** @param contentOf pixel hash of a row */
    void write(List<CopyPair> pairs, IntFunction<String> contentOf) {
        ObjectNode document = MAPPER.createObjectNode();
        ArrayNode array = document.putArray("pairs");
        for (CopyPair pair : pairs) {
            Match match = pair.match();
            array.addObject()
                    .put("first", contentOf.apply(pair.first()))
                    .put("second", contentOf.apply(pair.second()))
                    .put("orientation", match.orientation().key())
                    .put("similarity", match.similarity())
                    .put("detail", match.detail())
                    .put("overlap", match.overlap())
                    .put("agreeing", match.agreeing())
                    .put("scale", match.scale())
                    .put("degrees", match.degrees())
                    .put("gain", match.gain());
        }
        AtomicFile.write(file, MAPPER.writeValueAsString(document), Existing.REPLACE);
    }
}
