package io.drydock.workbench.feature;

import io.drydock.workbench.predict.UnreadImage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Embeddings of images.
 *
 * @param encoder what gave them, in words
 * @param images relative paths, in the order asked for, without those that could not be read
 * @param sha256 content hash of each image
 * @param rows [images][width]; images of equal content share one array, treat as read-only
 * @param skipped images that could not be read, with reasons
 * @param computed images that were computed now, rather than found in the cache
 */
public record ImageFeatures(
        String encoder,
        List<String> images,
        List<String> sha256,
        float[][] rows,
        List<UnreadImage> skipped,
        int computed) {
    public ImageFeatures {
        images = List.copyOf(images);
        sha256 = List.copyOf(sha256);
        skipped = List.copyOf(skipped);
        if (images.size() != rows.length || sha256.size() != rows.length) {
            throw new IllegalArgumentException(rows.length + " rows for " + images.size() + " images");
        }
    }

    public int size() {
        return rows.length;
    }

    /** Numbers in a row; 0 when there is no image. */
    public int width() {
        return rows.length == 0 ? 0 : rows[0].length;
    }

    /** Row of each image by its path. */
    public Map<String, float[]> byImage() {
        Map<String, float[]> byImage = new HashMap<>(rows.length * 2);
        for (int i = 0; i < rows.length; i++) {
            byImage.put(images.get(i), rows[i]);
        }
        return byImage;
    }
}
