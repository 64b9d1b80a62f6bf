package io.drydock.workbench;

import io.drydock.workbench.audit.Embedding;
import io.drydock.workbench.audit.ImageSet;
import io.drydock.workbench.feature.Encoder;
import io.drydock.workbench.feature.FeatureView;
import io.drydock.workbench.feature.ImageFeatures;
import io.drydock.workbench.feature.WorkspaceFeatures;
import io.drydock.workbench.report.ReportDate;
import io.drydock.workbench.report.ShiftPage;
import io.drydock.workbench.report.Thumbnails;
import io.drydock.workbench.shift.ShiftLook;
import io.drydock.workspace.Workspace;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;

/**
 * {@code drydock shift}: whether images to be predicted look like the labelled ones, by embeddings and by simple measures,
 * and which labelled images look most and least like them. Safe for use by many threads.
 */
public final class MeasureShift {
    private static final String REPORT = "shift.html";
    private static final int THUMBNAIL_SIDE = 264;

    private final Clock clock;

    /** Dates the page by the clock of the machine. */
    public MeasureShift() {
        this(Clock.system(ZoneId.systemDefault()));
    }

    /** @param clock dates the page, in its zone */
    public MeasureShift(Clock clock) {
        this.clock = clock;
    }

    /**
     * What to compare, and by what.
     *
     * @param workspace folder of the workspace
     * @param seed draws halves and permutations of the test
     * @param report whether to write the page
     */
    public record Request(Path workspace, Encoder encoder, long seed, boolean report) {
        /** By the bundled backbone, with the page. */
        public Request(Path workspace) {
            this(workspace, Encoder.standard(), 42, true);
        }
    }

    /**
     * What was measured.
     *
     * @param report where the page lies; empty when none was asked for
     */
    public record Result(ImageSet images, ShiftLook shift, Optional<Path> report) {}

    /**
     * Compares, and writes the page.
     *
     * @throws io.drydock.core.error.WorkspaceException if there is no workspace
     */
    public Result run(Request request, Progress progress) {
        Workspace workspace = Workspace.open(request.workspace());
        ImageSet set = ImageSet.of(workspace, progress);
        ImageFeatures features = new WorkspaceFeatures(workspace).of(request.encoder(), FeatureView.PLAIN, progress);
        progress.at("comparing parts", 0, 1);
        ShiftLook shift = ShiftLook.of(
                Embedding.of(set, features), InspectData.inspect(workspace).shift(), request.seed());
        progress.at("comparing parts", 1, 1);
        if (!request.report()) {
            return new Result(set, shift, Optional.empty());
        }
        Thumbnails thumbnails = new Thumbnails(workspace.imageRoots(), THUMBNAIL_SIDE);
        String page = ShiftPage.of(set, shift, thumbnails, ReportDate.of(clock)).document();
        return new Result(set, shift, Optional.of(workspace.reports().write(REPORT, page)));
    }
}
