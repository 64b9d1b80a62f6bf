package io.drydock.image.tensor;

import io.drydock.core.data.ImageSize;
import io.drydock.core.data.Normalization;
import io.drydock.core.error.ConfigException;
import io.drydock.image.decode.Pixels;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/**
 * A direct float buffer of [capacity][3][height][width] or [capacity][height][width][3] normalized values, filled
 * picture by picture and reused from batch to batch. Different slots may be filled by different threads; otherwise
 * for one thread at a time.
 */
public final class PixelBatch {
    /** Values converted on the heap before they go to native memory; small enough for the first-level cache. */
    private static final int CHUNK = 1024;

    private final int capacity;
    private final ImageSize size;
    private final Layout layout;
    private final float[][] tables = new float[3][256];
    private final FloatBuffer buffer;

    /** @throws ConfigException if so many pictures of that size do not fit into 2 GB */
    public PixelBatch(int capacity, ImageSize size, Normalization normalization, Layout layout) {
        this.capacity = capacity;
        this.size = size;
        this.layout = layout;
        for (int channel = 0; channel < 3; channel++) {
            double mean = normalization.mean().get(channel);
            double std = normalization.std().get(channel);
            for (int value = 0; value < 256; value++) {
                tables[channel][value] = (float) ((value / 255.0 - mean) / std);
            }
        }
        long bytes = Math.multiplyExact(capacity * size.area(), 3L * Float.BYTES);
        if (bytes > Integer.MAX_VALUE) {
            throw new ConfigException("A batch of " + capacity + " pictures of " + size
                    + " does not fit into 2 GB. Choose a smaller size or a smaller batch.");
        }
        buffer = ByteBuffer.allocateDirect((int) bytes)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    public int capacity() {
        return capacity;
    }

    public ImageSize size() {
        return size;
    }

    public Layout layout() {
        return layout;
    }

    /**
     * Writes a picture of the batch's size into a slot.
     *
     * @param slot 0 to capacity - 1
     */
    public void set(int slot, Pixels pixels) {
        if (pixels.height() != size.height() || pixels.width() != size.width()) {
            throw new IllegalArgumentException("the batch holds pictures of " + size + ", this one is " + pixels);
        }
        if (slot < 0 || slot >= capacity) {
            throw new IndexOutOfBoundsException("slot " + slot + " of a batch of " + capacity);
        }
        byte[] rgb = pixels.rgb();
        if (layout == Layout.NHWC) {
            fillInterleaved(slot * rgb.length, rgb);
        } else {
            for (int channel = 0; channel < 3; channel++) {
                fillPlane(slot * rgb.length + channel * (rgb.length / 3), rgb, channel);
            }
        }
    }

    private void fillInterleaved(int start, byte[] rgb) {
        float[] chunk = new float[3 * CHUNK];
        for (int from = 0; from < rgb.length; from += chunk.length) {
            int count = Math.min(chunk.length, rgb.length - from);
            for (int i = 0; i < count; i += 3) {
                chunk[i] = tables[0][rgb[from + i] & 0xFF];
                chunk[i + 1] = tables[1][rgb[from + i + 1] & 0xFF];
                chunk[i + 2] = tables[2][rgb[from + i + 2] & 0xFF];
            }
            buffer.put(start + from, chunk, 0, count);
        }
    }

    private void fillPlane(int start, byte[] rgb, int channel) {
        float[] chunk = new float[CHUNK];
        float[] table = tables[channel];
        int plane = rgb.length / 3;
        for (int from = 0; from < plane; from += CHUNK) {
            int count = Math.min(CHUNK, plane - from);
            for (int i = 0, at = from * 3 + channel; i < count; i++, at += 3) {
                chunk[i] = table[rgb[at] & 0xFF];
            }
            buffer.put(start + from, chunk, 0, count);
        }
    }

    /** The values of the first {@code count} pictures: a view of the batch's own memory, from position 0. */
    public FloatBuffer values(int count) {
        return buffer.slice(0, Math.toIntExact(count * size.area() * 3));
    }
}
