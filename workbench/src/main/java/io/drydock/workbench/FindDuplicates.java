package io.drydock.workbench;

import io.drydock.core.data.ClassList;
import io.drydock.core.device.Device;
import io.drydock.core.finding.ImageGroup;
import io.drydock.core.finding.ImageGroup.Relation;
import io.drydock.workbench.duplicate.NearPair;
import io.drydock.workbench.duplicate.SplitLeak;
import io.drydock.workbench.duplicate.WorkspaceCopies;
import io.drydock.workbench.report.DuplicatesPage;
import io.drydock.workbench.report.Thumbnails;
import io.drydock.workspace.Workspace;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code drydock duplicates}: finds images that show the same, as files, as pixels, or nearly (cropped, resized,
 * compressed, marked, framed, flipped, turned), says what each group does to labels and scores and which copy to keep.
 * Near pairs are kept in the cache by content, so a second call is quick. Safe for use by many threads.
 */
public final class FindDuplicates {
    private static final String REPORT = "duplicates.html";
    private static final int THUMBNAIL_SIDE = 264;

    private final Clock clock;
    private final Device device;

    /** Dates the page by the clock of the machine, and computes on the usual device. */
    public FindDuplicates() {
        this(Device.AUTO);
    }

    /** @param device that images are embedded on */
    public FindDuplicates(Device device) {
        this(Clock.system(ZoneId.systemDefault()), device);
    }

    /**
     * @param clock dates the page, in its zone
     * @param device that images are embedded on
     */
    public FindDuplicates(Clock clock, Device device) {
        this.clock = clock;
        this.device = device;
    }

    /**
     * Where to look.
     *
     * @param workspace folder of the workspace
     * @param report whether to write the page
     */
    public record Request(Path workspace, boolean report) {
        /** With the page. */
        public Request(Path workspace) {
            this(workspace, true);
        }
    }

    /**
     * What was found.
     *
     * @param classes in init order
     * @param images that were compared
     * @param groups of exact copies by file, by pixels, then of near ones
     * @param pairs of near copies, the most similar first
     * @param leak what copies do to the current split; empty without one
     * @param known whether the near pairs were in the cache
     * @param report where the page lies; empty when none was asked for
     */
    public record Result(
            ClassList classes,
            int images,
            List<ImageGroup> groups,
            List<NearPair> pairs,
            Optional<SplitLeak> leak,
            boolean known,
            Optional<Path> report) {
        public Result {
            groups = List.copyOf(groups);
            pairs = List.copyOf(pairs);
        }

        /** How many groups do this. */
        public long count(Relation relation) {
            return groups.stream().filter(group -> group.relation() == relation).count();
        }

        /** How many groups are of a kind. */
        public long count(ImageGroup.Kind kind) {
            return groups.stream().filter(group -> group.kind() == kind).count();
        }

        /** With the page that shows it. */
        Result at(Path page) {
            return new Result(classes, images, groups, pairs, leak, known, Optional.of(page));
        }
    }

    /**
     * Looks, and writes the page.
     *
     * @throws io.drydock.core.error.WorkspaceException if there is no workspace, or its cache cannot be written
     */
    public Result run(Request request, Progress progress) {
        Workspace workspace = Workspace.open(request.workspace());
        WorkspaceCopies.Found found = new WorkspaceCopies(workspace, device).find(progress);
        Result result = new Result(
                workspace.classes(),
                found.images(),
                found.groups(),
                found.pairs(),
                workspace.splits().findCurrent().map(split -> SplitLeak.of(split, found.groups())),
                found.known(),
                Optional.empty());
        return request.report() ? result.at(write(workspace, result, progress)) : result;
    }

    private Path write(Workspace workspace, Result result, Progress progress) {
        String made = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH)
                .format(LocalDateTime.now(clock));
        progress.at("writing the report", 0, 1);
        Thumbnails thumbnails = new Thumbnails(workspace.imageRoots(), THUMBNAIL_SIDE);
        Path file = workspace
                .reports()
                .write(REPORT, DuplicatesPage.of(result, thumbnails, made).document());
        progress.at("writing the report", 1, 1);
        return file;
    }
}
