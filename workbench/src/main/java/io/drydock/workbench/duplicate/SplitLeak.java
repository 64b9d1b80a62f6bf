package io.drydock.workbench.duplicate;

import io.drydock.core.finding.Copy;
import io.drydock.core.finding.ImageGroup;
import io.drydock.core.split.Part;
import io.drydock.core.split.Split;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What copies across parts do to the current split: a score on validation images whose copies were trained on says less
 * about new images.
 *
 * @param split number of the current split
 * @param valid images to validate on
 * @param leakingValid of them with a copy in train
 * @param leakingTest images to predict with a labelled copy
 */
public record SplitLeak(int split, int valid, int leakingValid, int leakingTest) {
    /** Of a split by the groups that were found. */
    public static SplitLeak of(Split split, List<ImageGroup> groups) {
        Set<String> valid = new HashSet<>();
        Set<String> test = new HashSet<>();
        for (ImageGroup group : groups) {
            boolean trained = inPart(group, Part.TRAIN);
            boolean labeled =
                    group.images().stream().anyMatch(copy -> copy.label().isPresent());
            for (Copy copy : group.images()) {
                if (trained && copy.part().equals(Part.VALID.key())) {
                    valid.add(copy.image());
                }
                if (labeled && copy.part().equals(Part.TEST.key())) {
                    test.add(copy.image());
                }
            }
        }
        return new SplitLeak(split.number(), split.count(Part.VALID), valid.size(), test.size());
    }

    private static boolean inPart(ImageGroup group, Part part) {
        return group.images().stream().anyMatch(copy -> copy.part().equals(part.key()));
    }

    /** Share of the validation score that was seen in training, in [0, 1]. */
    public double share() {
        return valid == 0 ? 0 : (double) leakingValid / valid;
    }

    public boolean leaks() {
        return leakingValid > 0;
    }
}
