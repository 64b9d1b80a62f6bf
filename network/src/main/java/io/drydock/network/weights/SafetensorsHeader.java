package io.drydock.network.weights;

import io.drydock.core.error.WeightsException;
import io.drydock.core.text.VisibleText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The JSON header of a safetensors file: where each tensor lies behind it, and the texts of its metadata. */
record SafetensorsHeader(List<Entry> entries, Map<String, String> metadata) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final String METADATA = "__metadata__";
    /** How the JSON library reports a name that comes twice in one object. */
    private static final Pattern DUPLICATE = Pattern.compile("(?s)Duplicate Object property \"(.*)\"");
    /** Key of the metadata: SHA-256 over the header without this key and the bytes behind it. */
    static final String CHECKSUM = "drydock.sha256";

    /** One tensor: bytes {@code from} to {@code to} behind the header. */
    record Entry(String name, ElementType type, List<Integer> shape, long from, long to) {
        int[] dimensions() {
            return shape.stream().mapToInt(Integer::intValue).toArray();
        }
    }

    SafetensorsHeader {
        entries = List.copyOf(entries);
        metadata = Map.copyOf(metadata);
    }

    /**
     * Reads and checks a header.
     *
     * @param dataBytes how many bytes lie behind it
     */
    static SafetensorsHeader parse(String json, long dataBytes, String source) {
        List<Entry> entries = new ArrayList<>();
        Map<String, String> metadata = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : object(json, source).properties()) {
            if (field.getKey().equals(METADATA)) {
                field.getValue()
                        .properties()
                        .forEach(text ->
                                metadata.put(text.getKey(), text.getValue().asString("")));
            } else {
                entries.add(entry(field.getKey(), field.getValue(), source));
            }
        }
        entries.sort(Comparator.comparingLong(Entry::from));
        checkLayout(entries, dataBytes, source);
        return new SafetensorsHeader(entries, metadata);
    }

    /** The checksum that the file should have, if it names one. */
    Optional<String> checksum() {
        return Optional.ofNullable(metadata.get(CHECKSUM));
    }

    /** A digest of the header without its checksum, to be updated by the bytes of the tensors. */
    MessageDigest digest() {
        Map<String, String> texts = new TreeMap<>(metadata);
        texts.remove(CHECKSUM);
        MessageDigest digest = Sha256.digest("SHA-256");
        digest.update(new SafetensorsHeader(entries, texts).json().getBytes(StandardCharsets.UTF_8));
        return digest;
    }

    private static JsonNode object(String json, String source) {
        try {
            JsonNode tree = JSON.readTree(json);
            if (tree.isObject()) {
                return tree;
            }
        } catch (JacksonException e) {
            Matcher twice = DUPLICATE.matcher(String.valueOf(e.getOriginalMessage()));
            throw new WeightsException(
                    twice.find()
                            ? source + " names \"" + VisibleText.of(twice.group(1))
                                    + "\" twice, so it is not clear which values are meant. Write the file anew with"
                                    + " each name once."
                            : notSafetensors(source),
                    e);
        }
        throw new WeightsException(notSafetensors(source));
    }

    static String notSafetensors(String source) {
        return source + " is not a safetensors file: it does not begin with a JSON header."
                + " Files of PyTorch (.pt, .pth, .bin) must be converted first.";
    }

    private static Entry entry(String name, JsonNode node, String source) {
        String typeName = node.path("dtype").asString("");
        ElementType type = ElementType.named(typeName)
                .orElseThrow(() ->
                        new WeightsException(source + ": tensor " + VisibleText.of(name) + " holds numbers of type \""
                                + VisibleText.of(typeName) + "\"; F32, F16, BF16 and I64 can be read."));
        List<Integer> shape = new ArrayList<>();
        node.path("shape").forEach(side -> shape.add(side.isIntegralNumber() ? side.asInt(-1) : -1));
        long from = node.path("data_offsets").path(0).asLong(-1);
        long to = node.path("data_offsets").path(1).asLong(-1);
        boolean fits = from >= 0 && to >= from && to - from == bytes(shape, type);
        if (!fits || !node.path("shape").isArray()) {
            throw new WeightsException(
                    source + ": tensor " + VisibleText.of(name) + " of shape " + node.path("shape") + " and type "
                            + typeName + " cannot fill the bytes " + from + " to " + to
                            + ". The file is damaged; fetch it again.");
        }
        return new Entry(name, type, List.copyOf(shape), from, to);
    }

    /** Size of a tensor in bytes, -1 where a side is negative or the size is beyond what one array can hold. */
    private static long bytes(List<Integer> shape, ElementType type) {
        long bytes = type.bytes();
        long beyond = bytes;
        for (int side : shape) {
            beyond *= Math.max(side, 1);
            if (side < 0 || beyond > Integer.MAX_VALUE) {
                return -1;
            }
            bytes *= side;
        }
        return bytes;
    }

    private static void checkLayout(List<Entry> entries, long dataBytes, String source) {
        long end = 0;
        for (Entry entry : entries) {
            if (entry.from() != end) {
                throw new WeightsException(
                        source + ": tensor " + VisibleText.of(entry.name()) + " begins at byte " + entry.from()
                                + " where the one before ends at " + end + ". The file is damaged; fetch it again.");
            }
            end = entry.to();
        }
        if (end != dataBytes) {
            throw new WeightsException(source + " holds " + dataBytes + " bytes of tensors where its header promises "
                    + end + ". The file was cut short or damaged; fetch it again.");
        }
    }

    /** The header as text, tensors in their order, metadata by name. */
    String json() {
        ObjectNode root = JSON.createObjectNode();
        if (!metadata.isEmpty()) {
            ObjectNode texts = root.putObject(METADATA);
            new TreeMap<>(metadata).forEach(texts::put);
        }
        for (Entry entry : entries) {
            ObjectNode node =
                    root.putObject(entry.name()).put("dtype", entry.type().name());
            entry.shape().forEach(node.putArray("shape")::add);
            node.putArray("data_offsets").add(entry.from()).add(entry.to());
        }
        return root.toString();
    }
}
