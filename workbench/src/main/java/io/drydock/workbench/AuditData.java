package io.drydock.workbench;

import io.drydock.core.device.Device;
import io.drydock.workbench.audit.Audit;
import io.drydock.workbench.audit.Auditor;
import io.drydock.workbench.feature.Encoder;
import io.drydock.workbench.issue.ProbabilitySource;
import io.drydock.workbench.issue.ProbeChoice;
import io.drydock.workbench.report.AuditPage;
import io.drydock.workbench.report.ReportDate;
import io.drydock.workbench.report.Thumbnails;
import io.drydock.workspace.Workspace;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * {@code drydock audit}: runs every check of an image set (labels, copies, single pictures, several objects, outliers, cues, shift), keeps
 * what they find in the workspace for review, lays out a map, and writes one page. Safe for use by many threads.
 */
public final class AuditData {
    private static final String REPORT = "audit.html";
    private static final int THUMBNAIL_SIDE = 240;

    private final Clock clock;
    private final Device device;

    /** Dates the page by the clock of the machine, and computes on the usual device. */
    public AuditData() {
        this(Device.AUTO);
    }

    /** @param device that images are embedded on */
    public AuditData(Device device) {
        this(Clock.system(ZoneId.systemDefault()), device);
    }

    /**
     * @param clock dates the page, in its zone
     * @param device that images are embedded on
     */
    public AuditData(Clock clock, Device device) {
        this.clock = clock;
        this.device = device;
    }

    /**
     * What to look at, and by what.
     *
     * @param workspace folder of the workspace
     * @param encoder gives the embeddings for outliers, shift and map
     * @param source of the probabilities that labels are held against
     * @param seed of the map's layout and the two-sample test
     * @param report whether to write the page
     */
    public record Request(Path workspace, Encoder encoder, ProbabilitySource source, long seed, boolean report) {
        /** By the bundled backbone and the linear probe on it, with the page. */
        public Request(Path workspace) {
            this(workspace, Encoder.standard(), new ProbabilitySource.Probe(ProbeChoice.STANDARD), 42, true);
        }

        /** By another encoder, for embeddings and probe. */
        public Request by(Encoder other) {
            return new Request(
                    workspace,
                    other,
                    new ProbabilitySource.Probe(ProbeChoice.STANDARD.with(List.of(other))),
                    seed,
                    report);
        }

        /** With labels held against other probabilities. */
        public Request against(ProbabilitySource other) {
            return new Request(workspace, encoder, other, seed, report);
        }

        /** Without the page. */
        public Request withoutReport() {
            return new Request(workspace, encoder, source, seed, false);
        }
    }

    /**
     * What was found.
     *
     * @param report where the page lies; empty when none was asked for
     */
    public record Result(Audit audit, Optional<Path> report) {}

    /**
     * Looks, keeps the findings, and writes the page.
     *
     * @throws io.drydock.core.error.WorkspaceException if there is no workspace
     * @throws io.drydock.core.error.ConfigException if the device cannot be used
     */
    public Result run(Request request, Progress progress) {
        Workspace workspace = Workspace.open(request.workspace());
        Audit audit = new Auditor(workspace, request.encoder(), request.source(), request.seed(), clock, device)
                .run(InspectData::inspect, progress);
        if (!request.report()) {
            return new Result(audit, Optional.empty());
        }
        progress.at("writing the report", 0, 1);
        Thumbnails thumbnails = new Thumbnails(workspace.imageRoots(), THUMBNAIL_SIDE);
        Path page = workspace
                .reports()
                .write(
                        REPORT,
                        AuditPage.of(audit, thumbnails, ReportDate.of(clock)).document());
        progress.at("writing the report", 1, 1);
        return new Result(audit, Optional.of(page));
    }
}
