package io.drydock.workbench;

import io.drydock.core.data.Dataset;
import io.drydock.core.error.ConfigException;
import io.drydock.core.label.LabelState;
import io.drydock.core.metric.Measured;
import io.drydock.core.metric.PairedBootstrap;
import io.drydock.core.split.Split;
import io.drydock.workbench.compare.LabelEdits;
import io.drydock.workbench.compare.LabelVersion;
import io.drydock.workbench.compare.ModelPair;
import io.drydock.workbench.evaluate.Contender;
import io.drydock.workbench.issue.ProbeChoice;
import io.drydock.workbench.report.Numbers;
import io.drydock.workbench.run.ChosenEpoch;
import io.drydock.workspace.Workspace;
import io.drydock.workspace.run.RunFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code drydock compare --labels}: whether the labels after an edit make a better model than those before, on the same
 * images. Both models are held against one set of labels; scores of each against its own labels are shown for what they
 * are. Safe for use by many threads.
 */
public final class CompareLabels {
    /**
     * What to compare.
     *
     * @param workspace folder of the workspace
     * @param before version of the labels, as {@link LabelVersion} reads it; empty for that of the first run, or as imported
     * @param after the other version; empty for that of the second run, or now
     * @param runs two runs, one trained on each version; empty to train the linear probe on both
     * @param probe how the linear probe works
     * @param groups images that must share a fold of the probe, by the name of their group
     */
    public record Request(
            Path workspace,
            Optional<String> before,
            Optional<String> after,
            List<String> runs,
            ProbeChoice probe,
            Map<String, String> groups) {
        public Request {
            runs = List.copyOf(runs);
            groups = Map.copyOf(groups);
            if (runs.size() != 0 && runs.size() != 2) {
                throw new ConfigException("Name two runs, one trained on each version of the labels, or none for the"
                        + " linear probe; " + Numbers.of(runs.size(), "was", "were") + " named.");
            }
        }

        /** The linear probe on the labels as imported and now. */
        public static Request of(Path workspace) {
            return new Request(
                    workspace, Optional.empty(), Optional.empty(), List.of(), ProbeChoice.STANDARD, Map.of());
        }

        /** Other versions. */
        public Request between(String first, String second) {
            return new Request(workspace, Optional.of(first), Optional.of(second), runs, probe, groups);
        }

        /** Two runs in place of the probe. */
        public Request ofRuns(String first, String second) {
            return new Request(workspace, before, after, List.of(first, second), probe, groups);
        }
    }

    /**
     * What came out.
     *
     * @param models what was trained on each version, in words
     * @param scoredEdited images scored whose label differs between the versions
     * @param agreeing both models on the images that have the same label in both versions
     * @param onAfter both models on all images of both versions, against the labels after
     * @param ownBefore the first model against the labels before: not comparable with {@code ownAfter} where labels were
     *     edited
     * @param ownAfter the second model against the labels after
     * @param epochChosen names of the runs whose epoch was chosen by the score on their validation images
     */
    public record Result(
            LabelVersion before,
            LabelVersion after,
            LabelEdits edits,
            List<String> models,
            int scoredEdited,
            PairedBootstrap agreeing,
            PairedBootstrap onAfter,
            Measured ownBefore,
            Measured ownAfter,
            List<String> epochChosen,
            double seconds) {
        public Result {
            models = List.copyOf(models);
            epochChosen = List.copyOf(epochChosen);
        }

        /** One sentence: whether the edit helped, by more than chance would. */
        public String verdict() {
            Measured difference = agreeing.difference();
            if (edits.count() == 0) {
                return "The two versions of the labels are the same.";
            }
            if (difference.low() <= 0 && difference.high() >= 0) {
                return "No difference that the " + agreeing.n()
                        + " images with the same label in both versions could tell" + " from chance.";
            }
            String better = difference.value() > 0 ? "after" : "before";
            String images = "on the " + agreeing.n() + " images with the same label in both versions";
            if (runs()) {
                return "Of these two trainings the one on the labels " + better + " is better " + images
                        + ", by more than the choice of images explains. Another seed can move a score as far as an edit"
                        + " of labels: train on both again with other --seed before you believe it.";
            }
            return "The labels " + better + " make the better model, by more than chance " + images + ".";
        }

        /** Whether the models are two runs, each trained once from its seed, and not the probe, in which nothing is drawn. */
        private boolean runs() {
            return models.stream().distinct().count() > 1;
        }

        /** What must be known about the yardstick; empty when no scored label was edited. */
        public Optional<String> warning() {
            if (scoredEdited == 0) {
                return Optional.empty();
            }
            return Optional.of(scoredEdited + " of the " + onAfter.n() + " images scored had their own label edited"
                    + ", so each model's score against its own labels moves with the yardstick. Believe the lines where"
                    + " both are held against the same labels.");
        }
    }

    /**
     * Compares.
     *
     * @throws ConfigException if there is no such version, or the two share no image
     */
    public Result run(Request request, Progress progress) {
        long start = System.nanoTime();
        Workspace workspace = Workspace.open(request.workspace());
        ModelPair.Source source = ModelPair.source(workspace, request.runs());
        LabelVersion before = request.before()
                .map(text -> LabelVersion.of(workspace, text))
                .or(source::before)
                .orElseGet(() -> LabelVersion.of(workspace, "import"));
        LabelVersion after = request.after()
                .map(text -> LabelVersion.of(workspace, text))
                .or(source::after)
                .orElseGet(() -> LabelVersion.of(workspace, "now"));
        LabelState stateBefore = before.state(workspace);
        LabelState stateAfter = after.state(workspace);
        Optional<Split> split = workspace.splits().findCurrent();
        Dataset dataBefore = stateBefore.dataset(workspace.classes());
        Dataset dataAfter = stateAfter.dataset(workspace.classes());
        ModelPair pair = source.isEmpty()
                ? ModelPair.ofProbe(workspace, request.probe(), dataBefore, dataAfter, request.groups(), progress)
                : source.predict(workspace, dataAfter, progress);
        ModelPair.Scored scored = pair.scored(dataBefore, dataAfter);
        return new Result(
                before,
                after,
                LabelEdits.between(stateBefore, stateAfter, split),
                pair.names(),
                scored.edited(),
                scored.agreeing(),
                scored.onAfter(),
                scored.ownBefore(),
                scored.ownAfter(),
                request.runs().stream()
                        .map(text -> Contender.of(workspace, text))
                        .flatMap(run -> run.folder().stream())
                        .filter(ChosenEpoch::of)
                        .map(RunFolder::name)
                        .distinct()
                        .toList(),
                (System.nanoTime() - start) / 1e9);
    }
}
