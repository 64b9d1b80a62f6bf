package io.drydock.workbench;

import io.drydock.core.data.ImageSize;
import io.drydock.infer.onnx.OnnxClassifier;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What a stranger makes of an exported graph's metadata: plain Java, written from the texts and from none of our code. */
record DescribedInput(
        List<String> codes,
        int height,
        int width,
        String resize,
        double[] mean,
        double[] std,
        double low,
        double high) {
    /** The keys that must have exactly one value today; another value would need other code here. */
    static final List<String> KEYS = List.of(
            "resize",
            "size_order",
            "resize_steps",
            "shrink",
            "grow",
            "resize_rounding",
            "pad_border",
            "orientation",
            "channels",
            "layout",
            "value_range",
            "size");

    private static final double CUBIC = -0.75;

    static DescribedInput of(Map<String, String> metadata) {
        expect(metadata, "size_order", "height,width");
        expect(metadata, "resize_steps", "shrink,grow");
        expect(metadata, "shrink", "area");
        expect(metadata, "grow", "cubic");
        expect(metadata, "resize_rounding", "uint8");
        expect(metadata, "pad_border", "reflect_101");
        expect(metadata, "channels", "RGB");
        expect(metadata, "layout", "NCHW");
        String[] sides = metadata.get("size").split("x");
        double[] range = numbers(metadata.get("value_range"));
        return new DescribedInput(
                List.of(metadata.get("classes").split("\n")),
                Integer.parseInt(sides[0]),
                Integer.parseInt(sides[1]),
                metadata.get("resize"),
                numbers(metadata.get("mean")),
                numbers(metadata.get("std")),
                range[0],
                range[1]);
    }

    private static void expect(Map<String, String> metadata, String key, String value) {
        if (!value.equals(metadata.get(key))) {
            throw new IllegalStateException(key + " is " + metadata.get(key));
        }
    }

    private static double[] numbers(String commas) {
        return Arrays.stream(commas.split(",")).mapToDouble(Double::parseDouble).toArray();
    }

    double[] probabilities(OnnxClassifier session, BufferedImage image) {
        double[][][] planes = planes(image);
        for (int c = 0; c < 3; c++) {
            planes[c] = fitted(planes[c]);
        }
        FloatBuffer input = ByteBuffer.allocateDirect(4 * 3 * height * width)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        for (int c = 0; c < 3; c++) {
            for (double[] row : planes[c]) {
                for (double value : row) {
                    input.put((float) ((low + value / 255 * (high - low) - mean[c]) / std[c]));
                }
            }
        }
        float[][] logits = new float[1][codes.size()];
        session.logits(input.rewind(), 1, new ImageSize(height, width), logits);
        double[] powers = new double[codes.size()];
        for (int k = 0; k < powers.length; k++) {
            powers[k] = Math.exp(logits[0][k]);
        }
        double sum = Arrays.stream(powers).sum();
        return Arrays.stream(powers).map(power -> power / sum).toArray();
    }

    private static double[][][] planes(BufferedImage image) {
        double[][][] planes = new double[3][image.getHeight()][image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                for (int c = 0; c < 3; c++) {
                    planes[c][y][x] = image.getRGB(x, y) >> (16 - 8 * c) & 0xff;
                }
            }
        }
        return planes;
    }

    private double[][] fitted(double[][] plane) {
        int rows = plane.length;
        int columns = plane[0].length;
        if (rows == height && columns == width) {
            return plane;
        }
        switch (resize) {
            case "squish":
                return scaled(plane, height, width);
            case "crop": {
                double scale = Math.max((double) height / rows, (double) width / columns);
                int h = Math.min(rows, (int) Math.max(1, Math.round(height / scale)));
                int w = Math.min(columns, (int) Math.max(1, Math.round(width / scale)));
                double[][] middle = new double[h][];
                for (int y = 0; y < h; y++) {
                    int left = (columns - w) / 2;
                    middle[y] = Arrays.copyOfRange(plane[(rows - h) / 2 + y], left, left + w);
                }
                return scaled(middle, height, width);
            }
            case "pad": {
                double scale = Math.min((double) height / rows, (double) width / columns);
                int h = Math.min(height, (int) Math.max(1, Math.round(rows * scale)));
                int w = Math.min(width, (int) Math.max(1, Math.round(columns * scale)));
                double[][] small = scaled(plane, h, w);
                double[][] padded = new double[height][width];
                for (int y = 0; y < height; y++) {
                    for (int x = 0; x < width; x++) {
                        padded[y][x] = small[reflected(y - (height - h) / 2, h)][reflected(x - (width - w) / 2, w)];
                    }
                }
                return padded;
            }
            default:
                throw new IllegalStateException("resize is " + resize);
        }
    }

    /** Index within 0..n-1, mirrored at the ends without repeating them. */
    private static int reflected(int index, int n) {
        if (n == 1) {
            return 0;
        }
        int inPeriod = Math.floorMod(index, 2 * n - 2);
        return inPeriod < n ? inPeriod : 2 * n - 2 - inPeriod;
    }

    private static double[][] scaled(double[][] plane, int height, int width) {
        int shrunkHeight = Math.min(height, plane.length);
        int shrunkWidth = Math.min(width, plane[0].length);
        double[][] means = product(areas(plane.length, shrunkHeight), plane, areas(plane[0].length, shrunkWidth));
        boolean halved = plane.length == 2 * shrunkHeight && plane[0].length == 2 * shrunkWidth;
        double[][] shrunk = rounded(means, halved);
        return rounded(product(cubics(shrunkHeight, height), shrunk, cubics(shrunkWidth, width)), false);
    }

    /** Weights [to][from] of means over equal stretches. */
    private static double[][] areas(int from, int to) {
        double[][] weights = new double[to][from];
        double stretch = (double) from / to;
        for (int t = 0; t < to; t++) {
            for (int f = 0; f < from; f++) {
                double overlap = Math.min((t + 1) * stretch, f + 1) - Math.max(t * stretch, f);
                weights[t][f] = Math.max(0, overlap) / stretch;
            }
        }
        return weights;
    }

    /** Weights [to][from] of cubic convolution, pixel centers at halves, the edge repeated; in OpenCV's steps of 1/2048. */
    private static double[][] cubics(int from, int to) {
        double[][] weights = new double[to][from];
        for (int t = 0; t < to; t++) {
            double at = (t + 0.5) * from / to - 0.5;
            int first = (int) Math.floor(at);
            for (int k = -1; k <= 2; k++) {
                weights[t][Math.max(0, Math.min(from - 1, first + k))] +=
                        from == to ? cubic(Math.abs(k)) : Math.rint(2048 * cubic(Math.abs(at - first - k))) / 2048;
            }
        }
        return weights;
    }

    private static double cubic(double x) {
        return x <= 1
                ? ((CUBIC + 2) * x - (CUBIC + 3)) * x * x + 1
                : x < 2 ? ((CUBIC * x - 5 * CUBIC) * x + 8 * CUBIC) * x - 4 * CUBIC : 0;
    }

    private static double[][] product(double[][] rows, double[][] plane, double[][] columns) {
        double[][] made = new double[rows.length][columns.length];
        for (int y = 0; y < rows.length; y++) {
            for (int f = 0; f < plane.length; f++) {
                if (rows[y][f] != 0) {
                    for (int x = 0; x < columns.length; x++) {
                        double sum = 0;
                        for (int g = 0; g < columns[x].length; g++) {
                            sum += columns[x][g] * plane[f][g];
                        }
                        made[y][x] += rows[y][f] * sum;
                    }
                }
            }
        }
        return made;
    }

    /** Rounded as OpenCV does: halves to even, but upward in its code for two by two pixels, which adds 2 and shifts by 2. */
    private static double[][] rounded(double[][] plane, boolean halvesUp) {
        return Arrays.stream(plane)
                .map(row -> Arrays.stream(row)
                        .map(value -> halvesUp ? Math.floor(value + 0.5) : Math.rint(value))
                        .map(value -> Math.max(0, Math.min(255, value)))
                        .toArray())
                .toArray(double[][]::new);
    }
}
