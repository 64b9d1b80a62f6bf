package io.drydock.train.loop;

import io.drydock.core.random.RandomStream;
import io.drydock.train.config.ClassBalance;
import java.util.ArrayList;
import java.util.List;

/**
 * In which order an epoch shows the training images: a permutation, or a draw with equal classes. It depends on the seed and
 * the epoch only. Safe for use by many threads.
 *
 * @param images indices into the training images
 * @param repeats how often the same image stood earlier in the epoch
 */
record EpochOrder(int[] images, int[] repeats) {
    static EpochOrder of(long seed, int epoch, int[] labels, int classes, ClassBalance balance) {
        RandomStream stream = RandomStream.of(seed, "shuffle", epoch);
        int[] order = stream.permutation(labels.length);
        if (balance == ClassBalance.OVERSAMPLED) {
            order = oversampled(order, stream, labels, classes);
        }
        int[] seen = new int[labels.length];
        int[] repeats = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            repeats[i] = seen[order[i]]++;
        }
        return new EpochOrder(order, repeats);
    }

    /** Walks through each class in turn, again from its start where a class ends, and shuffles the whole. */
    private static int[] oversampled(int[] order, RandomStream stream, int[] labels, int classes) {
        List<List<Integer>> byClass = new ArrayList<>();
        for (int c = 0; c < classes; c++) {
            byClass.add(new ArrayList<>());
        }
        for (int image : order) {
            byClass.get(labels[image]).add(image);
        }
        byClass.removeIf(List::isEmpty);
        int[] drawn = new int[order.length];
        for (int i = 0; i < drawn.length; i++) {
            List<Integer> members = byClass.get(i % byClass.size());
            drawn[i] = members.get(i / byClass.size() % members.size());
        }
        int[] shuffle = stream.permutation(drawn.length);
        int[] result = new int[drawn.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = drawn[shuffle[i]];
        }
        return result;
    }

    int size() {
        return images.length;
    }
}
