package io.drydock.workbench.evaluate;

import io.drydock.core.data.Dataset;
import io.drydock.core.error.ConfigException;
import io.drydock.core.predict.Mix;
import io.drydock.core.predict.Probabilities;
import io.drydock.core.split.Part;
import io.drydock.core.split.Split;
import io.drydock.infer.predict.Prediction;
import io.drydock.workbench.Progress;
import io.drydock.workbench.run.RunCard;
import io.drydock.workspace.Workspace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Several contenders made one answer on a labelled part.
 *
 * @param labels what the answer is scored against
 * @param probabilities of the images that all contenders could read
 * @param mix how they were combined, weights fitted where asked for; empty for one contender and out-of-fold
 * @param described the same in words
 * @param skipped images that some contender could not read
 */
public record Mixing(
        PartLabels labels,
        Probabilities probabilities,
        Optional<Mix> mix,
        String described,
        List<Prediction.Skipped> skipped) {
    public Mixing {
        skipped = List.copyOf(skipped);
    }

    /** Class index of each row of the probabilities. */
    public int[] labelIndexes() {
        return labels.labelsOf(probabilities.images());
    }

    /**
     * Predicts a part with every contender and combines them. Runs that held out different folds of one split are put
     * together: each image is judged by the run that never saw it.
     *
     * @throws ConfigException if the runs were not validated on the same images, or there is not one weight a contender
     */
    public static Mixing of(
            Workspace workspace, List<Contender> contenders, Part part, int tta, Mix mix, Progress progress) {
        mix.checkModels(contenders.size());
        Dataset data = workspace.dataset();
        List<RunCard> cards =
                contenders.stream().flatMap(one -> one.card().stream()).toList();
        if (part == Part.VALID && cards.size() > 1 && cards.size() == contenders.size() && differentFolds(cards)) {
            return outOfFold(workspace, data, contenders, tta, progress);
        }
        PartLabels labels = labels(workspace, data, cards, part);
        List<Probabilities> predicted = new ArrayList<>();
        Map<String, Prediction.Skipped> skipped = new HashMap<>();
        for (Contender contender : contenders) {
            Prediction prediction = contender.predict(workspace, part, labels.images(), tta, progress);
            prediction.skipped().forEach(one -> skipped.put(one.image(), one));
            predicted.add(prediction.probabilities());
        }
        List<String> common = labels.images().stream()
                .filter(image -> !skipped.containsKey(image))
                .toList();
        List<Probabilities> aligned =
                predicted.stream().map(one -> one.select(common)).toList();
        if (aligned.size() == 1) {
            return new Mixing(labels, aligned.get(0), Optional.empty(), "", List.copyOf(skipped.values()));
        }
        Mix ready = mix instanceof Mix.Fit fit
                ? fit.fit(aligned, labels.labelsOf(common), common.size() + " images of the " + part.key() + " part")
                : mix;
        return new Mixing(
                labels, ready.combine(aligned), Optional.of(ready), ready.described(), List.copyOf(skipped.values()));
    }

    private static boolean differentFolds(List<RunCard> cards) {
        Set<Integer> folds = new HashSet<>();
        return cards.stream()
                .allMatch(card -> card.split() == cards.get(0).split()
                        && card.fold().map(folds::add).orElse(false));
    }

    private static PartLabels labels(Workspace workspace, Dataset data, List<RunCard> cards, Part part) {
        if (cards.isEmpty()) {
            return PartLabels.of(data, workspace.splits().current(), part);
        }
        PartLabels first = PartLabels.of(workspace, data, cards.get(0), part);
        for (RunCard card : cards) {
            PartLabels own = PartLabels.of(workspace, data, card, part);
            if (!own.images().equals(first.images())) {
                throw new ConfigException(
                        cards.get(0).run() + " and " + card.run() + " do not share their " + part.key()
                                + " part (splits " + cards.get(0).split() + " and " + card.split()
                                + folds(cards.get(0), card)
                                + "): one was trained on images that the other is scored on. Train both on one split.");
            }
        }
        return first;
    }

    private static String folds(RunCard first, RunCard second) {
        return first.fold().isPresent() || second.fold().isPresent()
                ? ", folds " + first.fold().map(String::valueOf).orElse("none") + " and "
                        + second.fold().map(String::valueOf).orElse("none")
                : "";
    }

    private static Mixing outOfFold(
            Workspace workspace, Dataset data, List<Contender> contenders, int tta, Progress progress) {
        List<String> images = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        List<double[]> rows = new ArrayList<>();
        List<Prediction.Skipped> skipped = new ArrayList<>();
        for (Contender contender : contenders) {
            PartLabels own = PartLabels.of(workspace, data, contender.card().orElseThrow(), Part.VALID);
            Prediction prediction = contender.predict(workspace, Part.VALID, own.images(), tta, progress);
            images.addAll(own.images());
            labels.addAll(own.labels());
            skipped.addAll(prediction.skipped());
            for (int i = 0; i < prediction.probabilities().size(); i++) {
                kept.add(prediction.probabilities().images().get(i));
                rows.add(prediction.probabilities().row(i));
            }
        }
        Split split =
                workspace.splits().get(contenders.get(0).card().orElseThrow().split());
        Probabilities all = new Probabilities(kept, workspace.classes().codes(), rows.toArray(double[][]::new));
        return new Mixing(
                new PartLabels(split, Part.VALID, images, labels),
                all,
                Optional.empty(),
                "out of fold: each image by the run that held it out, " + contenders.size() + " of " + split.foldCount()
                        + " folds",
                skipped);
    }
}
