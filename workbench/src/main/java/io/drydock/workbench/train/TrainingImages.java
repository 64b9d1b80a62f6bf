package io.drydock.workbench.train;

import io.drydock.core.data.Dataset;
import io.drydock.core.data.LabeledImage;
import io.drydock.core.error.ConfigException;
import io.drydock.core.error.DataException;
import io.drydock.core.split.Part;
import io.drydock.core.split.Split;
import io.drydock.core.split.SplitNotes;
import io.drydock.workbench.config.DataChoice;
import io.drydock.workspace.Workspace;
import io.drydock.workspace.image.StoredImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Images to train on and to validate on, in import order, with what the user should know about them.
 *
 * @param data the whole labelled set that they come from
 * @param split the division, a held-out fold standing as its valid part
 * @param notes sentences about classes that a part lacks
 */
public record TrainingImages(
        Dataset data, Split split, List<LabeledImage> train, List<LabeledImage> valid, List<String> notes) {
    public TrainingImages {
        train = List.copyOf(train);
        valid = List.copyOf(valid);
        notes = List.copyOf(notes);
    }

    /**
     * The images that a choice means, with their labels as of a position of the journal.
     *
     * @param choice its split resolved
     * @throws ConfigException if there is no such fold
     * @throws DataException if the valid part has no image and not all data is asked for
     */
    public static TrainingImages of(Workspace workspace, DataChoice choice, long journalPosition) {
        Dataset data = workspace.dataset(journalPosition);
        Split drawn = workspace.split(choice.split(), workspace.journal().state(journalPosition));
        Split split = choice.fold().map(fold -> folded(drawn, fold)).orElse(drawn);
        List<LabeledImage> train = new ArrayList<>();
        List<LabeledImage> valid = new ArrayList<>();
        for (LabeledImage image : data.images()) {
            Optional<Part> part = split.part(image.image());
            if (part.isPresent() && part.get() != Part.TEST) {
                (part.get() == Part.TRAIN || choice.allData() ? train : valid).add(image);
            }
        }
        if (valid.isEmpty() && !choice.allData()) {
            throw new DataException("The valid part of split " + choice.split()
                    + " has no labelled image, so nothing would be measured. Draw another by drydock split --valid 0.15,"
                    + " or train on everything by --all-data.");
        }
        if (train.isEmpty()) {
            throw new DataException("The train part of split " + choice.split()
                    + " has no labelled image: there is nothing to learn from. Draw another by drydock split.");
        }
        TrainingImages all = new TrainingImages(data, split, train, valid, SplitNotes.of(split, data));
        return all.withoutChanged(workspace);
    }

    /**
     * Pixels and features of a changed image may still be in the caches, and are those of another picture. An import after
     * the position of these labels may have taken over another picture under the same name.
     */
    private TrainingImages withoutChanged(Workspace workspace) {
        Map<String, StoredImage> stored = workspace.images().byPath();
        Map<String, String> changed = new LinkedHashMap<>();
        List<StoredImage> same = new ArrayList<>();
        for (LabeledImage image : data.images()) {
            StoredImage now = stored.get(image.image());
            if (now != null && now.sha256().equals(image.sha256())) {
                same.add(now);
            } else {
                changed.put(image.image(), image.image() + " has other content than it had with these labels.");
            }
        }
        workspace.changedImages().among(same).forEach((image, problem) -> changed.put(image, problem.message()));
        if (changed.isEmpty()) {
            return this;
        }
        List<String> all = new ArrayList<>(notes);
        TrainingImages left = without(changed.keySet());
        if (left.train().isEmpty()) {
            throw new DataException("Every image to train on has changed or is gone (first: "
                    + changed.values().iterator().next() + "). Run drydock init again.");
        }
        int out =
                train.size() + valid.size() - left.train().size() - left.valid().size();
        if (out > 0) {
            all.add(out + (out == 1 ? " image is" : " images are") + " left out: the file changed or is gone since"
                    + " drydock init looked at it.");
        }
        return new TrainingImages(left.data(), left.split(), left.train(), left.valid(), all);
    }

    private static Split folded(Split split, int fold) {
        int folds = split.foldCount();
        if (folds == 0) {
            throw new ConfigException(
                    "Split " + split.number() + " has no folds. Draw one that has: drydock split --folds 5.");
        }
        if (fold < 0 || fold >= folds) {
            throw new ConfigException(
                    "Split " + split.number() + " has folds 0.." + (folds - 1) + ", not " + fold + ".");
        }
        return split.foldAsValid(fold);
    }

    /** The same without some images. */
    public TrainingImages without(Set<String> images) {
        return new TrainingImages(
                data,
                split,
                train.stream().filter(one -> !images.contains(one.image())).toList(),
                valid.stream().filter(one -> !images.contains(one.image())).toList(),
                notes);
    }
}
