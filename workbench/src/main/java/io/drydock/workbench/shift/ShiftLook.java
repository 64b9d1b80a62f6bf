package io.drydock.workbench.shift;

import io.drydock.explore.shift.TwoSampleTest;
import io.drydock.workbench.audit.AuditedImage;
import io.drydock.workbench.audit.Embedding;
import io.drydock.workbench.inspect.Shift;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How labelled images and those to be predicted differ.
 *
 * @param encoder what gave the embeddings, in words
 * @param labeled labelled images compared
 * @param test images to be predicted compared
 * @param embedding whether a classifier tells them apart by their embeddings; empty when either has fewer than eight
 * @param measures measure by measure
 * @param likeTest labelled images most like those to be predicted, at most 60, the most alike first
 * @param unlikeTest labelled images least like them, at most 60, the least alike first
 */
public record ShiftLook(
        String encoder,
        int labeled,
        int test,
        Optional<TwoSampleTest> embedding,
        List<Shift> measures,
        List<Likeness> likeTest,
        List<Likeness> unlikeTest) {
    private static final int FEWEST = 8;
    private static final int KEPT = 60;

    public ShiftLook {
        measures = List.copyOf(measures);
        likeTest = List.copyOf(likeTest);
        unlikeTest = List.copyOf(unlikeTest);
    }

    /**
     * How much a labelled image looks like those to be predicted.
     *
     * @param value in [0, 1]; .5 when it looks as much like the one as like the other
     */
    public record Likeness(AuditedImage image, double value) {}

    /** Compares. */
    public static ShiftLook of(Embedding embedding, List<Shift> measures, long seed) {
        List<AuditedImage> images = embedding.images();
        boolean[] second = new boolean[images.size()];
        int test = 0;
        for (int i = 0; i < second.length; i++) {
            second[i] = !images.get(i).labeled();
            test += second[i] ? 1 : 0;
        }
        int labeled = second.length - test;
        if (test < FEWEST || labeled < FEWEST) {
            return new ShiftLook(embedding.encoder(), labeled, test, Optional.empty(), measures, List.of(), List.of());
        }
        TwoSampleTest told = TwoSampleTest.of(embedding.rows(), second, seed);
        List<Likeness> ordered = IntStream.range(0, second.length)
                .filter(i -> !second[i])
                .mapToObj(i -> new Likeness(images.get(i), told.likeness()[i]))
                .sorted(Comparator.comparingDouble(Likeness::value)
                        .thenComparing(likeness -> likeness.image().image()))
                .toList();
        List<Likeness> unlike = ordered.subList(0, Math.min(KEPT, ordered.size()));
        List<Likeness> like = IntStream.range(0, Math.min(KEPT, ordered.size()))
                .mapToObj(i -> ordered.get(ordered.size() - 1 - i))
                .toList();
        return new ShiftLook(embedding.encoder(), labeled, test, Optional.of(told), measures, like, unlike);
    }

    /** Whether the two differ by enough to matter, in embeddings or in a measure. */
    public boolean notable() {
        return embedding.map(TwoSampleTest::notable).orElse(false)
                || measures.stream().anyMatch(Shift::notable);
    }

    /** One sentence that says what was found. */
    public String verdict() {
        if (test == 0) {
            return "There are no images to predict, so nothing to compare with.";
        }
        if (embedding.isEmpty()) {
            return "There are too few images to compare embeddings.";
        }
        TwoSampleTest told = embedding.get();
        if (told.notable()) {
            return "A classifier tells images to predict from labelled ones: a score on labelled images may not hold for"
                    + " them.";
        }
        return told.pValue() < 0.01
                ? "A classifier tells them apart a little better than chance, too little to matter."
                : "A classifier cannot tell images to predict from labelled ones: a score on labelled images should hold"
                        + " for them.";
    }
}
