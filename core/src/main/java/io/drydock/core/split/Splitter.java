package io.drydock.core.split;

import io.drydock.core.data.Dataset;
import io.drydock.core.data.LabeledImage;
import io.drydock.core.error.ConfigException;
import io.drydock.core.error.DataException;
import io.drydock.core.random.RandomStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Draws a split: the share that was asked for, every class in proportion, images of equal content (and of equal group, when
 * groups are given) always in one part, the same for a seed on any machine and in any order of rows.
 *
 * @param validShare share of images for validation, in (0, 1)
 * @param foldCount number of folds over all labelled images, 0 for none
 * @param groupBy name of what joins images, {@code content} when nothing more does
 * @param groups group of each image that has one
 */
public record Splitter(double validShare, int foldCount, String groupBy, Map<String, String> groups) {
    public Splitter {
        groups = Map.copyOf(groups);
        if (!(validShare > 0 && validShare < 1)) {
            throw new ConfigException(
                    "--valid must lie between 0 and 1, was " + validShare + ". Write 0.15 for 15 % of the images.");
        }
        if (foldCount < 0 || foldCount == 1) {
            throw new ConfigException("--folds must be 2 or more, was " + foldCount + ". Write 5 for five folds.");
        }
    }

    /** Stratified by class, with equal contents together. */
    public static Splitter stratified(double validShare) {
        return new Splitter(validShare, 0, "content", Map.of());
    }

    /** With folds beside the parts. */
    public Splitter folds(int count) {
        return new Splitter(validShare, count, groupBy, groups);
    }

    /**
     * With images of one group together too.
     *
     * @param name of the column or reason
     * @param groupOfImage group of each image
     */
    public Splitter groupedBy(String name, Map<String, String> groupOfImage) {
        return new Splitter(validShare, foldCount, name, groupOfImage);
    }

    /**
     * Draws split number 0 (a workspace numbers it when storing).
     *
     * @param journalPosition the labels that {@code data} shows
     * @throws DataException if a part or fold would be empty
     */
    public Split split(Dataset data, long seed, long journalPosition) {
        List<List<LabeledImage>> joined = ImageGroups.of(data, groups);
        int classes = data.classes().size();
        Dealing dealt = Allotment.deal(joined, new double[] {1 - validShare, validShare}, classes, seed, "split");
        PartBalance.correct(dealt, turns(classes, seed));
        Map<String, Part> parts = new HashMap<>();
        dealt.forEachImage((image, bin) -> parts.put(image, bin == PartBalance.TRAIN ? Part.TRAIN : Part.VALID));
        requireBoth(parts, joined.size());
        Map<String, Integer> folds = new HashMap<>();
        if (foldCount > 0) {
            if (joined.size() < foldCount) {
                throw new DataException(foldCount + " folds need at least " + foldCount
                        + " images or groups of them, there are " + joined.size() + ". Ask for fewer folds.");
            }
            double[] shares = new double[foldCount];
            Arrays.fill(shares, 1.0 / foldCount);
            Dealing folded = Allotment.deal(joined, shares, classes, seed, "folds");
            FoldBalance.correct(folded);
            folded.forEachImage(folds::put);
            requireEvery(folds);
        }
        return new Split(0, seed, validShare, groupBy, journalPosition, data.sha256(), parts, folds);
    }

    /** Place of each class among equals. */
    private static int[] turns(int classes, long seed) {
        int[] turns = new int[classes];
        int[] order = RandomStream.of(seed, "split-classes").permutation(classes);
        for (int turn = 0; turn < classes; turn++) {
            turns[order[turn]] = turn;
        }
        return turns;
    }

    private void requireBoth(Map<String, Part> parts, int groupCount) {
        for (Part part : List.of(Part.TRAIN, Part.VALID)) {
            if (!parts.containsValue(part)) {
                throw new DataException("The " + part.key() + " part would be empty: a share of " + validShare
                        + " for validation of " + parts.size() + " images in " + groupCount
                        + " groups, and train needs an image of each class. Choose another --valid, or label more"
                        + " images.");
            }
        }
    }

    private void requireEvery(Map<String, Integer> folds) {
        for (int fold = 0; fold < foldCount; fold++) {
            if (!folds.containsValue(fold)) {
                throw new DataException("Fold " + fold + " of " + foldCount
                        + " would be empty because groups of images stay together. Ask for fewer folds.");
            }
        }
    }
}
