package io.drydock.workbench;

import io.drydock.core.data.FileProblem;
import io.drydock.core.error.DataException;
import io.drydock.core.finding.Finding;
import io.drydock.core.label.JournalEntry;
import io.drydock.core.split.Part;
import io.drydock.workbench.picture.ChangedPictures;
import io.drydock.workbench.review.BrowseFilter;
import io.drydock.workbench.review.BrowseSort;
import io.drydock.workbench.review.GridImage;
import io.drydock.workbench.review.GridView;
import io.drydock.workbench.review.ImageEntry;
import io.drydock.workbench.review.ImageIndex;
import io.drydock.workbench.review.ImageSnapshot;
import io.drydock.workbench.review.RunViews;
import io.drydock.workspace.finding.FindingHead;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All images of a workspace for the grid: filtered, sorted, a stretch at a time; and everything that is known of one.
 * Safe for use by many threads.
 */
public final class BrowseImages {
    private final ImageIndex index;
    private final RunViews runs;

    /** @param workspace its folder */
    public BrowseImages(Path workspace) {
        this(ImageIndex.open(workspace));
    }

    public BrowseImages(ImageIndex index) {
        this.index = index;
        this.runs = new RunViews(index.workspace());
    }

    /**
     * What to show.
     *
     * @param run folder name, number or {@code latest}, for its probabilities; empty for none
     */
    public record Request(BrowseFilter filter, BrowseSort sort, boolean descending, Optional<String> run) {
        /** Every image as imported. */
        public static Request all() {
            return new Request(BrowseFilter.all(), BrowseSort.IMPORT, false, Optional.empty());
        }

        public Request withFilter(BrowseFilter changed) {
            return new Request(changed, sort, descending, run);
        }

        public Request withSort(BrowseSort changed, boolean fromTheTop) {
            return new Request(filter, changed, fromTheTop, run);
        }

        public Request withRun(String name) {
            return new Request(filter, sort, descending, Optional.of(name));
        }
    }

    /**
     * A stretch of the grid.
     *
     * @param total images of the workspace
     * @param matching images that the filter lets through
     * @param offset place of the first one shown, from 0
     * @param position of the journal that this is as of
     */
    public record Stretch(int total, int matching, int offset, List<GridImage> images, long position) {
        public Stretch {
            images = List.copyOf(images);
        }
    }

    /**
     * Everything known of one image.
     *
     * @param probabilities of every class by the run asked about, in class order; empty without
     * @param history decisions about this path or this content, oldest first, undone ones too
     * @param undone {@code seq} of those of the history that do not count
     * @param findings about it, kind by kind
     * @param twins other images with the same file content
     */
    public record Details(
            GridImage image,
            List<Double> probabilities,
            List<JournalEntry> history,
            List<Long> undone,
            List<Finding> findings,
            List<GridImage> twins,
            Map<String, Double> checks) {}

    /**
     * A stretch of the images.
     *
     * @param offset images to pass over, at least 0
     * @param limit most images to return, at least 0
     * @throws io.drydock.core.error.DrydockException if the filter names a class, part or run that does not exist
     */
    public Stretch run(Request request, int offset, int limit) {
        ImageSnapshot now = index.now();
        GridView view = view(now, request.run());
        List<ImageEntry> images = view.images(request.filter(), request.sort(), request.descending());
        int from = Math.min(Math.max(0, offset), images.size());
        List<GridImage> shown = shown(view, images.subList(from, Math.min(images.size(), from + Math.max(0, limit))));
        return new Stretch(
                now.images().size(), images.size(), from, shown, now.labels().position());
    }

    /** Numbers of all images that the filter lets through, in order: what a selection over many pages is about. */
    public List<Long> ids(Request request) {
        ImageSnapshot now = index.now();
        return view(now, request.run()).images(request.filter(), request.sort(), request.descending()).stream()
                .map(ImageEntry::id)
                .toList();
    }

    /** Those of some numbers whose images are to be predicted: they have no label that a decision could change. */
    public List<Long> toPredict(List<Long> ids) {
        ImageSnapshot now = index.now();
        return ids.stream()
                .filter(id -> now.image(id)
                        .map(image -> image.part().equals(Part.TEST.key()))
                        .orElse(false))
                .toList();
    }

    /**
     * Paths of images by their numbers, in the order given.
     *
     * @throws DataException if a number stands for no image
     */
    public List<String> paths(List<Long> ids) {
        ImageSnapshot now = index.now();
        return ids.stream().map(id -> entry(now, id).path()).toList();
    }

    /**
     * The file of an image, to be read.
     *
     * @throws DataException if the number stands for no image
     */
    public Path file(long id) {
        return index.workspace().imageRoots().resolve(entry(index.now(), id).path());
    }

    /** Number of an image by its path. */
    public Optional<Long> id(String image) {
        return index.now().image(image).map(ImageEntry::id);
    }

    /** Images as the grid shows them by their paths, in the order given; those that are not there are left out. */
    public List<GridImage> images(List<String> paths) {
        ImageSnapshot now = index.now();
        List<ImageEntry> images =
                paths.stream().map(now::image).flatMap(Optional::stream).toList();
        return shown(view(now, Optional.empty()), images);
    }

    /** Looks at the files of the images that are shown, and at no others. */
    private List<GridImage> shown(GridView view, List<ImageEntry> images) {
        Map<String, FileProblem> changed = ChangedPictures.among(
                index.workspace(), images.stream().map(ImageEntry::stored).toList());
        return images.stream()
                .map(image -> view.shown(image, Optional.ofNullable(changed.get(image.path()))))
                .toList();
    }

    /**
     * Everything known of one image.
     *
     * @param run folder name, number or {@code latest}, for its probabilities; empty for none
     * @throws DataException if the number stands for no image
     */
    public Details details(long id, Optional<String> run) {
        ImageSnapshot now = index.now();
        ImageEntry image = entry(now, id);
        GridView view = view(now, run);
        List<JournalEntry> history = index.workspace().journal().entries().stream()
                .filter(entry -> entry.action().isDecision()
                        && (entry.image().equals(image.path()) || entry.sha256().equals(image.sha256())))
                .toList();
        return new Details(
                shown(view, List.of(image)).get(0),
                run.map(name -> runs.of(name).row(image)).orElse(List.of()),
                history,
                history.stream()
                        .filter(entry -> !now.labels().isActive(entry.batch()))
                        .map(JournalEntry::seq)
                        .toList(),
                findings(now, image),
                shown(
                        view,
                        now.images().stream()
                                .filter(other -> other.place() != image.place()
                                        && other.sha256().equals(image.sha256()))
                                .toList()),
                image.stored().picture().map(picture -> picture.checks()).orElse(Map.of()));
    }

    private List<Finding> findings(ImageSnapshot now, ImageEntry image) {
        List<FindingHead> heads = now.findings(image);
        Map<Long, Finding> read = new HashMap<>(index.workspace()
                .findings()
                .read(heads.stream().map(FindingHead::number).toList()));
        List<Finding> findings = new ArrayList<>();
        for (FindingHead head : heads) {
            Finding finding = read.get(head.number());
            if (finding != null) {
                findings.add(finding);
            }
        }
        return findings;
    }

    private GridView view(ImageSnapshot now, Optional<String> run) {
        return new GridView(now, run.map(runs::of));
    }

    private static ImageEntry entry(ImageSnapshot now, long id) {
        return now.image(id)
                .orElseThrow(() -> new DataException("There is no image number " + id + " among the "
                        + now.images().size() + " of this workspace. Look at the list again."));
    }
}
