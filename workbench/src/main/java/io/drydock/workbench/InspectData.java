package io.drydock.workbench;

import io.drydock.core.data.ClassList;
import io.drydock.core.data.UnusableRow;
import io.drydock.core.error.WorkspaceException;
import io.drydock.core.label.LabelState;
import io.drydock.core.split.Part;
import io.drydock.core.split.Split;
import io.drydock.workbench.inspect.DamagedImage;
import io.drydock.workbench.inspect.InspectedImage;
import io.drydock.workbench.inspect.Inspection;
import io.drydock.workbench.report.InspectionPage;
import io.drydock.workbench.report.Thumbnails;
import io.drydock.workspace.Workspace;
import io.drydock.workspace.image.ImageList;
import io.drydock.workspace.image.Picture;
import io.drydock.workspace.image.StoredImage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * {@code drydock inspect}: looks at a whole image set: classes, parts, sizes, modes, copies, rows left out, labelled against test; and writes the
 * page that shows it. Reads what {@code InitWorkspace} measured, so it is quick. Safe for use by many threads.
 */
public final class InspectData {
    private static final String REPORT = "inspect.html";
    private static final int THUMBNAIL_SIDE = 264;

    private final Clock clock;

    /** Dates the page by the clock of the machine. */
    public InspectData() {
        this(Clock.system(ZoneId.systemDefault()));
    }

    /** @param clock dates the page, in its zone */
    public InspectData(Clock clock) {
        this.clock = clock;
    }

    /**
     * What to look at.
     *
     * @param workspace folder of the workspace
     * @param seed draws which images the montages show
     * @param report whether to write the page
     */
    public record Request(Path workspace, long seed, boolean report) {
        /** With the page, and the usual draw. */
        public Request(Path workspace) {
            this(workspace, 42, true);
        }
    }

    /**
     * What was found.
     *
     * @param report where the page lies; empty when none was asked for, or it could not be written
     * @param notWritten why the page could not be written, such as a full disk; empty when it could
     */
    public record Result(Inspection inspection, Optional<Path> report, String notWritten) {}

    /**
     * Looks, and writes the page.
     *
     * @throws WorkspaceException if there is no workspace
     */
    public Result run(Request request, Progress progress) {
        Workspace workspace = Workspace.open(request.workspace());
        Inspection inspection = inspect(workspace);
        if (!request.report()) {
            return new Result(inspection, Optional.empty(), "");
        }
        try {
            return new Result(inspection, Optional.of(write(workspace, inspection, request.seed(), progress)), "");
        } catch (WorkspaceException refused) {
            return new Result(inspection, Optional.empty(), refused.getMessage());
        }
    }

    /** Looks at an open workspace. */
    static Inspection inspect(Workspace workspace) {
        ClassList classes = workspace.classes();
        LabelState labels = workspace.journal().state();
        Optional<Split> split = workspace.currentSplit();
        List<InspectedImage> images = new ArrayList<>();
        Set<String> changed = workspace.changedImages().all().keySet();
        List<StoredImage> labeled = workspace.labeledImages().stream()
                .filter(image -> !changed.contains(image.path()))
                .toList();
        for (StoredImage image : labeled) {
            OptionalInt label = labels.isDropped(image.path())
                    ? OptionalInt.empty()
                    : labels.label(image.path()).map(classes::indexOf).orElse(OptionalInt.empty());
            if (label.isPresent()) {
                Optional<Part> part = split.flatMap(drawn -> drawn.part(image.path()));
                image.picture().ifPresent(picture -> images.add(inspected(image, picture, label, part)));
            }
        }
        for (StoredImage image : workspace.current(ImageList.TEST)) {
            image.picture()
                    .ifPresent(picture ->
                            images.add(inspected(image, picture, OptionalInt.empty(), Optional.of(Part.TEST))));
        }
        return Inspection.of(
                name(workspace),
                classes,
                split.map(drawn -> OptionalInt.of(drawn.number())).orElse(OptionalInt.empty()),
                images,
                workspace.unlabeledImages().size(),
                unusable(workspace),
                workspace.currentDuplicates(),
                damaged(workspace));
    }

    /** Rows left out by the last import, and images whose files changed since. */
    private static List<UnusableRow> unusable(Workspace workspace) {
        List<UnusableRow> rows = new ArrayList<>(workspace.sources().unusableRows());
        workspace
                .changedImages()
                .all()
                .forEach((image, problem) -> rows.add(new UnusableRow(
                        name(workspace),
                        0,
                        image,
                        problem.reason(),
                        problem.message() + " Run drydock init " + workspace.root() + " to look at it again.")));
        return rows;
    }

    /** Images of both lists, each once, that were decoded although their files are not whole. */
    static List<DamagedImage> damaged(Workspace workspace) {
        Map<String, DamagedImage> damaged = new LinkedHashMap<>();
        for (ImageList list : ImageList.values()) {
            for (StoredImage image : workspace.current(list)) {
                image.picture()
                        .ifPresent(picture -> picture.damage()
                                .ifPresent(what -> damaged.put(
                                        image.path(),
                                        new DamagedImage(
                                                image.path(),
                                                picture.checks().getOrDefault(Picture.MISSING_DETAIL, 0.0),
                                                what))));
            }
        }
        return List.copyOf(damaged.values());
    }

    private static String name(Workspace workspace) {
        Path root = workspace.imageRoots().folders().get(0);
        Path shown = root.endsWith("images") && root.getParent() != null ? root.getParent() : root;
        return Optional.ofNullable(shown.getFileName()).map(Path::toString).orElse("Images");
    }

    private static InspectedImage inspected(
            StoredImage image, Picture picture, OptionalInt label, Optional<Part> part) {
        return new InspectedImage(
                image.path(),
                image.sha256(),
                label,
                part,
                picture.height(),
                picture.width(),
                picture.mode(),
                image.sizeBytes(),
                picture.check("brightness"),
                picture.check("sharpness"),
                picture.check("channel_spread"),
                picture.check("exactly_gray") > 0);
    }

    private Path write(Workspace workspace, Inspection inspection, long seed, Progress progress) {
        String made = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH)
                .format(LocalDateTime.now(clock));
        progress.at("writing the report", 0, 1);
        Thumbnails thumbnails = new Thumbnails(workspace.imageRoots(), THUMBNAIL_SIDE);
        Path file = workspace
                .reports()
                .write(
                        REPORT,
                        InspectionPage.of(inspection, thumbnails, seed, made).document());
        progress.at("writing the report", 1, 1);
        return file;
    }
}
