package io.drydock.core.split;

import io.drydock.core.data.ClassLabel;
import io.drydock.core.data.Dataset;
import io.drydock.core.data.LabeledImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a user should know about a split before training on it. Safe for use by many threads. */
public final class SplitNotes {
    private SplitNotes() {}

    /** A sentence for a share that was not met, and for each class that a part or the training side of a fold lacks. */
    public static List<String> of(Split split, Dataset data) {
        List<String> notes = new ArrayList<>();
        int folds = split.foldCount();
        int[] inTrain = new int[data.classes().size()];
        int[] inValid = new int[data.classes().size()];
        int[][] byFold = new int[data.classes().size()][folds];
        for (LabeledImage image : data.images()) {
            Optional<Part> part = split.part(image.image());
            inTrain[image.label()] += part.filter(Part.TRAIN::equals).isPresent() ? 1 : 0;
            inValid[image.label()] += part.filter(Part.VALID::equals).isPresent() ? 1 : 0;
            split.fold(image.image()).ifPresent(fold -> byFold[image.label()][fold]++);
        }
        double asked = split.validShare() * split.parts().size();
        if (Math.abs(split.count(Part.VALID) - asked) > 1) {
            notes.add("Valid has " + split.count(Part.VALID) + " of "
                    + images(split.parts().size()) + ", and a share of "
                    + split.validShare() + " is " + Math.round(asked)
                    + ": groups stay whole, and train keeps an image of each class.");
        }
        int[] counts = data.classCounts();
        for (int c = 0; c < counts.length; c++) {
            ClassLabel label = data.classes().get(c);
            String name =
                    "Class " + label.code() + (label.name().equals(label.code()) ? "" : " (" + label.name() + ")");
            if (counts[c] == 0) {
                notes.add(name + " has no image at all.");
                continue;
            }
            if (inTrain[c] == 0) {
                notes.add(name + ": none of its " + images(counts[c])
                        + " is in the train part, so it cannot be learned.");
            }
            if (inValid[c] == 0) {
                notes.add(name + ": none of its " + images(counts[c])
                        + " is in the valid part, so its score cannot be measured.");
            }
            for (int fold = 0; fold < folds; fold++) {
                if (byFold[c][fold] == counts[c]) {
                    notes.add(name + ": all of its " + images(counts[c]) + " are in fold " + fold
                            + ", so the model of that fold never sees it.");
                }
            }
        }
        return notes;
    }

    private static String images(int count) {
        return count == 1 ? "1 image" : count + " images";
    }
}
