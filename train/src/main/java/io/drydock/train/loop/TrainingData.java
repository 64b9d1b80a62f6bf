package io.drydock.train.loop;

import io.drydock.core.data.LabeledImage;
import io.drydock.core.data.Normalization;
import io.drydock.core.error.DataException;
import io.drydock.infer.cache.FeatureCache;
import java.util.List;

/**
 * What a training learns from; images that cannot be decoded must have been left out.
 *
 * @param classes number of classes
 * @param train images to learn from
 * @param valid images to watch, possibly none
 * @param pictures decoded pictures by size
 * @param features cache for the frozen epochs
 * @param normalization that the model's weights expect
 */
public record TrainingData(
        int classes,
        List<LabeledImage> train,
        List<LabeledImage> valid,
        PictureSource pictures,
        FeatureCache features,
        Normalization normalization) {
    public TrainingData {
        train = List.copyOf(train);
        valid = List.copyOf(valid);
        if (train.isEmpty()) {
            throw new DataException("The train part is empty: there is nothing to learn from. Draw another split.");
        }
        if (classes < 2
                || train.stream().mapToInt(LabeledImage::label).distinct().count() < 2) {
            throw new DataException("All " + train.size()
                    + " images to train on have one class. A classifier needs images of at least two.");
        }
    }

    /** Training images of each class. */
    public int[] counts() {
        int[] counts = new int[classes];
        train.forEach(image -> counts[image.label()]++);
        return counts;
    }
}
