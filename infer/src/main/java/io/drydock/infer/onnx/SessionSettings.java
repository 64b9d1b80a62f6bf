package io.drydock.infer.onnx;

/**
 * How ONNX Runtime spreads its work. Two plans give the same numbers: <em>lanes</em> runs a batch on each core with one
 * thread each, so decoding and forward passes share the cores evenly; <em>joint</em> runs one batch over all cores,
 * which answers a single batch sooner.
 *
 * @param lanes batches in flight at once, at least 1
 * @param threadsPerLane intra-op threads of each batch, at least 1
 */
public record SessionSettings(int lanes, int threadsPerLane) {
    public SessionSettings {
        if (lanes < 1 || threadsPerLane < 1) {
            throw new IllegalArgumentException(
                    "lanes and threads must be at least 1, were " + lanes + " and " + threadsPerLane);
        }
    }

    /**
     * One batch a core.
     *
     * @param cores physical cores to use, at least 1
     */
    public static SessionSettings lanes(int cores) {
        return new SessionSettings(cores, 1);
    }

    /**
     * One batch over all cores.
     *
     * @param cores physical cores to use, at least 1
     */
    public static SessionSettings joint(int cores) {
        return new SessionSettings(1, cores);
    }

    /** Threads used in all. */
    public int threads() {
        return lanes * threadsPerLane;
    }
}
