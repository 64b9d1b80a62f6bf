package io.drydock.core.split;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A division of the labelled images into parts, numbered and never changed.
 *
 * @param number from 1 within a workspace
 * @param validShare share of images asked for in {@link Part#VALID}, in (0, 1)
 * @param groupBy what keeps images together: {@code content}, {@code file} for an imported split, or a column's name
 * @param journalPosition the labels it was drawn on
 * @param dataSha256 hash of that data
 * @param parts part of each image
 * @param folds fold of each image from 0, empty without folds
 */
public record Split(
        int number,
        long seed,
        double validShare,
        String groupBy,
        long journalPosition,
        String dataSha256,
        Map<String, Part> parts,
        Map<String, Integer> folds) {
    public Split {
        parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
        folds = Collections.unmodifiableSortedMap(new TreeMap<>(folds));
    }

    /** The same division under a number, as a workspace stores it. */
    public Split numbered(int storedNumber) {
        return new Split(storedNumber, seed, validShare, groupBy, journalPosition, dataSha256, parts, folds);
    }

    /** Part of an image, absent where the split does not know it. */
    public Optional<Part> part(String image) {
        return Optional.ofNullable(parts.get(image));
    }

    /** Fold of an image from 0. */
    public OptionalInt fold(String image) {
        Integer fold = folds.get(image);
        return fold == null ? OptionalInt.empty() : OptionalInt.of(fold);
    }

    /** Images of a part in path order. */
    public List<String> images(Part part) {
        List<String> images = new ArrayList<>();
        parts.forEach((image, own) -> {
            if (own == part) {
                images.add(image);
            }
        });
        return images;
    }

    public int count(Part part) {
        return Collections.frequency(parts.values(), part);
    }

    /** Share of all images that this part holds, in [0, 1]. */
    public double share(Part part) {
        return parts.isEmpty() ? 0 : (double) count(part) / parts.size();
    }

    /**
     * The same division with more images to train on: those among the given that it does not know. They have no fold, so
     * no score is measured on them.
     */
    public Split trainingOnToo(Collection<String> images) {
        Map<String, Part> more = new HashMap<>(parts);
        images.forEach(image -> more.putIfAbsent(image, Part.TRAIN));
        return more.size() == parts.size()
                ? this
                : new Split(number, seed, validShare, groupBy, journalPosition, dataSha256, more, folds);
    }

    /** Number of folds, 0 for none. */
    public int foldCount() {
        return folds.values().stream().mapToInt(fold -> fold + 1).max().orElse(0);
    }

    /**
     * The division that validates on one fold and trains on all others, images without a fold among them.
     *
     * @throws IllegalArgumentException if there is no such fold
     */
    public Split foldAsValid(int fold) {
        if (fold < 0 || fold >= foldCount()) {
            throw new IllegalArgumentException("fold " + fold + " of a split with " + foldCount() + " folds");
        }
        SortedMap<String, Part> byFold = new TreeMap<>(parts);
        byFold.values().removeIf(part -> part != Part.TRAIN);
        folds.forEach((image, own) -> byFold.put(image, own == fold ? Part.VALID : Part.TRAIN));
        return new Split(number, seed, validShare, groupBy, journalPosition, dataSha256, byFold, folds);
    }

    /**
     * Groups that have images in more than one part.
     *
     * @param groups group of each image
     */
    public Set<String> groupsInSeveralParts(Map<String, String> groups) {
        Map<String, Part> first = new HashMap<>();
        Set<String> straddling = new HashSet<>();
        parts.forEach((image, part) -> {
            String group = groups.get(image);
            if (group != null) {
                Part seen = first.putIfAbsent(group, part);
                if (seen != null && seen != part) {
                    straddling.add(group);
                }
            }
        });
        return straddling;
    }

    /**
     * Images of each class in a part, by class code.
     *
     * @param labels class code of each image
     */
    public SortedMap<String, Integer> classCounts(Part part, Map<String, String> labels, Collection<String> codes) {
        SortedMap<String, Integer> counts = new TreeMap<>();
        codes.forEach(code -> counts.put(code, 0));
        for (String image : images(part)) {
            String code = labels.get(image);
            if (code != null) {
                counts.merge(code, 1, Integer::sum);
            }
        }
        return counts;
    }
}
