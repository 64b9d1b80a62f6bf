package io.drydock.workbench.audit;

import io.drydock.core.data.Dataset;
import io.drydock.core.file.AtomicFile;
import io.drydock.core.file.Existing;
import io.drydock.core.finding.Copy;
import io.drydock.core.finding.ImageGroup;
import io.drydock.core.predict.ProbabilitiesCsv;
import io.drydock.workbench.FindLabelIssues;
import io.drydock.workbench.Progress;
import io.drydock.workbench.feature.Encoder;
import io.drydock.workbench.issue.LoneClasses;
import io.drydock.workbench.issue.ProbabilitySource;
import io.drydock.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Suspect labels by probabilities of models that saw neither the image nor a copy of it; the probe's are kept in the cache,
 * since fitting it takes longest, for as long as images, labels, copies and settings stay. For one thread at a time.
 */
final class LabelLook {
    private static final String VERSION = "probe 2";

    private final Workspace workspace;

    LabelLook(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Ranks; nothing when there are too few labelled images. */
    Optional<FindLabelIssues.Result> of(ProbabilitySource source, List<ImageGroup> groups, Progress progress) {
        Map<String, String> grouped = grouped(groups);
        FindLabelIssues.Request request =
                FindLabelIssues.Request.of(workspace.root()).withGroups(grouped).withSource(source);
        if (!(source instanceof ProbabilitySource.Probe probe)) {
            return Optional.of(new FindLabelIssues().run(request, progress));
        }
        Dataset data = workspace.dataset();
        Set<String> lone = LoneClasses.images(data, grouped);
        if (data.size() < 2 * probe.choice().folds() || classesWithImages(data) < 2 || lone.size() == data.size()) {
            return Optional.empty();
        }
        boolean keyed = probe.choice().encoders().stream().noneMatch(Encoder.OnnxFile.class::isInstance);
        String key = CheckLedger.digest(VERSION + "\n" + data.sha256() + "\n"
                + new TreeSet<>(workspace.changedImages().all().keySet()) + "\n" + probe.choice() + "\n"
                + new TreeMap<>(grouped) + (lone.isEmpty() ? "" : "\nwithout " + new TreeSet<>(lone)));
        Path file = workspace.cache().folder("probabilities").resolve(key.substring(0, 24) + ".csv");
        if (keyed && Files.isRegularFile(file)) {
            workspace.cache().touch(file);
            FindLabelIssues.Result known =
                    new FindLabelIssues().run(request.withSource(new ProbabilitySource.Csv(file)), progress);
            return Optional.of(named(known, probe));
        }
        FindLabelIssues.Result fresh = new FindLabelIssues().run(request, progress);
        if (keyed) {
            AtomicFile.write(file, ProbabilitiesCsv.text(fresh.probabilities()), Existing.REPLACE);
        }
        return Optional.of(fresh);
    }

    private static FindLabelIssues.Result named(FindLabelIssues.Result known, ProbabilitySource.Probe probe) {
        String encoders = String.join(
                ", ", probe.choice().encoders().stream().map(Encoder::name).toList());
        return new FindLabelIssues.Result(
                known.classes(),
                "linear probe, " + probe.choice().folds() + " folds, on " + encoders + ", as computed before",
                known.journalPosition(),
                known.issues(),
                known.estimate(),
                known.probabilities(),
                known.withoutProbabilities(),
                known.alone(),
                known.seconds());
    }

    private static long classesWithImages(Dataset data) {
        return data.images().stream()
                .mapToInt(image -> image.label())
                .distinct()
                .count();
    }

    private static Map<String, String> grouped(List<ImageGroup> groups) {
        Map<String, String> grouped = new HashMap<>();
        for (ImageGroup group : groups) {
            if (group.kind() == ImageGroup.Kind.NEAR) {
                for (Copy copy : group.images()) {
                    grouped.put(copy.image(), group.images().get(0).image());
                }
            }
        }
        return grouped;
    }
}
