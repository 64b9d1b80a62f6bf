package io.drydock.workbench.compare;

import io.drydock.core.data.Dataset;
import io.drydock.core.data.LabeledImage;
import io.drydock.core.error.ConfigException;
import io.drydock.core.metric.Measured;
import io.drydock.core.metric.PairedBootstrap;
import io.drydock.core.metric.Scores;
import io.drydock.core.predict.Probabilities;
import io.drydock.core.split.Part;
import io.drydock.explore.probe.LinearProbe;
import io.drydock.workbench.Progress;
import io.drydock.workbench.evaluate.Contender;
import io.drydock.workbench.evaluate.PartLabels;
import io.drydock.workbench.issue.ProbeChoice;
import io.drydock.workbench.issue.ProbeImages;
import io.drydock.workbench.issue.WorkspaceProbe;
import io.drydock.workbench.run.RunCard;
import io.drydock.workspace.Workspace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Two models, one trained on each version of the labels, with what they predict of the same images.
 *
 * @param names of the models, in words
 * @param before probabilities by the model trained on the labels before
 * @param after the same by the other, for the same images in the same order
 */
public record ModelPair(List<String> names, Probabilities before, Probabilities after) {
    public ModelPair {
        names = List.copyOf(names);
    }

    /** Two runs, or none when the probe is to be trained. */
    public record Source(List<Contender> runs) {
        public Source {
            runs = List.copyOf(runs);
        }

        public boolean isEmpty() {
            return runs.isEmpty();
        }

        /** The labels that the first run was trained on. */
        public Optional<LabelVersion> before() {
            return isEmpty() ? Optional.empty() : runs.get(0).card().map(LabelVersion::of);
        }

        /** The labels that the second run was trained on. */
        public Optional<LabelVersion> after() {
            return isEmpty() ? Optional.empty() : runs.get(1).card().map(LabelVersion::of);
        }

        /**
         * What the two predict of the images that neither was trained on.
         *
         * @throws ConfigException if there are none
         */
        public ModelPair predict(Workspace workspace, Dataset data, Progress progress) {
            List<Set<String>> valid = new ArrayList<>();
            for (Contender run : runs) {
                RunCard card = run.card()
                        .orElseThrow(() -> new ConfigException(run.name()
                                + " is a file, and which labels a file was trained on is not known. Name two runs."));
                valid.add(new HashSet<>(
                        PartLabels.of(workspace, data, card, Part.VALID).images()));
            }
            List<String> images = data.images().stream()
                    .map(LabeledImage::image)
                    .filter(image -> valid.stream().allMatch(part -> part.contains(image)))
                    .sorted()
                    .toList();
            if (images.isEmpty()) {
                throw new ConfigException(runs.get(0).name() + " and "
                        + runs.get(1).name() + " share no validation image. Train both on one split to compare them.");
            }
            Probabilities first = runs.get(0)
                    .predict(workspace, Part.VALID, images, 1, progress)
                    .probabilities();
            Probabilities second = runs.get(1)
                    .predict(workspace, Part.VALID, images, 1, progress)
                    .probabilities();
            Set<String> both = new HashSet<>(first.images());
            both.retainAll(second.images());
            List<String> kept = images.stream().filter(both::contains).toList();
            return new ModelPair(runs.stream().map(Contender::name).toList(), first.select(kept), second.select(kept));
        }
    }

    /** The runs named, by name, number or {@code latest}. */
    public static Source source(Workspace workspace, List<String> runs) {
        return new Source(runs.stream().map(run -> Contender.of(workspace, run)).toList());
    }

    /**
     * The linear probe trained on both versions, on the same images and folds, predicting out of fold. It is the plain one: a
     * probe that forgives wrong labels would hide what correcting them does.
     *
     * @param groups images that must share a fold, by the name of their group
     */
    public static ModelPair ofProbe(
            Workspace workspace,
            ProbeChoice choice,
            Dataset before,
            Dataset after,
            Map<String, String> groups,
            Progress progress) {
        Map<String, LabeledImage> union = new LinkedHashMap<>();
        before.images().forEach(image -> union.put(image.image(), image));
        after.images().forEach(image -> union.put(image.image(), image));
        ProbeImages ready = new WorkspaceProbe(workspace, choice)
                .ready(new Dataset(after.classes(), List.copyOf(union.values())), groups, progress);
        progress.at("training the linear probe on both versions", 0, 2);
        Probabilities first = trained(ready, before);
        progress.at("training the linear probe on both versions", 1, 2);
        Probabilities second = trained(ready, after);
        progress.at("training the linear probe on both versions", 2, 2);
        String probe = "linear probe, " + choice.folds() + " folds";
        return new ModelPair(List.of(probe, probe), first, second);
    }

    private static Probabilities trained(ProbeImages ready, Dataset version) {
        Map<String, Integer> labels = labels(version);
        int n = ready.data().size();
        int[] given = new int[n];
        float[] weights = new float[n];
        List<String> images = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            String image = ready.data().images().get(i).image();
            images.add(image);
            weights[i] = labels.containsKey(image) ? 1 : 0;
            given[i] = labels.getOrDefault(image, 0);
        }
        return new Probabilities(
                images,
                version.classes().codes(),
                LinearProbe.STANDARD.meanOutOfFold(
                        ready.inputs(), given, weights, version.classes().size(), ready.divisions()));
    }

    private static Map<String, Integer> labels(Dataset data) {
        Map<String, Integer> labels = new HashMap<>();
        data.images().forEach(image -> labels.put(image.image(), image.label()));
        return labels;
    }

    /**
     * Scores of both models.
     *
     * @param edited images scored whose label differs between the versions
     * @param agreeing both on the images with one label
     * @param onAfter both against the labels after
     * @param ownBefore weighted F1 of the first model against the labels before
     * @param ownAfter weighted F1 of the second model against the labels after
     */
    public record Scored(
            int edited, PairedBootstrap agreeing, PairedBootstrap onAfter, Measured ownBefore, Measured ownAfter) {}

    /**
     * Holds both against both versions, on the images that have a label in each.
     *
     * @throws ConfigException if no image has the same label in both
     */
    public Scored scored(Dataset dataBefore, Dataset dataAfter) {
        Map<String, Integer> old = labels(dataBefore);
        Map<String, Integer> now = labels(dataAfter);
        List<String> common = before.images().stream()
                .filter(image -> old.containsKey(image) && now.containsKey(image))
                .toList();
        List<String> same = common.stream()
                .filter(image -> old.getOrDefault(image, -1).equals(now.getOrDefault(image, -2)))
                .toList();
        if (same.isEmpty()) {
            throw new ConfigException("No image has the same label in both versions, so nothing can be compared. Choose"
                    + " other versions: drydock labels log shows the journal.");
        }
        return new Scored(
                common.size() - same.size(),
                paired(same, now),
                paired(common, now),
                Scores.of(of(common, old), before.select(common)).weightedF1(),
                Scores.of(of(common, now), after.select(common)).weightedF1());
    }

    private PairedBootstrap paired(List<String> images, Map<String, Integer> labels) {
        return PairedBootstrap.of(of(images, labels), before.select(images), after.select(images));
    }

    private static int[] of(List<String> images, Map<String, Integer> labels) {
        return images.stream().mapToInt(image -> labels.getOrDefault(image, -1)).toArray();
    }
}
