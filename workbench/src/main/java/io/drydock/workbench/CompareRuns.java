package io.drydock.workbench;

import io.drydock.core.data.Dataset;
import io.drydock.core.error.ConfigException;
import io.drydock.core.metric.PairedBootstrap;
import io.drydock.core.predict.Mix;
import io.drydock.core.predict.Probabilities;
import io.drydock.core.split.Part;
import io.drydock.workbench.evaluate.Contender;
import io.drydock.workbench.evaluate.Mixing;
import io.drydock.workbench.evaluate.PartLabels;
import io.drydock.workspace.Workspace;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * {@code drydock compare}: two runs on the same images, by a paired bootstrap of the difference of their weighted F1.
 * Safe for use by many threads.
 */
public final class CompareRuns {
    /**
     * What to compare.
     *
     * @param workspace folder of the workspace
     * @param first run or probability file
     * @param second run or probability file
     */
    public record Request(Path workspace, String first, String second, Part part, int tta) {
        /** Plain images of the valid part. */
        public Request(Path workspace, String first, String second) {
            this(workspace, first, second, Part.VALID, 1);
        }
    }

    /**
     * What came out.
     *
     * @param first name of the first
     * @param second name of the second
     * @param leftOut validation images of one of the two only, which do not count
     * @param unread images of both that do not count either, since their files changed or cannot be read
     * @param epochChosen names of those whose epoch was chosen by the score on their own part, so that their score is too good
     */
    public record Result(
            String first,
            String second,
            Part part,
            PairedBootstrap paired,
            int leftOut,
            int unread,
            List<String> epochChosen) {
        public Result {
            epochChosen = List.copyOf(epochChosen);
        }

        /** One sentence: which is better, and whether chance would do. */
        public String verdict() {
            double difference = paired.difference().value();
            if (paired.difference().low() <= 0 && paired.difference().high() >= 0) {
                return "No difference that these " + paired.n() + " images could tell from chance.";
            }
            return (difference > 0 ? second : first) + " is better, by more than chance on these " + paired.n()
                    + " images.";
        }
    }

    /**
     * Compares.
     *
     * @throws ConfigException if the two share no image of the part
     */
    public Result run(Request request, Progress progress) {
        Workspace workspace = Workspace.open(request.workspace());
        Dataset data = workspace.dataset();
        Contender first = Contender.of(workspace, request.first());
        Contender second = Contender.of(workspace, request.second());
        PartLabels firstLabels = labels(workspace, data, first, second, request.part());
        PartLabels secondLabels = labels(workspace, data, second, first, request.part());
        Set<String> common = new HashSet<>(secondLabels.images());
        common.retainAll(firstLabels.images());
        if (common.isEmpty()) {
            throw new ConfigException(first.name() + " and " + second.name() + " share no image of their "
                    + request.part().key() + " parts. Train both on one split to compare them.");
        }
        int shared = common.size();
        Mixing one = Mixing.of(workspace, List.of(first), request.part(), request.tta(), new Mix.Mean(), progress);
        Mixing two = Mixing.of(workspace, List.of(second), request.part(), request.tta(), new Mix.Mean(), progress);
        common.retainAll(one.probabilities().images());
        common.retainAll(two.probabilities().images());
        List<String> images =
                firstLabels.images().stream().filter(common::contains).toList();
        Probabilities a = one.probabilities().select(images);
        Probabilities b = two.probabilities().select(images);
        int all = firstLabels.images().size() + secondLabels.images().size();
        return new Result(
                first.name(),
                second.name(),
                request.part(),
                PairedBootstrap.of(firstLabels.labelsOf(images), a, b),
                all - 2 * shared,
                shared - images.size(),
                chosen(first, one, second, two));
    }

    private static List<String> chosen(Contender first, Mixing one, Contender second, Mixing two) {
        Set<String> names = new LinkedHashSet<>();
        if (one.epochChosen()) {
            names.add(first.name());
        }
        if (two.epochChosen()) {
            names.add(second.name());
        }
        return List.copyOf(names);
    }

    /** A file has no part of its own and is asked for the other's. */
    private static PartLabels labels(Workspace workspace, Dataset data, Contender own, Contender other, Part part) {
        return own.card()
                .or(other::card)
                .map(card -> PartLabels.of(workspace, data, card, part))
                .orElseGet(() -> PartLabels.of(
                        data,
                        workspace.split(
                                workspace.splits().current().number(),
                                workspace.journal().state()),
                        part));
    }
}
