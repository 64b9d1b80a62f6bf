package io.drydock.workbench.issue;

import io.drydock.core.data.ClassList;
import io.drydock.core.data.LabeledImage;
import io.drydock.core.finding.FindingKind;
import io.drydock.core.label.Action;
import io.drydock.core.label.JournalEntry;
import io.drydock.core.label.LabelState;
import io.drydock.core.predict.Probabilities;
import io.drydock.core.split.Split;
import io.drydock.explore.label.ConfidentJoint;
import io.drydock.explore.label.LabelEvidence;
import io.drydock.explore.label.LabelFilter;
import io.drydock.explore.label.LabelRanking;
import io.drydock.explore.label.NoiseModel;
import io.drydock.explore.label.Outcome;
import io.drydock.explore.label.RemainingErrors;
import io.drydock.workspace.Workspace;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Labelled images as a review has left them: their labels now, what they were before anybody looked, and what was found. For
 * one thread at a time.
 */
public final class LabelReview {
    private final List<LabeledImage> images;
    private final int[] before;
    private final Outcome[] outcomes;
    private final Optional<Split> split;

    private LabelReview(List<LabeledImage> images, int[] before, Outcome[] outcomes, Optional<Split> split) {
        this.images = List.copyOf(images);
        this.before = before;
        this.outcomes = outcomes;
        this.split = split;
    }

    /**
     * What the journal says of images.
     *
     * @param images with their labels now
     */
    public static LabelReview of(Workspace workspace, List<LabeledImage> images) {
        Map<String, Found> found =
                found(workspace.journal().entries(), workspace.journal().state(), workspace.classes());
        int[] before = new int[images.size()];
        Outcome[] outcomes = new Outcome[images.size()];
        for (int i = 0; i < before.length; i++) {
            LabeledImage image = images.get(i);
            Found one = Stream.of(image.sha256() + image.image(), image.sha256() + " " + image.label(), image.sha256())
                    .map(found::get)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElseGet(() -> new Found(image.label(), false, false));
            boolean changed = one.before() != image.label();
            before[i] = one.before();
            outcomes[i] = one.outcome(changed);
        }
        return new LabelReview(images, before, outcomes, workspace.currentSplit());
    }

    /**
     * The first label that a decision replaced or confirmed, by path, by content and the label that the decision gave, and by
     * content where the decision holds for all images of it.
     *
     * A relabel of an image that had no label gives the first one, and is no verdict on another.
     *
     * @param looked whether a decision said keep or relabel
     * @param picked whether copies with two labels led there: they say nothing of images without copies
     */
    private record Found(int before, boolean looked, boolean picked) {
        Outcome outcome(boolean changed) {
            if (picked) {
                return changed ? Outcome.PICKED_WRONG : Outcome.PICKED_RIGHT;
            }
            return changed ? Outcome.WRONG : looked ? Outcome.RIGHT : Outcome.UNSEEN;
        }
    }

    private static Map<String, Found> found(List<JournalEntry> entries, LabelState state, ClassList classes) {
        Map<String, Found> found = new HashMap<>();
        List<String> codes = classes.codes();
        for (JournalEntry entry : entries) {
            boolean first = entry.action() == Action.RELABEL && entry.oldLabel().isEmpty();
            boolean verdict = entry.action() == Action.RELABEL || entry.action() == Action.KEEP;
            if (verdict && !first && state.isActive(entry.batch())) {
                int old = codes.indexOf(entry.oldLabel().or(entry::newLabel).orElse(""));
                if (old >= 0) {
                    Found said = new Found(old, true, isOfCopies(entry));
                    String given = String.valueOf(
                            codes.indexOf(entry.newLabel().or(entry::oldLabel).orElse("")));
                    String own = entry.sha256() + entry.image();
                    found.putIfAbsent(own, said);
                    found.putIfAbsent(entry.sha256() + " " + given, found.getOrDefault(own, said));
                    if (entry.version() == JournalEntry.ANY_LABEL) {
                        found.putIfAbsent(entry.sha256(), said);
                    }
                }
            }
        }
        return found;
    }

    private static boolean isOfCopies(JournalEntry entry) {
        return entry.finding()
                .filter(id -> id.startsWith(FindingKind.CONFLICT.key() + "-"))
                .isPresent();
    }

    /** Images looked at: kept or relabelled. */
    public int seen() {
        return (int) IntStream.range(0, outcomes.length)
                .filter(i -> outcomes[i] != Outcome.UNSEEN)
                .count();
    }

    /** Wrong labels to expect, from the labels before the review and what it found. */
    public RemainingErrors estimate(Probabilities probabilities) {
        return RemainingErrors.of(new LabelEvidence(before, rows(probabilities)), outcomes);
    }

    /** Every image with its suspicion, the most suspect first; ties by path. */
    public List<LabelIssue> issues(Probabilities probabilities, LabelFilter filter, LabelRanking ranking) {
        int[] labels = images.stream().mapToInt(LabeledImage::label).toArray();
        LabelEvidence evidence = new LabelEvidence(labels, rows(probabilities));
        double[] scores = ranking.of(evidence);
        NoiseModel noise = NoiseModel.of(evidence);
        double[][] truth = noise.truth(evidence);
        double[] wrong = noise.wrong(evidence);
        BitSet flagged = filter.flagged(evidence, ConfidentJoint.of(evidence));
        List<Integer> order = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> scores[i])
                        .thenComparing(i -> images.get(i).image()))
                .toList();
        List<LabelIssue> issues = new ArrayList<>();
        for (int i : order) {
            String image = images.get(i).image();
            issues.add(new LabelIssue(
                    image,
                    images.get(i).sha256(),
                    issues.size() + 1,
                    Math.min(1, Math.max(0, scores[i])),
                    labels[i],
                    suggested(truth[i], labels[i]),
                    DoubleStream.of(probabilities.row(i)).boxed().toList(),
                    wrong[i],
                    flagged.get(i),
                    split.flatMap(drawn -> drawn.part(image))));
        }
        return issues;
    }

    private static int suggested(double[] truth, int given) {
        return IntStream.range(0, truth.length)
                .filter(c -> c != given)
                .boxed()
                .max(Comparator.comparingDouble(c -> truth[c]))
                .orElse(given);
    }

    private static double[][] rows(Probabilities probabilities) {
        return IntStream.range(0, probabilities.size())
                .mapToObj(probabilities::row)
                .toArray(double[][]::new);
    }
}
