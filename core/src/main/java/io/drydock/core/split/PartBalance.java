package io.drydock.core.split;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Corrects a division into train and valid by as few moves as it needs. In order of weight: train has every class; valid has
 * the total that was asked for; valid has every class of two or more groups, as far as the total allows; classes keep their
 * shares (largest remainder). A division that has all of it stays as it was dealt. For one thread at a time.
 */
final class PartBalance {
    static final int TRAIN = 0;
    static final int VALID = 1;
    /** A total that is off by no more than this is met. */
    private static final double MET = 1;

    private final Dealing dealing;
    private final int[] turnOfClass;
    private final boolean[] wanted;

    private PartBalance(Dealing dealing, int[] turnOfClass) {
        this.dealing = dealing;
        this.turnOfClass = turnOfClass;
        wanted = new boolean[dealing.classes()];
    }

    /** @param turnOfClass place of each class among equals, drawn from the seed */
    static void correct(Dealing dealing, int[] turnOfClass) {
        PartBalance balance = new PartBalance(dealing, turnOfClass.clone());
        balance.giveTrainEveryClass();
        balance.chooseWanted();
        balance.giveValidTheWanted();
        balance.meetTotal();
        if (dealing.total(VALID) == 0 && dealing.target(VALID) >= 0.5) {
            balance.fillEmptyValid();
        }
    }

    private void giveTrainEveryClass() {
        for (int c = 0; c < dealing.classes(); c++) {
            if (!dealing.groupsOf(c).isEmpty() && dealing.groupCount(TRAIN, c) == 0) {
                dealing.move(smallest(c, group -> true), TRAIN);
            }
        }
    }

    /** Marks the classes that valid can have within its total: those that need fewest images, equals all or none. */
    private void chooseWanted() {
        int[] smallest = new int[dealing.classes()];
        for (int c = 0; c < smallest.length; c++) {
            List<Integer> groups = dealing.groupsOf(c);
            smallest[c] = groups.size() < 2 ? Integer.MAX_VALUE : dealing.size(groups.get(groups.size() - 1));
        }
        double left = dealing.target(VALID);
        for (int size : Arrays.stream(smallest)
                .filter(s -> s < Integer.MAX_VALUE)
                .distinct()
                .sorted()
                .toArray()) {
            int[] level = IntStream.range(0, smallest.length)
                    .filter(c -> smallest[c] == size)
                    .toArray();
            left -= needed(level, size);
            if (left < -0.5) {
                return;
            }
            Arrays.stream(level).forEach(c -> wanted[c] = true);
        }
    }

    /** Images that give valid a group of this size for each class; one group may hold several of the classes. */
    private int needed(int[] level, int size) {
        boolean[] has = wanted.clone();
        int needed = 0;
        for (int c : level) {
            if (!has[c]) {
                List<Integer> groups = dealing.groupsOf(c);
                for (int other : dealing.classesOf(groups.get(groups.size() - 1))) {
                    has[other] = true;
                }
                needed += size;
            }
        }
        return needed;
    }

    private void giveValidTheWanted() {
        for (int c : classesBy(
                c -> dealing.size(dealing.groupsOf(c).get(dealing.groupsOf(c).size() - 1)), c -> wanted[c])) {
            if (dealing.groupCount(VALID, c) == 0) {
                int group = smallest(c, dealing::isSpare);
                if (group >= 0) {
                    dealing.move(group, VALID);
                }
            }
        }
    }

    private void meetTotal() {
        moveUntilMet();
        if (isOff() && swapUntilMet()) {
            moveUntilMet();
        }
        if (excess() > largestGroup()) {
            Arrays.fill(wanted, false);
            moveUntilMet();
        }
    }

    private int largestGroup() {
        return IntStream.range(0, dealing.size()).map(dealing::size).max().orElse(0);
    }

    private void moveUntilMet() {
        if (!isOff()) {
            return;
        }
        int to = excess() > 0 ? TRAIN : VALID;
        boolean[] exhausted = new boolean[dealing.classes()];
        while (true) {
            int next = mostLagging(to, exhausted);
            if (next < 0) {
                return;
            }
            int group = best(next, to);
            if (group < 0) {
                exhausted[next] = true;
            } else {
                dealing.move(group, to);
            }
        }
    }

    /** Replaces a class's group in valid by another of its groups where that brings the total nearer. */
    private boolean swapUntilMet() {
        boolean any = false;
        for (int c : classesBy(c -> 0, c -> dealing.groupCount(VALID, c) > 0 && dealing.groupCount(TRAIN, c) > 0)) {
            if (isOff()) {
                any |= swap(c);
            }
        }
        return any;
    }

    private boolean swap(int c) {
        List<Integer> bySize = new ArrayList<>(dealing.groupsOf(c));
        if (excess() < 0) {
            bySize.sort(Comparator.comparingInt(dealing::size));
        }
        int out = first(bySize, group -> dealing.bin(group) == VALID);
        bySize.sort(
                Comparator.comparingInt((Integer group) -> excess() < 0 ? -dealing.size(group) : dealing.size(group)));
        int in = first(bySize, group -> dealing.bin(group) == TRAIN);
        if (out < 0 || in < 0) {
            return false;
        }
        int change = dealing.size(in) - dealing.size(out);
        if (Math.abs(excess() + change) >= Math.abs(excess())) {
            return false;
        }
        dealing.move(out, TRAIN);
        dealing.move(in, VALID);
        if (keepsTrain(in) && keepsWanted(out)) {
            return true;
        }
        dealing.move(in, TRAIN);
        dealing.move(out, VALID);
        return false;
    }

    private boolean keepsTrain(int moved) {
        return Arrays.stream(dealing.classesOf(moved)).allMatch(c -> dealing.groupCount(TRAIN, c) > 0);
    }

    private boolean keepsWanted(int moved) {
        return Arrays.stream(dealing.classesOf(moved)).allMatch(c -> !wanted[c] || dealing.groupCount(VALID, c) > 0);
    }

    /** The spare group that brings the total nearest, where none brings it nearer than leaving valid empty does. */
    private void fillEmptyValid() {
        IntStream.range(0, dealing.size())
                .filter(dealing::isSpare)
                .boxed()
                .min(Comparator.comparingInt(dealing::size))
                .ifPresent(group -> dealing.move(group, VALID));
    }

    private double excess() {
        return dealing.total(VALID) - dealing.target(VALID);
    }

    private boolean isOff() {
        return Math.abs(excess()) > MET;
    }

    /** The class that is furthest below its share of a part and may still have a group to move there, or -1. */
    private int mostLagging(int to, boolean[] exhausted) {
        int most = -1;
        for (int c = 0; c < dealing.classes(); c++) {
            if (!exhausted[c] && (most < 0 || isBefore(dealing.lag(to, c), c, dealing.lag(to, most), most))) {
                most = c;
            }
        }
        return most;
    }

    private boolean isBefore(double lag, int c, double otherLag, int other) {
        return lag > otherLag + 1e-9 || (lag > otherLag - 1e-9 && turnOfClass[c] < turnOfClass[other]);
    }

    /** The group of a class that may move to a part, brings the total nearer and suits its classes best, or -1. */
    private int best(int c, int to) {
        double excess = excess();
        return dealing.bestGain(
                dealing.groupsOf(c).stream()
                        .mapToInt(Integer::intValue)
                        .filter(group -> dealing.bin(group) != to)
                        .filter(group -> Math.abs(excess + (to == VALID ? 1 : -1) * dealing.size(group))
                                < Math.abs(excess) - 1e-9)
                        .filter(group -> mayMove(group, to)),
                to);
    }

    private boolean mayMove(int group, int to) {
        return to == VALID
                ? dealing.isSpare(group)
                : Arrays.stream(dealing.classesOf(group)).allMatch(c -> !wanted[c] || dealing.groupCount(VALID, c) > 1);
    }

    private int smallest(int c, IntPredicate allowed) {
        List<Integer> groups = dealing.groupsOf(c);
        for (int i = groups.size() - 1; i >= 0; i--) {
            if (allowed.test(groups.get(i))) {
                return groups.get(i);
            }
        }
        return -1;
    }

    private static int first(List<Integer> groups, IntPredicate allowed) {
        return groups.stream().filter(allowed::test).findFirst().orElse(-1);
    }

    private List<Integer> classesBy(ToDoubleFunction<Integer> key, IntPredicate which) {
        return IntStream.range(0, dealing.classes())
                .filter(which)
                .boxed()
                .sorted(Comparator.comparingDouble(key).thenComparingInt(c -> turnOfClass[c]))
                .toList();
    }
}
