package io.drydock.workbench;

import io.drydock.core.data.ClassList;
import io.drydock.core.data.Dataset;
import io.drydock.core.data.LabeledImage;
import io.drydock.core.error.DataException;
import io.drydock.core.predict.Probabilities;
import io.drydock.explore.label.LabelFilter;
import io.drydock.explore.label.LabelRanking;
import io.drydock.explore.label.RemainingErrors;
import io.drydock.workbench.issue.GivenProbabilities;
import io.drydock.workbench.issue.KeptProbabilities;
import io.drydock.workbench.issue.LabelIssue;
import io.drydock.workbench.issue.LabelReview;
import io.drydock.workbench.issue.LoneClasses;
import io.drydock.workbench.issue.ProbabilitySource;
import io.drydock.workbench.issue.ProbeChoice;
import io.drydock.workspace.Workspace;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Ranks the labelled images by how suspect their labels are, and estimates how many labels are wrong. Safe for use by many
 * threads.
 */
public final class FindLabelIssues {
    /**
     * What to hold against what.
     *
     * @param workspace folder of the workspace
     * @param filter which images are called mislabelled
     * @param ranking what orders them
     * @param groups images that must share a fold because they show the same, by the name of their group; images of equal
     *     content always do
     */
    public record Request(
            Path workspace,
            ProbabilitySource source,
            LabelFilter filter,
            LabelRanking ranking,
            Map<String, String> groups) {
        public Request {
            groups = Map.copyOf(groups);
        }

        /** The linear probe with its usual settings. */
        public static Request of(Path workspace) {
            return new Request(
                    workspace,
                    new ProbabilitySource.Probe(ProbeChoice.STANDARD),
                    LabelFilter.PRUNE_BY_NOISE_RATE,
                    LabelRanking.NOISE_AWARE,
                    Map.of());
        }

        /** With other probabilities. */
        public Request withSource(ProbabilitySource other) {
            return new Request(workspace, other, filter, ranking, groups);
        }

        /** With near-duplicates that share a fold. */
        public Request withGroups(Map<String, String> groupOfImage) {
            return new Request(workspace, source, filter, ranking, groupOfImage);
        }
    }

    /**
     * What came out.
     *
     * @param source of the probabilities, in words
     * @param journalPosition position of the journal whose labels were looked at
     * @param issues every labelled image that has probabilities, the most suspect first
     * @param estimate of wrong labels: in all, and among images that nobody has looked at yet
     * @param withoutProbabilities labelled images that the source does not cover, or that no model can judge
     * @param alone those that no model can judge, because they are all that their class has
     */
    public record Result(
            ClassList classes,
            String source,
            long journalPosition,
            List<LabelIssue> issues,
            RemainingErrors estimate,
            Probabilities probabilities,
            List<String> withoutProbabilities,
            List<LabeledImage> alone,
            double seconds) {
        public Result {
            issues = List.copyOf(issues);
            withoutProbabilities = List.copyOf(withoutProbabilities);
            alone = List.copyOf(alone);
        }

        /** Number of images that the filter calls mislabelled. */
        public long flagged() {
            return issues.stream().filter(LabelIssue::flagged).count();
        }
    }

    /**
     * Ranks.
     *
     * @throws io.drydock.core.error.DataException if the source covers no labelled image
     */
    public Result run(Request request, Progress progress) {
        long start = System.nanoTime();
        Workspace workspace = Workspace.open(request.workspace());
        long position = workspace.journal().position();
        Dataset data = workspace.dataset(position);
        Set<String> lone = LoneClasses.images(data, request.groups());
        GivenProbabilities all = GivenProbabilities.of(workspace, data, request.source(), request.groups(), progress)
                .without(workspace.changedImages().all().keySet());
        GivenProbabilities given = request.source().isFromOutside() ? all : judged(all, lone);
        KeptProbabilities.keep(workspace, given.probabilities());
        LabelReview review = LabelReview.of(workspace, given.images());
        return new Result(
                data.classes(),
                given.source(),
                position,
                review.issues(given.probabilities(), request.filter(), request.ranking()),
                review.estimate(given.probabilities()),
                given.probabilities(),
                given.withoutProbabilities(),
                alone(data, lone, given.withoutProbabilities()),
                (System.nanoTime() - start) / 1e9);
    }

    private static GivenProbabilities judged(GivenProbabilities all, Set<String> lone) {
        if (all.images().stream().allMatch(image -> lone.contains(image.image()))) {
            throw new DataException(
                    "Every class has one image, or copies of one, so no model can judge a label. Add images"
                            + " to the classes.");
        }
        return all.without(lone);
    }

    private static List<LabeledImage> alone(Dataset data, Set<String> lone, List<String> without) {
        Set<String> left = new HashSet<>(without);
        return data.images().stream()
                .filter(image -> lone.contains(image.image()) && left.contains(image.image()))
                .toList();
    }

    /**
     * The estimate of wrong labels as the review stands now, by the probabilities of the last call of {@link #run}; empty
     * before the first. Images dropped since then are left out.
     *
     * @param workspace its folder
     */
    public static Optional<RemainingErrors> estimate(Path workspace) {
        Workspace open = Workspace.open(workspace);
        return KeptProbabilities.find(open).flatMap(kept -> {
            Set<String> known = new HashSet<>(kept.images());
            List<LabeledImage> images = open.dataset().images().stream()
                    .filter(image -> known.contains(image.image()))
                    .toList();
            if (images.isEmpty()) {
                return Optional.empty();
            }
            Probabilities now =
                    kept.select(images.stream().map(LabeledImage::image).toList());
            return Optional.of(LabelReview.of(open, images).estimate(now));
        });
    }
}
