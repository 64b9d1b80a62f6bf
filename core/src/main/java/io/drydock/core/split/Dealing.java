package io.drydock.core.split;

import io.drydock.core.data.LabeledImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ObjIntConsumer;
import java.util.stream.IntStream;

/**
 * Groups of images in bins, with the counts that tell how well each bin keeps its share. Groups are numbered in the order
 * in which they were dealt: large ones first, equal ones in an order drawn from the seed. For one thread at a time.
 */
final class Dealing {
    private final List<List<LabeledImage>> groups;
    private final List<int[]> classesOfGroup = new ArrayList<>();
    private final List<List<Integer>> groupsOfClass = new ArrayList<>();
    private final double[] shares;
    private final int[] bins;
    private final int[][] images;
    private final int[][] groupCounts;
    private final int[] classCounts;
    private final int[] totals;
    private final int imageCount;

    Dealing(List<List<LabeledImage>> groups, double[] shares, int classes) {
        this.groups = groups;
        this.shares = shares.clone();
        bins = new int[groups.size()];
        Arrays.fill(bins, -1);
        images = new int[shares.length][classes];
        groupCounts = new int[shares.length][classes];
        totals = new int[shares.length];
        classCounts = new int[classes];
        for (int c = 0; c < classes; c++) {
            groupsOfClass.add(new ArrayList<>());
        }
        int counted = 0;
        for (int group = 0; group < groups.size(); group++) {
            int[] own = groups.get(group).stream()
                    .mapToInt(LabeledImage::label)
                    .distinct()
                    .toArray();
            classesOfGroup.add(own);
            for (int c : own) {
                groupsOfClass.get(c).add(group);
            }
            groups.get(group).forEach(image -> classCounts[image.label()]++);
            counted += groups.get(group).size();
        }
        imageCount = counted;
    }

    /** Puts a group that is in no bin yet into one. */
    void place(int group, int bin) {
        bins[group] = bin;
        count(group, bin, 1);
    }

    void move(int group, int bin) {
        count(group, bins[group], -1);
        place(group, bin);
    }

    private void count(int group, int bin, int sign) {
        for (LabeledImage image : groups.get(group)) {
            images[bin][image.label()] += sign;
        }
        for (int c : classesOfGroup.get(group)) {
            groupCounts[bin][c] += sign;
        }
        totals[bin] += sign * groups.get(group).size();
    }

    /** Number of groups. */
    int size() {
        return groups.size();
    }

    int size(int group) {
        return groups.get(group).size();
    }

    int classes() {
        return classCounts.length;
    }

    int binCount() {
        return shares.length;
    }

    List<LabeledImage> images(int group) {
        return groups.get(group);
    }

    /** Passes each image's path and bin. */
    void forEachImage(ObjIntConsumer<String> taken) {
        for (int group = 0; group < groups.size(); group++) {
            for (LabeledImage image : groups.get(group)) {
                taken.accept(image.image(), bins[group]);
            }
        }
    }

    int bin(int group) {
        return bins[group];
    }

    /** Distinct classes of a group's images. */
    int[] classesOf(int group) {
        return classesOfGroup.get(group).clone();
    }

    /** Groups that hold an image of the class, large ones first. */
    List<Integer> groupsOf(int classIndex) {
        return groupsOfClass.get(classIndex);
    }

    /** Groups with an image of the class in a bin. */
    int groupCount(int bin, int classIndex) {
        return groupCounts[bin][classIndex];
    }

    int total(int bin) {
        return totals[bin];
    }

    /** Images that the bin should hold, a fraction perhaps. */
    double target(int bin) {
        return shares[bin] * imageCount;
    }

    /** By how many images of the class the bin is short of its share; negative when it has too many. */
    double lag(int bin, int classIndex) {
        return shares[bin] * classCounts[classIndex] - images[bin][classIndex];
    }

    /** How much the classes of a group would be nearer to their shares of two bins after a move; per image. */
    double gain(int group, int to) {
        int from = bins[group];
        double gain = 0;
        for (int c : classesOfGroup.get(group)) {
            long n = groups.get(group).stream()
                    .filter(image -> image.label() == c)
                    .count();
            gain += Math.abs(lag(to, c))
                    - Math.abs(lag(to, c) - n)
                    + Math.abs(lag(from, c))
                    - Math.abs(lag(from, c) + n);
        }
        return gain / size(group);
    }

    /** The group among some whose move to a bin brings its classes nearest, the first of equals; -1 for none. */
    int bestGain(IntStream candidates, int to) {
        int best = -1;
        double most = Double.NEGATIVE_INFINITY;
        for (int group : candidates.toArray()) {
            double gain = gain(group, to);
            if (gain > most + 1e-9) {
                best = group;
                most = gain;
            }
        }
        return best;
    }

    /** Whether every class of the group has another group in the group's bin. */
    boolean isSpare(int group) {
        return Arrays.stream(classesOfGroup.get(group)).allMatch(c -> groupCounts[bins[group]][c] > 1);
    }
}
