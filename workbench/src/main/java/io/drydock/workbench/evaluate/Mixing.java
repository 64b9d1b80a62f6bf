package io.drydock.workbench.evaluate;

import io.drydock.core.data.Dataset;
import io.drydock.core.error.ConfigException;
import io.drydock.core.predict.CrossFit;
import io.drydock.core.predict.Mix;
import io.drydock.core.predict.Probabilities;
import io.drydock.core.split.Part;
import io.drydock.core.split.Split;
import io.drydock.infer.predict.Prediction;
import io.drydock.workbench.Progress;
import io.drydock.workbench.run.ChosenEpoch;
import io.drydock.workbench.run.RunCard;
import io.drydock.workspace.Workspace;
import io.drydock.workspace.image.Picture;
import io.drydock.workspace.image.StoredImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Several contenders made one answer on a labelled part.
 *
 * @param labels what the answer is scored against
 * @param probabilities of the images that all contenders could read; where weights were fitted, each image is mixed with
 *     weights fitted without it, so that its score is honest
 * @param mix how others are combined, weights fitted on all images where asked for; empty for one contender and out-of-fold
 * @param crossFitFolds folds in which weights were fitted without some images; 0 where none were fitted
 * @param epochChosen whether some contender's epoch was chosen by its score on these very images
 * @param described how they were combined, in words
 * @param skipped images that some contender could not read
 */
public record Mixing(
        PartLabels labels,
        Probabilities probabilities,
        Optional<Mix> mix,
        int crossFitFolds,
        boolean epochChosen,
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
     * together: each image is judged by the runs that never saw it.
     *
     * @throws ConfigException if the runs were not validated on the same images, there is not one weight a contender, or runs
     *     of several folds are to be mixed where each image has the prediction of one run only
     */
    public static Mixing of(
            Workspace workspace, List<Contender> contenders, Part part, int tta, Mix mix, Progress progress) {
        mix.checkModels(contenders.size());
        Dataset data = workspace.dataset();
        List<RunCard> cards =
                contenders.stream().flatMap(one -> one.card().stream()).toList();
        Optional<FoldRuns> folds = part == Part.VALID ? FoldRuns.of(contenders) : Optional.empty();
        if (folds.isPresent()) {
            return outOfFold(workspace, data, folds.get(), contenders, tta, mix, progress);
        }
        PartLabels labels = labels(workspace, data, cards, part);
        contenders.forEach(contender -> contender.check(workspace, part, labels.images()));
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
        Mixing mixing = combined(workspace, labels, aligned, mix, List.copyOf(skipped.values()));
        return part == Part.VALID && contenders.stream().anyMatch(Mixing::choseEpoch)
                ? mixing.withEpochChosen()
                : mixing;
    }

    private static Mixing combined(
            Workspace workspace,
            PartLabels labels,
            List<Probabilities> models,
            Mix mix,
            List<Prediction.Skipped> left) {
        if (models.size() == 1) {
            return new Mixing(labels, models.get(0), Optional.empty(), 0, false, "", left);
        }
        if (mix instanceof Mix.Fit fit) {
            List<String> images = models.get(0).images();
            CrossFit fitted = fit.crossFit(
                    models,
                    labels.labelsOf(images),
                    contents(workspace, images),
                    images.size() + " images of the " + labels.part().key() + " part");
            Mix.Weights weights = fitted.weights();
            return new Mixing(
                    labels,
                    fitted.probabilities(),
                    Optional.of(weights),
                    fitted.folds(),
                    false,
                    weights.described(),
                    left);
        }
        return new Mixing(labels, mix.combine(models), Optional.of(mix), 0, false, mix.described(), left);
    }

    private Mixing withEpochChosen() {
        return new Mixing(labels, probabilities, mix, crossFitFolds, true, described, skipped);
    }

    private static Mixing outOfFold(
            Workspace workspace,
            Dataset data,
            FoldRuns folds,
            List<Contender> contenders,
            int tta,
            Mix mix,
            Progress progress) {
        folds.requireMixable(mix);
        FoldRuns.Answer answer = folds.predict(workspace, data, tta, progress);
        Split split =
                workspace.splits().get(contenders.get(0).card().orElseThrow().split());
        List<String> common = answer.images().stream()
                .filter(image -> !answer.skipped().containsKey(image))
                .toList();
        Mixing mixed = combined(
                workspace,
                new PartLabels(split, Part.VALID, answer.images(), answer.labels()),
                answer.predicted().stream().map(one -> one.select(common)).toList(),
                mix,
                List.copyOf(answer.skipped().values()));
        String how = folds.described(split)
                + (mixed.described().isEmpty() ? "" : ", " + folds.models() + " runs a fold: " + mixed.described());
        return new Mixing(
                mixed.labels(),
                mixed.probabilities(),
                mixed.mix()
                        .filter(Mix.Weights.class::isInstance)
                        .map(Mix.Weights.class::cast)
                        .<Mix>map(weights -> folds.ofRuns(weights, contenders)),
                mixed.crossFitFolds(),
                contenders.stream().anyMatch(Mixing::choseEpoch),
                how,
                mixed.skipped());
    }

    private static boolean choseEpoch(Contender contender) {
        return contender.folder().map(ChosenEpoch::of).orElse(false);
    }

    /** What each image shows, as far as is known: its pixels, else its file. */
    private static List<String> contents(Workspace workspace, List<String> images) {
        Map<String, StoredImage> stored = new HashMap<>();
        workspace.images().find(images).forEach(image -> stored.put(image.path(), image));
        return images.stream()
                .map(image -> Optional.ofNullable(stored.get(image))
                        .map(known -> known.picture().map(Picture::pixelSha256).orElse(known.sha256()))
                        .orElse(image))
                .toList();
    }

    private static PartLabels labels(Workspace workspace, Dataset data, List<RunCard> cards, Part part) {
        if (cards.isEmpty()) {
            return PartLabels.of(
                    data,
                    workspace.split(
                            workspace.splits().current().number(),
                            workspace.journal().state()),
                    part);
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
}
