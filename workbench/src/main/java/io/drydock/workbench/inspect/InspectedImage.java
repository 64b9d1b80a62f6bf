package io.drydock.workbench.inspect;

import io.drydock.core.split.Part;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One readable image of the set with what the scan measured.
 *
 * @param image relative path with {@code /}
 * @param sha256 hash of the file
 * @param label class index, empty for test images
 * @param part where the current split puts it; TEST for test images; empty when nothing was split yet
 * @param height pixels, after rotation by EXIF
 * @param width pixels, after rotation by EXIF
 * @param mode how it is stored: {@code rgb}, {@code gray}, ...
 * @param sizeBytes size of the file
 * @param brightness mean luminance in [0, 1]
 * @param sharpness variance of the Laplacian, as {@code image.check} measures it
 * @param channelSpread 99th percentile of max - min over the channels of a pixel, in 0..255
 * @param exactlyGray whether all pixels have three equal channels
 */
public record InspectedImage(
        String image,
        String sha256,
        OptionalInt label,
        Optional<Part> part,
        int height,
        int width,
        String mode,
        long sizeBytes,
        double brightness,
        double sharpness,
        double channelSpread,
        boolean exactlyGray) {
    /** Whether the image has a label, in whatever part it is. */
    public boolean labeled() {
        return label.isPresent();
    }

    /** Width over height. */
    public double aspect() {
        return (double) width / height;
    }
}
