package io.drydock.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Images a second of one kind of work.
 *
 * @param engine who did it, with its version
 * @param threads that it used
 * @param size height x width
 * @param batch images a step; 0 where the engine chooses
 * @param what train, frozen or predict
 * @param variant layout and mathematics
 * @param median over the timed batches
 * @param best of the timed batches
 */
record Measurement(
        String engine,
        int threads,
        String model,
        String size,
        int batch,
        String what,
        String variant,
        double median,
        double best) {
    static final String DRYDOCK = "drydock";

    /** Ours, from images a second. */
    static Measurement ofRates(
            String model, String size, int batch, String what, String variant, double median, double best) {
        int threads = Runtime.getRuntime().availableProcessors();
        return new Measurement(DRYDOCK, threads, model, size, batch, what, variant, median, best);
    }

    /** Ours, from the seconds of timed batches of as many images. */
    static Measurement ofSeconds(
            String model, String size, int batch, String what, String variant, int images, double[] seconds) {
        double[] sorted = seconds.clone();
        Arrays.sort(sorted);
        return ofRates(model, size, batch, what, variant, images / sorted[sorted.length / 2], images / sorted[0]);
    }

    /** A line that the peer script printed. */
    static Measurement read(String json) {
        JsonNode line = JsonMapper.shared().readTree(json);
        return new Measurement(
                line.get("engine").asString(),
                line.get("threads").asInt(),
                line.get("model").asString(),
                line.get("size").asString(),
                line.get("batch").asInt(),
                line.get("what").asString(),
                line.get("variant").asString(),
                line.get("img_per_s_median").asDouble(),
                line.get("img_per_s_best").asDouble());
    }

    boolean isOurs() {
        return engine.equals(DRYDOCK);
    }

    /** One JSON line with the keys of the peer script. */
    String json() {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("engine", engine);
        line.put("threads", threads);
        line.put("model", model);
        line.put("size", size);
        line.put("batch", batch);
        line.put("what", what);
        line.put("variant", variant);
        line.put("img_per_s_median", Math.round(median * 100) / 100.0);
        line.put("img_per_s_best", Math.round(best * 100) / 100.0);
        return JsonMapper.shared().writeValueAsString(line);
    }
}
