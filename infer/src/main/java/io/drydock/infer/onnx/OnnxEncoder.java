package io.drydock.infer.onnx;

import io.drydock.core.data.ImageSize;
import io.drydock.core.error.WeightsException;
import io.drydock.infer.FeatureExtractor;
import io.drydock.infer.batch.OutputRows;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Embeddings by any ONNX image encoder, such as an exported CLIP or DINOv2 vision tower: one float input
 * [n, 3, height, width], and an output [n, d], or one [n, channels, height, width] or [n, tokens, d] whose mean over places
 * or tokens is the embedding. A file made for a fixed batch is fed in batches of that size. Safe for use by many threads.
 */
public final class OnnxEncoder implements FeatureExtractor {
    private final GraphSession graph;
    private final String output;
    private final int width;

    private OnnxEncoder(GraphSession graph, String output, int width) {
        this.graph = graph;
        this.output = output;
        this.width = width;
    }

    /**
     * Opens a file.
     *
     * @param size height and width of the pictures that it will be given
     * @param output name of the output to read; empty to choose the one that looks most like an embedding
     * @throws WeightsException if the file is missing or damaged, takes another size, or gives no embedding
     */
    public static OnnxEncoder read(Path file, ImageSize size, Optional<String> output, SessionSettings settings) {
        GraphSession graph = GraphSession.read(file, settings);
        try {
            graph.fixedSize().filter(fixed -> !fixed.equals(size)).ifPresent(fixed -> {
                throw new WeightsException(file + " takes pictures of " + fixed + " only, and " + size
                        + " was asked for. Ask for " + fixed + ".");
            });
            String chosen = EncoderOutput.choose(file.toString(), graph.floatOutputs(), output);
            return new OnnxEncoder(graph, chosen, probedWidth(graph, file.toString(), size, chosen));
        } catch (RuntimeException e) {
            graph.close();
            throw e;
        }
    }

    /** Many exporters leave the width of outputs open; a black picture tells it. */
    private static int probedWidth(GraphSession graph, String name, ImageSize size, String output) {
        int n = graph.fixedBatch().orElse(1);
        int[] width = new int[1];
        try {
            graph.run(floats(n, size), n, size, output, (values, shape) -> width[0] = EncoderOutput.width(name, shape));
        } catch (IllegalStateException e) {
            throw new WeightsException(
                    name + " does not run on pictures of " + size + ": " + e.getMessage()
                            + " Ask for the size that it was trained with.",
                    e);
        }
        return width[0];
    }

    private static FloatBuffer floats(int n, ImageSize size) {
        return ByteBuffer.allocateDirect(Math.toIntExact(n * 3L * size.area() * Float.BYTES))
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    /** Name of the output that is read. */
    public String output() {
        return output;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int lanes() {
        return graph.settings().lanes();
    }

    @Override
    public void extract(FloatBuffer nchw, int n, ImageSize size, float[][] out) {
        OutputRows.check(n, width, out);
        int batch = graph.fixedBatch().orElse(n);
        if (batch == n) {
            graph.run(nchw, n, size, output, (values, shape) -> EncoderOutput.pool(values, shape, 0, n, out));
            return;
        }
        int picture = Math.toIntExact(3L * size.area());
        FloatBuffer piece = floats(batch, size);
        for (int from = 0; from < n; from += batch) {
            int start = from;
            int taken = Math.min(batch, n - from);
            piece.put(0, nchw, from * picture, taken * picture);
            graph.run(
                    piece,
                    batch,
                    size,
                    output,
                    (values, shape) -> EncoderOutput.pool(values, shape, start, taken, out));
        }
    }

    @Override
    public void close() {
        graph.close();
    }
}
