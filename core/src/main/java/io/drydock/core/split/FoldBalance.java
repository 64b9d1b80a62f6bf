package io.drydock.core.split;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Corrects folds: a class of two or more groups is in two folds at least, so that every model learns it, and each fold has
 * its share of all images. Folds that have both stay as they were dealt. For one thread at a time.
 */
final class FoldBalance {
    /** A total that is off by no more than this is met. */
    private static final double MET = 1;

    private final Dealing dealing;

    private FoldBalance(Dealing dealing) {
        this.dealing = dealing;
    }

    static void correct(Dealing dealing) {
        FoldBalance balance = new FoldBalance(dealing);
        balance.spreadClasses();
        balance.evenOut();
    }

    private void spreadClasses() {
        for (int c = 0; c < dealing.classes(); c++) {
            List<Integer> groups = dealing.groupsOf(c);
            if (groups.size() > 1) {
                int smallest = groups.get(groups.size() - 1);
                int fold = dealing.bin(smallest);
                if (dealing.groupCount(fold, c) == groups.size()) {
                    dealing.move(
                            smallest,
                            foldsByExcess()
                                    .filter(other -> other != fold)
                                    .findFirst()
                                    .orElse(fold));
                }
            }
        }
    }

    /** Moves groups from full folds to empty ones until none brings two folds nearer to each other. */
    private void evenOut() {
        while (isOff() && moveOne()) {
            // Every move lowers the sum of squares of the totals, so this ends.
        }
    }

    private boolean isOff() {
        return IntStream.range(0, dealing.binCount()).anyMatch(fold -> Math.abs(excess(fold)) > MET);
    }

    private boolean moveOne() {
        int[] folds = foldsByExcess().toArray();
        for (int i = folds.length - 1; i > 0; i--) {
            for (int j = 0; j < i; j++) {
                int group = best(folds[i], folds[j]);
                if (group >= 0) {
                    dealing.move(group, folds[j]);
                    return true;
                }
            }
        }
        return false;
    }

    private int best(int from, int to) {
        int gap = dealing.total(from) - dealing.total(to);
        if (gap <= 1) {
            return -1;
        }
        return dealing.bestGain(
                IntStream.range(0, dealing.size())
                        .filter(group ->
                                dealing.bin(group) == from && dealing.size(group) < gap && staysSpread(group, to)),
                to);
    }

    /** Whether each class of the group that is in several folds still is after the move. */
    private boolean staysSpread(int group, int to) {
        int from = dealing.bin(group);
        return Arrays.stream(dealing.classesOf(group)).allMatch(c -> {
            int all = dealing.groupsOf(c).size();
            return all == 1 || dealing.groupCount(from, c) > 1 || dealing.groupCount(to, c) < all - 1;
        });
    }

    private IntStream foldsByExcess() {
        return IntStream.range(0, dealing.binCount())
                .boxed()
                .sorted(Comparator.comparingInt(dealing::total))
                .mapToInt(Integer::intValue);
    }

    private double excess(int fold) {
        return dealing.total(fold) - dealing.target(fold);
    }
}
