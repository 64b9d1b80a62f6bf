package io.drydock.workbench.inspect;

import io.drydock.core.statistic.KolmogorovSmirnov;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How labelled and test images differ in one measure.
 *
 * @param feature name of the measure in snake case
 * @param distance largest difference of the two distribution functions, in [0, 1]
 * @param pValue of the two-sample Kolmogorov-Smirnov test, in [0, 1]; NaN when there are no test images
 */
public record Shift(String feature, double labeledMean, double testMean, double distance, double pValue) {
    /** Distances below this are of no practical weight, however small their p-value over thousands of images. */
    private static final double NOTABLE_DISTANCE = 0.1;

    private static final double LEVEL = 0.01;

    /** Whether the difference is both unlikely by chance and large enough to matter. */
    public boolean notable() {
        return pValue < LEVEL && distance >= NOTABLE_DISTANCE;
    }

    /** Compares labelled and test images in all measures. */
    static List<Shift> between(List<InspectedImage> labeled, List<InspectedImage> test) {
        return List.of(
                of("height", labeled, test, InspectedImage::height),
                of("width", labeled, test, InspectedImage::width),
                of("aspect", labeled, test, InspectedImage::aspect),
                of("file_bytes", labeled, test, InspectedImage::sizeBytes),
                of("brightness", labeled, test, InspectedImage::brightness),
                of("sharpness", labeled, test, InspectedImage::sharpness),
                of("channel_spread", labeled, test, InspectedImage::channelSpread));
    }

    private static Shift of(
            String feature,
            List<InspectedImage> labeled,
            List<InspectedImage> test,
            ToDoubleFunction<InspectedImage> measure) {
        double[] left = labeled.stream().mapToDouble(measure).toArray();
        double[] right = test.stream().mapToDouble(measure).toArray();
        KolmogorovSmirnov compared = KolmogorovSmirnov.of(left, right);
        return new Shift(feature, mean(left), mean(right), compared.distance(), compared.pValue());
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }
}
