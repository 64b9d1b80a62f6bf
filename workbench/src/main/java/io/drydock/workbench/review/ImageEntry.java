package io.drydock.workbench.review;

import io.drydock.core.label.PartEffect;
import io.drydock.workspace.image.StoredImage;

/**
 * An image of the set with its place in it.
 *
 * @param place from 0: labelled images in the order of the user's file, then those to be predicted
 * @param id number that stands for the image for as long as the workspace lives; safe to show in an address
 * @param labeled whether it has a label, from the user's file or given in the pool
 * @param part {@code train}, {@code valid}, {@code test}, {@code pool} without a label, or {@link PartEffect#UNDIVIDED} where no split divides
 */
public record ImageEntry(int place, long id, StoredImage stored, boolean labeled, String part) {
    private static final double UNKNOWN = Double.NaN;

    public String path() {
        return stored.path();
    }

    public String sha256() {
        return stored.sha256();
    }

    /** A measure of the pixels by name; NaN where it was not measured. */
    public double check(String name) {
        return stored.picture()
                .map(picture -> picture.checks().getOrDefault(name, UNKNOWN))
                .orElse(UNKNOWN);
    }

    public int height() {
        return stored.picture().map(picture -> picture.height()).orElse(0);
    }

    public int width() {
        return stored.picture().map(picture -> picture.width()).orElse(0);
    }
}
