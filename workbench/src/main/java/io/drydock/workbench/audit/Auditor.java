package io.drydock.workbench.audit;

import io.drydock.core.device.Device;
import io.drydock.core.finding.Finding;
import io.drydock.core.predict.Probabilities;
import io.drydock.explore.check.CheckResult;
import io.drydock.explore.check.PictureChecks;
import io.drydock.explore.outlier.Outliers;
import io.drydock.workbench.FindDuplicates;
import io.drydock.workbench.FindLabelIssues;
import io.drydock.workbench.Progress;
import io.drydock.workbench.feature.Encoder;
import io.drydock.workbench.feature.FeatureView;
import io.drydock.workbench.feature.ImageFeatures;
import io.drydock.workbench.feature.WorkspaceFeatures;
import io.drydock.workbench.inspect.Inspection;
import io.drydock.workbench.issue.GivenProbabilities;
import io.drydock.workbench.issue.ProbabilitySource;
import io.drydock.workbench.map.FeatureMap;
import io.drydock.workbench.pool.PoolQueue;
import io.drydock.workbench.shift.ShiftLook;
import io.drydock.workbench.subject.SeveralLook;
import io.drydock.workspace.Workspace;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Runs every check of a set in turn and keeps what they find. For one thread at a time. */
public final class Auditor {
    private final Workspace workspace;
    private final Encoder encoder;
    private final ProbabilitySource source;
    private final long seed;
    private final Clock clock;
    private final Device device;
    private final Map<String, Double> seconds = new LinkedHashMap<>();

    /**
     * @param encoder gives the embeddings
     * @param source what labels are held against
     * @param seed of the layout of the map and of the two-sample test
     * @param device that images are embedded on
     * @throws io.drydock.core.error.ConfigException if the device cannot be used
     */
    public Auditor(
            Workspace workspace, Encoder encoder, ProbabilitySource source, long seed, Clock clock, Device device) {
        this.workspace = workspace;
        this.encoder = encoder.on(device);
        this.source = source.on(device);
        this.device = device;
        this.seed = seed;
        this.clock = clock;
    }

    /**
     * Looks at everything.
     *
     * @param look classes, sizes and rows left out, of an open workspace
     */
    public Audit run(Function<Workspace, Inspection> look, Progress progress) {
        GivenProbabilities.check(workspace, source);
        ImageSet set = timed("reading images", progress, () -> ImageSet.of(workspace, progress));
        Inspection inspection = timed("reading what is known", progress, () -> look.apply(workspace));
        List<CheckResult> checks = timed("checking pictures", progress, () -> PictureFindings.checks(set));
        ImageFeatures features = timed(
                "embedding images",
                progress,
                () -> new WorkspaceFeatures(workspace).of(encoder, FeatureView.PLAIN, progress));
        FindDuplicates.Result copies = timed(
                "finding copies",
                progress,
                () -> new FindDuplicates(clock, device)
                        .run(new FindDuplicates.Request(workspace.root(), false), progress));
        Optional<FindLabelIssues.Result> labels =
                timed("judging labels", progress, () -> new LabelLook(workspace).of(source, copies.groups(), progress));
        Embedding embedding = timed("finding neighbors", progress, () -> Embedding.of(set, features));
        Outliers outliers = timed("finding outliers", progress, () -> OutlierFindings.measure(embedding, set));
        SeveralLook several = timed(
                "looking for several objects",
                progress,
                () -> SeveralLook.of(workspace, set, features, encoder, progress));
        ShiftLook shift =
                timed("comparing labelled and test", progress, () -> ShiftLook.of(embedding, inspection.shift(), seed));
        CueLook cues = timed("looking for cues", progress, () -> CueLook.of(set));
        FeatureMap map = timed(
                "laying out the map",
                progress,
                () -> FeatureMap.of(
                        embedding,
                        set.classes(),
                        labels.map(FindLabelIssues.Result::probabilities)
                                .map(Auditor::predicted)
                                .orElse(Map.of()),
                        seed));
        NearestImages nearest = new NearestImages(set, embedding);
        List<Finding> findings = timed(
                "keeping findings",
                progress,
                () -> kept(set, checks, copies, labels, outliers, embedding, several, shift, nearest));
        timed("ordering the pool", progress, () -> {
            PoolQueue pool = new PoolQueue(workspace);
            pool.refresh(progress);
            return pool.order();
        });
        return new Audit(
                set,
                inspection,
                checks,
                copies,
                labels,
                embedding,
                outliers,
                several,
                cues,
                shift,
                map,
                findings,
                KindSummary.of(findings),
                new LinkedHashMap<>(seconds));
    }

    private List<Finding> kept(
            ImageSet set,
            List<CheckResult> checks,
            FindDuplicates.Result copies,
            Optional<FindLabelIssues.Result> labels,
            Outliers outliers,
            Embedding embedding,
            SeveralLook several,
            ShiftLook shift,
            NearestImages nearest) {
        CheckLedger ledger = new CheckLedger(workspace, set);
        List<Finding> all = new ArrayList<>();
        labels.ifPresent(issues -> {
            List<Finding> found = LabelFindings.of(issues, set, nearest);
            ledger.keep("label_issues", LabelFindings.VERSION, settings(issues), found);
            all.addAll(found);
            List<Finding> drawn = SampleFindings.of(issues, found, set);
            ledger.keep("random_sample", SampleFindings.VERSION, settings(issues), drawn);
            all.addAll(drawn);
        });
        List<Finding> copied = CopyFindings.of(copies.groups(), set);
        ledger.keep(
                "copies",
                CopyFindings.VERSION,
                "groups " + CheckLedger.digest(copies.groups().toString()),
                copied);
        all.addAll(copied);
        List<Finding> lonely = OutlierFindings.of(outliers, embedding, nearest);
        ledger.keep("outliers", Outliers.VERSION, embedding.encoder(), lonely);
        all.addAll(lonely);
        List<Finding> pictures = PictureFindings.of(checks, PictureChecks.VERSION, set);
        ledger.keep("pictures", PictureChecks.VERSION, "standard", pictures);
        all.addAll(pictures);
        List<Finding> many = PictureFindings.of(several.checks(), SeveralLook.VERSION, set);
        ledger.keep("several_objects", SeveralLook.VERSION, embedding.encoder(), many);
        all.addAll(many);
        List<Finding> unlike = UnlikeTestFindings.of(shift);
        ledger.keep("unlike_test", UnlikeTestFindings.VERSION, embedding.encoder() + " seed " + seed, unlike);
        all.addAll(unlike);
        return all;
    }

    /** Verdicts in the journal change the estimate, not what is found, so the labels alone are not enough. */
    private static String settings(FindLabelIssues.Result issues) {
        StringBuilder scores = new StringBuilder();
        issues.issues()
                .forEach(issue -> scores.append(issue.image())
                        .append(' ')
                        .append(issue.score())
                        .append('\n'));
        return CheckLedger.digest(scores.toString());
    }

    private <T> T timed(String step, Progress progress, Supplier<T> work) {
        progress.at(step, 0, 1);
        long start = System.nanoTime();
        T result = work.get();
        seconds.merge(step, (System.nanoTime() - start) / 1e9, Double::sum);
        progress.at(step, 1, 1);
        return result;
    }

    /** Index of the most probable class of each image. */
    public static Map<String, Integer> predicted(Probabilities probabilities) {
        Map<String, Integer> predicted = new HashMap<>();
        for (int i = 0; i < probabilities.size(); i++) {
            double[] row = probabilities.row(i);
            int best = 0;
            for (int c = 1; c < row.length; c++) {
                best = row[c] > row[best] ? c : best;
            }
            predicted.put(probabilities.images().get(i), best);
        }
        return predicted;
    }
}
