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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Runs that held out different folds of one split: as many in each fold, so that the first runs of all folds together are one
 * model that judges every image without having seen it, the second ones another, and so on.
 *
 * @param byFold runs of each fold, in the order named
 */
record FoldRuns(Map<Integer, List<Contender>> byFold) {
    FoldRuns {
        byFold = new TreeMap<>(byFold);
    }

    /** The runs by fold; empty unless all are runs of one split, of several folds, and as many of each. */
    static Optional<FoldRuns> of(List<Contender> contenders) {
        Map<Integer, List<Contender>> byFold = new TreeMap<>();
        int split = 0;
        for (Contender contender : contenders) {
            Optional<RunCard> card = contender.card();
            Optional<Integer> fold = card.flatMap(RunCard::fold);
            if (fold.isEmpty()) {
                return Optional.empty();
            }
            int own = card.orElseThrow().split();
            if (split != 0 && split != own) {
                return Optional.empty();
            }
            split = own;
            byFold.computeIfAbsent(fold.get(), key -> new ArrayList<>()).add(contender);
        }
        boolean even = byFold.values().stream().map(List::size).distinct().count() == 1;
        return byFold.size() > 1 && even ? Optional.of(new FoldRuns(byFold)) : Optional.empty();
    }

    /** How many models the runs are, a run of each fold in each. */
    int models() {
        return byFold.values().iterator().next().size();
    }

    /**
     * What the models say of all images of the folds.
     *
     * @param images of all folds, in the order of the folds
     * @param predicted by each model, of the images that all its runs could read
     */
    record Answer(
            List<String> images,
            List<Integer> labels,
            List<Probabilities> predicted,
            Map<String, Prediction.Skipped> skipped) {}

    Answer predict(Workspace workspace, Dataset data, int tta, Progress progress) {
        List<String> images = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        List<List<String>> kept = new ArrayList<>();
        List<List<double[]>> rows = new ArrayList<>();
        for (int model = 0; model < models(); model++) {
            kept.add(new ArrayList<>());
            rows.add(new ArrayList<>());
        }
        Map<String, Prediction.Skipped> skipped = new HashMap<>();
        for (List<Contender> runs : byFold.values()) {
            PartLabels own = PartLabels.of(workspace, data, runs.get(0).card().orElseThrow(), Part.VALID);
            images.addAll(own.images());
            labels.addAll(own.labels());
            for (int model = 0; model < runs.size(); model++) {
                Prediction prediction = runs.get(model).predict(workspace, Part.VALID, own.images(), tta, progress);
                prediction.skipped().forEach(one -> skipped.put(one.image(), one));
                kept.get(model).addAll(prediction.probabilities().images());
                for (int i = 0; i < prediction.probabilities().size(); i++) {
                    rows.get(model).add(prediction.probabilities().row(i));
                }
            }
        }
        List<String> codes = workspace.classes().codes();
        List<Probabilities> predicted = new ArrayList<>();
        for (int model = 0; model < models(); model++) {
            predicted.add(
                    new Probabilities(kept.get(model), codes, rows.get(model).toArray(double[][]::new)));
        }
        return new Answer(images, labels, predicted, skipped);
    }

    /**
     * Refuses what cannot be mixed.
     *
     * @throws ConfigException if each image has the prediction of one run only and is to be mixed, or weights of runs are given
     */
    void requireMixable(Mix mix) {
        if (mix instanceof Mix.Mean) {
            return;
        }
        if (models() == 1) {
            throw new ConfigException(
                    "These " + byFold.size() + " runs held out different folds, so each validation image"
                            + " has the prediction of one run only: there is nothing to vote on, to weigh or to fit weights on."
                            + " Leave out --mix, and each image is scored by the run that held it out; or name several runs of"
                            + " each fold.");
        }
        if (mix instanceof Mix.Weights) {
            throw new ConfigException("These runs held out different folds, and a weight a run says nothing of how the "
                    + models() + " predictions of one image are to be weighed. Say --mix mean, vote or fit.");
        }
    }

    /** Weights of the models as weights of the runs, in the order of the contenders. */
    Mix.Weights ofRuns(Mix.Weights ofModels, List<Contender> contenders) {
        List<Double> values = new ArrayList<>();
        for (Contender contender : contenders) {
            for (List<Contender> runs : byFold.values()) {
                int model = runs.indexOf(contender);
                if (model >= 0) {
                    values.add(ofModels.values().get(model) / byFold.size());
                    break;
                }
            }
        }
        return new Mix.Weights(values, ofModels.fittedOn());
    }

    /** In words: how many folds of the split are here. */
    String described(Split split) {
        return "out of fold: each image by the run that held it out, " + byFold.size() + " of " + split.foldCount()
                + " folds";
    }
}
