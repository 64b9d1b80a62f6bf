package io.drydock.infer.onnx;

import io.drydock.core.error.WeightsException;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which output of an image encoder holds the embedding, and how it becomes one row a picture. */
final class EncoderOutput {
    /** What exporters call a pooled embedding, best first. */
    private static final List<String> POOLED =
            List.of("features", "image_embeds", "image_features", "embeddings", "embedding", "pooler_output", "pooled");

    private EncoderOutput() {}

    /**
     * The output to read: the one asked for; else one that is named as an embedding; else the first [n, d], then the first
     * [n, channels, height, width], then the first [n, tokens, d].
     *
     * @param shapes of the outputs that are 32-bit floats, in file order
     * @throws WeightsException if there is none, or the one asked for is not there
     */
    static String choose(String name, Map<String, long[]> shapes, Optional<String> wanted) {
        if (wanted.isPresent()) {
            if (!shapes.containsKey(wanted.get())) {
                throw new WeightsException(name + " has no output \"" + wanted.get() + "\" of 32-bit floats, only "
                        + shapes.keySet() + ". Name one of these.");
            }
            return wanted.get();
        }
        return POOLED.stream()
                .filter(shapes::containsKey)
                .findFirst()
                .or(() -> ofRank(shapes, 2))
                .or(() -> ofRank(shapes, 4))
                .or(() -> ofRank(shapes, 3))
                .orElseThrow(() -> new WeightsException(name
                        + " gives no embedding: an output [n, d], [n, channels, height, width] or [n, tokens, d] of"
                        + " 32-bit floats is needed. Export the image encoder alone, in fp32."));
    }

    private static Optional<String> ofRank(Map<String, long[]> shapes, int rank) {
        return shapes.entrySet().stream()
                .filter(output -> output.getValue().length == rank)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Numbers in a row that an output of this shape gives. */
    static int width(String name, long[] shape) {
        return switch (shape.length) {
            case 2, 4 -> Math.toIntExact(shape[1]);
            case 3 -> Math.toIntExact(shape[2]);
            default ->
                throw new WeightsException(name + ": an output of shape " + Arrays.toString(shape)
                        + " is no embedding. It must be [n, d], [n, channels, height, width] or [n, tokens, d].");
        };
    }

    /**
     * Rows of a batch: as they are, or means over places or tokens.
     *
     * @param values row-major, position 0
     * @param from first row of {@code out} to fill
     * @param n rows to fill
     */
    static void pool(FloatBuffer values, long[] shape, int from, int n, float[][] out) {
        int[] size = Arrays.stream(shape).mapToInt(Math::toIntExact).toArray();
        for (int i = 0; i < n; i++) {
            float[] row = out[from + i];
            switch (size.length) {
                case 2 -> values.get(i * size[1], row, 0, size[1]);
                case 3 -> means(values, i * size[1] * size[2], size[2], size[1], 1, size[2], row);
                default ->
                    means(
                            values,
                            i * size[1] * size[2] * size[3],
                            size[1],
                            size[2] * size[3],
                            size[2] * size[3],
                            1,
                            row);
            }
        }
    }

    private static void means(
            FloatBuffer values, int start, int width, int places, int strideOfWidth, int strideOfPlaces, float[] row) {
        for (int d = 0; d < width; d++) {
            double sum = 0;
            for (int p = 0; p < places; p++) {
                sum += values.get(start + d * strideOfWidth + p * strideOfPlaces);
            }
            row[d] = (float) (sum / places);
        }
    }
}
