package io.drydock.workbench.evaluate;

import io.drydock.core.data.Dataset;
import io.drydock.core.data.LabeledImage;
import io.drydock.core.error.ConfigException;
import io.drydock.core.error.DataException;
import io.drydock.core.split.Part;
import io.drydock.core.split.Split;
import io.drydock.workbench.run.RunCard;
import io.drydock.workspace.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The images of a part that have a label now, with that label: in path order.
 *
 * @param split the division they come from, a held-out fold standing as its valid part
 * @param labels class index of each image
 */
public record PartLabels(Split split, Part part, List<String> images, List<Integer> labels) {
    public PartLabels {
        images = List.copyOf(images);
        labels = List.copyOf(labels);
    }

    /**
     * What a run is to be scored on.
     *
     * @throws ConfigException if the part has no labels, or the run was trained on its validation images
     * @throws DataException if no image is left
     */
    public static PartLabels of(Workspace workspace, Dataset data, RunCard card, Part part) {
        if (part == Part.VALID && card.allData()) {
            throw new ConfigException("Run " + card.run() + " was trained on the valid part too (--all-data), so it has"
                    + " no validation score. Evaluate a run that was not, or predict the test part.");
        }
        Split split = workspace.split(card.split(), workspace.journal().state());
        return of(data, card.fold().map(fold -> divided(card, split, fold)).orElse(split), part);
    }

    private static Split divided(RunCard card, Split split, int fold) {
        if (fold < 0 || fold >= split.foldCount()) {
            throw new DataException(
                    "run.json of " + card.run() + " names fold " + fold + ", and split " + split.number() + " has "
                            + split.foldCount() + " folds. One of the two was changed: put it back from a copy.");
        }
        return split.foldAsValid(fold);
    }

    /** The labelled images of a part of a split. */
    public static PartLabels of(Dataset data, Split split, Part part) {
        if (part == Part.TEST) {
            throw new ConfigException("The test part has no labels to score against. Use drydock predict or drydock"
                    + " submit for it, and --part valid here.");
        }
        if (part == Part.POOL) {
            throw new ConfigException("The images in the pool have no labels to score against. Use drydock predict for"
                    + " them, and --part valid here.");
        }
        Map<String, Integer> known = new LinkedHashMap<>();
        for (LabeledImage image : data.images()) {
            known.put(image.image(), image.label());
        }
        List<String> images = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        for (String image : split.images(part)) {
            Integer label = known.get(image);
            if (label != null) {
                images.add(image);
                labels.add(label);
            }
        }
        if (images.isEmpty()) {
            throw new DataException(
                    "The " + part.key() + " part of split " + split.number() + " has no labelled image to score.");
        }
        return new PartLabels(split, part, images, labels);
    }

    /** Labels of some of the images, in their order. */
    public int[] labelsOf(List<String> wanted) {
        Map<String, Integer> byImage = new LinkedHashMap<>();
        for (int i = 0; i < images.size(); i++) {
            byImage.put(images.get(i), labels.get(i));
        }
        return wanted.stream()
                .mapToInt(image -> byImage.getOrDefault(image, -1))
                .toArray();
    }
}
