package io.drydock.workbench.preview;

import io.drydock.image.augment.Augmentation;
import io.drydock.workbench.report.Numbers;
import java.util.ArrayList;
import java.util.List;

/** Says in words what an augmentation may do to a view. Safe for use by many threads. */
public final class AugmentationWords {
    private AugmentationWords() {}

    /** One line for each kind of change that can happen. */
    public static List<String> of(Augmentation augmentation) {
        List<String> lines = new ArrayList<>();
        add(
                lines,
                augmentation.flip().probability(),
                augmentation.flip().dihedral() ? "Any of the 8 flips and quarter turns" : "Mirrored left to right");
        add(
                lines,
                augmentation.warp().probability(),
                "Perspective up to ±" + Numbers.fixed(augmentation.warp().magnitude(), 2));
        add(
                lines,
                augmentation.rotation().probability(),
                "Turned by up to ±" + Numbers.fixed(augmentation.rotation().degrees(), 0) + "°");
        add(
                lines,
                augmentation.zoom().probability(),
                "Zoomed " + Numbers.fixed(augmentation.zoom().min(), 2) + " to "
                        + Numbers.fixed(augmentation.zoom().max(), 2) + " times, anywhere in the picture");
        add(
                lines,
                augmentation.aspect().probability(),
                "Width stretched by up to ±"
                        + Numbers.fixed(100 * augmentation.aspect().amount(), 0) + " %");
        add(
                lines,
                augmentation.logit().probability(),
                "Brightness ±" + Numbers.fixed(augmentation.logit().brightness(), 2) + " and contrast up to "
                        + Numbers.fixed(augmentation.logit().contrast(), 2) + " times, in logit space");
        add(
                lines,
                augmentation.linear().probability(),
                "Contrast " + Numbers.fixed(augmentation.linear().gainMin(), 2) + " to "
                        + Numbers.fixed(augmentation.linear().gainMax(), 2) + " times, brightness ±"
                        + Numbers.fixed(100 * augmentation.linear().offset(), 0) + " %");
        add(lines, augmentation.grayscale(), "Without color");
        add(
                lines,
                augmentation.erasing().probability(),
                "A rectangle of " + Numbers.fixed(100 * augmentation.erasing().min(), 0) + " to "
                        + Numbers.fixed(100 * augmentation.erasing().max(), 0) + " % of each side covered");
        return lines;
    }

    private static void add(List<String> lines, double probability, String what) {
        if (probability > 0) {
            lines.add(what
                    + (probability >= 1 ? ", always." : ", " + Numbers.fixed(100 * probability, 0) + " % of views."));
        }
    }
}
