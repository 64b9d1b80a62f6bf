package io.drydock.sample;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/**
 * A set of drawn ships to be written: how many, from which seed, and with which faults. The same set gives the same
 * files wherever the same Java draws them. Value.
 *
 * <p>Mislabeled, grey and several ones are different pictures among the {@code labeled}; copies and broken files come on top.
 */
public final class ShipSet {
    private final int labeled;
    private final int test;
    private final long seed;
    private final int mislabeled;
    private final int gray;
    private final int broken;
    private final int several;
    private final Map<CopyKind, Integer> copies;

    private ShipSet(
            int labeled,
            int test,
            long seed,
            int mislabeled,
            int gray,
            int broken,
            int several,
            Map<CopyKind, Integer> copies) {
        int faulty = mislabeled + gray + several;
        if (labeled < 1 || test < 0 || mislabeled < 0 || gray < 0 || broken < 0 || several < 0 || faulty > labeled) {
            throw new IllegalArgumentException(
                    "a set needs at least 1 labelled picture, and not more mislabeled, grey and several ones than"
                            + " there are; were " + labeled + " labelled, " + test + " test, " + mislabeled
                            + " mislabeled, " + gray + " grey, " + several + " several, " + broken
                            + " broken");
        }
        this.labeled = labeled;
        this.test = test;
        this.seed = seed;
        this.mislabeled = mislabeled;
        this.gray = gray;
        this.broken = broken;
        this.several = several;
        this.copies = new EnumMap<>(CopyKind.class);
        this.copies.putAll(copies);
    }

    /**
     * A faultless set, with a fifth as many test pictures on top.
     *
     * @param labeled pictures in train.csv
     */
    public static ShipSet of(int labeled, long seed) {
        return new ShipSet(labeled, labeled / 5, seed, 0, 0, 0, 0, Map.of());
    }

    public ShipSet withTest(int count) {
        return new ShipSet(labeled, count, seed, mislabeled, gray, broken, several, copies);
    }

    /** Pictures whose row names another class. */
    public ShipSet withMislabeled(int count) {
        return new ShipSet(labeled, test, seed, count, gray, broken, several, copies);
    }

    /** Pictures without color: every second one with a single stored component. */
    public ShipSet withGray(int count) {
        return new ShipSet(labeled, test, seed, mislabeled, count, broken, several, copies);
    }

    /** Labelled files that cannot be decoded, of every {@link BrokenKind} in turn. */
    public ShipSet withBroken(int count) {
        return new ShipSet(labeled, test, seed, mislabeled, gray, count, several, copies);
    }

    /** Pictures of two ships of the one type. */
    public ShipSet withSeveral(int count) {
        return new ShipSet(labeled, test, seed, mislabeled, gray, broken, count, copies);
    }

    public ShipSet withExactCopies(int count) {
        return withCopies(CopyKind.EXACT, count);
    }

    /** Byte-equal copies with another label. */
    public ShipSet withConflicts(int count) {
        return withCopies(CopyKind.CONFLICT, count);
    }

    /** Byte-equal copies of labelled pictures among the test pictures. */
    public ShipSet withLeaks(int count) {
        return withCopies(CopyKind.LEAK, count);
    }

    public ShipSet withReencoded(int count) {
        return withCopies(CopyKind.REENCODED, count);
    }

    public ShipSet withResized(int count) {
        return withCopies(CopyKind.RESIZED, count);
    }

    public ShipSet withFlipped(int count) {
        return withCopies(CopyKind.FLIPPED, count);
    }

    private ShipSet withCopies(CopyKind kind, int count) {
        Map<CopyKind, Integer> changed = new EnumMap<>(CopyKind.class);
        changed.putAll(copies);
        changed.put(kind, count);
        return new ShipSet(labeled, test, seed, mislabeled, gray, broken, several, changed);
    }

    int labeled() {
        return labeled;
    }

    int test() {
        return test;
    }

    long seed() {
        return seed;
    }

    int mislabeled() {
        return mislabeled;
    }

    int gray() {
        return gray;
    }

    int broken() {
        return broken;
    }

    int several() {
        return several;
    }

    int copies(CopyKind kind) {
        return copies.getOrDefault(kind, 0);
    }

    /**
     * Writes {@code images/}, {@code train.csv} (image,category), {@code test.csv} (image) and
     * {@code sample_submission.csv} into a folder, replacing files of these names.
     *
     * @throws java.io.UncheckedIOException if the folder cannot be written
     */
    public Planted write(Path folder) {
        return new ShipSetWriter(this).write(folder);
    }
}
