package io.drydock.workbench;

import io.drydock.core.data.ClassList;
import io.drydock.core.file.AtomicFile;
import io.drydock.core.file.Existing;
import io.drydock.image.encode.ImageEncoder;
import io.drydock.workbench.audit.Auditor;
import io.drydock.workbench.audit.Embedding;
import io.drydock.workbench.audit.ImageSet;
import io.drydock.workbench.feature.Encoder;
import io.drydock.workbench.feature.FeatureView;
import io.drydock.workbench.feature.ImageFeatures;
import io.drydock.workbench.feature.WorkspaceFeatures;
import io.drydock.workbench.issue.GivenProbabilities;
import io.drydock.workbench.issue.ProbabilitySource;
import io.drydock.workbench.issue.ProbeChoice;
import io.drydock.workbench.map.FeatureMap;
import io.drydock.workbench.map.MapColoring;
import io.drydock.workbench.map.ThumbnailSheets;
import io.drydock.workbench.report.MapPage;
import io.drydock.workbench.report.ReportDate;
import io.drydock.workspace.Workspace;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code drydock map}: lays the images out in two dimensions by what a backbone sees in them, and draws that as SVG and PNG
 * in the colors of class, part and correctness, and as a page with names and small pictures under the pointer. Safe for
 * use by many threads.
 */
public final class MapFeatures {
    private static final String NAME = "map";

    private final Clock clock;

    /** Dates the page by the clock of the machine. */
    public MapFeatures() {
        this(Clock.system(ZoneId.systemDefault()));
    }

    /** @param clock dates the page, in its zone */
    public MapFeatures(Clock clock) {
        this.clock = clock;
    }

    /**
     * What to lay out.
     *
     * @param workspace folder of the workspace
     * @param predictions what tells whether an image is predicted as labelled; empty for the linear probe on the same
     *     features
     * @param seed of the layout
     * @param thumbnails whether the page carries a small picture of every image
     */
    public record Request(
            Path workspace, Encoder encoder, Optional<ProbabilitySource> predictions, long seed, boolean thumbnails) {
        /** By the bundled backbone and the probe, with small pictures. */
        public Request(Path workspace) {
            this(workspace, Encoder.standard(), Optional.empty(), 0, true);
        }
    }

    /**
     * The map and where it was drawn.
     *
     * @param files SVG and PNG files, one each a coloring
     * @param report the page
     */
    public record Result(FeatureMap map, List<Path> files, Path report) {
        public Result {
            files = List.copyOf(files);
        }
    }

    /**
     * Lays out and draws.
     *
     * @throws io.drydock.core.error.WorkspaceException if there is no workspace
     */
    public Result run(Request request, Progress progress) {
        Workspace workspace = Workspace.open(request.workspace());
        request.predictions().ifPresent(source -> GivenProbabilities.check(workspace, source));
        ImageSet set = ImageSet.of(workspace, progress);
        ImageFeatures features = new WorkspaceFeatures(workspace).of(request.encoder(), FeatureView.PLAIN, progress);
        Embedding embedding = Embedding.of(set, features);
        Map<String, Integer> predicted = predicted(request, workspace, set, progress);
        progress.at("laying out the map", 0, 1);
        FeatureMap map = FeatureMap.of(embedding, set.classes(), predicted, request.seed());
        progress.at("laying out the map", 1, 1);
        List<Path> files = new ArrayList<>();
        for (MapColoring coloring : map.colorings()) {
            files.addAll(draw(workspace, map, coloring));
        }
        List<String> images =
                map.points().stream().map(point -> point.image().image()).toList();
        ThumbnailSheets sheets = request.thumbnails()
                ? ThumbnailSheets.of(workspace.imageRoots(), images, progress)
                : ThumbnailSheets.none();
        Path report = workspace
                .reports()
                .write(
                        NAME + ".html",
                        MapPage.of(map, sheets, ReportDate.of(clock)).document());
        return new Result(map, files, report);
    }

    private static Map<String, Integer> predicted(
            Request request, Workspace workspace, ImageSet set, Progress progress) {
        if (set.labeled().size() < ProbeChoice.STANDARD.folds()) {
            return Map.of();
        }
        ProbabilitySource source = request.predictions()
                .orElseGet(() -> new ProbabilitySource.Probe(ProbeChoice.STANDARD.with(List.of(request.encoder()))));
        return Auditor.predicted(GivenProbabilities.of(workspace, workspace.dataset(), source, Map.of(), progress)
                .probabilities());
    }

    private static List<Path> draw(Workspace workspace, FeatureMap map, MapColoring coloring) {
        String name = NAME + "-" + coloring.key();
        Path svg = workspace.reports().file(name + ".svg");
        Path png = workspace.reports().file(name + ".png");
        AtomicFile.write(
                svg, map.chart(title(coloring, map.classes()), coloring, true).svg(), Existing.REPLACE);
        AtomicFile.write(png, ImageEncoder.png(map.picture(coloring)), Existing.REPLACE);
        return List.of(svg, png);
    }

    private static String title(MapColoring coloring, ClassList classes) {
        return switch (coloring) {
            case CLASS -> "Images by class, " + classes.size() + " classes";
            case PART -> "Images by part";
            case CORRECT -> "Images by whether they are predicted as labelled";
        };
    }
}
