package io.drydock.infer.cache;

import io.drydock.infer.batch.SkippedImage;
import java.util.List;

/**
 * Pooled features of the pictures of a job.
 *
 * @param rows [pictures][width]; a skipped picture has an empty row; pictures of equal content share one array, treat as
 *     read-only
 * @param skipped pictures that could not be had
 * @param computed pictures that were computed now, rather than found in the cache
 */
public record Features(float[][] rows, List<SkippedImage> skipped, int computed) {
    public Features {
        skipped = List.copyOf(skipped);
    }
}
