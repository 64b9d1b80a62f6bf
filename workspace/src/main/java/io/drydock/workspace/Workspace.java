package io.drydock.workspace;

import io.drydock.core.data.ClassLabel;
import io.drydock.core.data.ClassList;
import io.drydock.core.data.Dataset;
import io.drydock.core.error.WorkspaceException;
import io.drydock.core.file.Draft;
import io.drydock.core.file.Trees;
import io.drydock.core.finding.Copy;
import io.drydock.core.finding.ImageGroup;
import io.drydock.core.label.LabelState;
import io.drydock.core.label.PartEffect;
import io.drydock.core.split.Part;
import io.drydock.core.split.Split;
import io.drydock.workspace.cache.CacheFolder;
import io.drydock.workspace.duplicate.ExactDuplicates;
import io.drydock.workspace.finding.FindingStore;
import io.drydock.workspace.image.ChangedImages;
import io.drydock.workspace.image.ImageList;
import io.drydock.workspace.image.ImageStore;
import io.drydock.workspace.image.StoredImage;
import io.drydock.workspace.label.LabelJournal;
import io.drydock.workspace.report.ReportFolder;
import io.drydock.workspace.run.RunStore;
import io.drydock.workspace.setting.ImageRootStore;
import io.drydock.workspace.setting.ImageRoots;
import io.drydock.workspace.setting.Settings;
import io.drydock.workspace.source.ClassTable;
import io.drydock.workspace.source.ClassUse;
import io.drydock.workspace.source.Importer;
import io.drydock.workspace.source.SourceStore;
import io.drydock.workspace.split.SplitStore;
import io.drydock.workspace.store.Database;
import io.drydock.workspace.submission.SubmissionLedger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One folder on disk with all that is known, decided and trained about one image set. Safe for use by many threads and
 * processes.
 */
public final class Workspace {
    private static final String DATABASE = "drydock.db";
    private static final Set<String> MANAGED = Set.of("splits", "runs", "trash", "cache", "reports");

    private final Path root;
    private final Database database;
    private final Clock clock;
    private final ImageRootStore imageRoots;
    private final LabelJournal journal;
    private final SplitStore splits;
    private final ChangedImages changed;

    private Workspace(Path root, Clock clock) {
        this.root = root;
        this.clock = clock;
        this.database = Database.open(root.resolve(DATABASE));
        this.imageRoots = new ImageRootStore(database, root);
        this.journal = new LabelJournal(database, clock);
        this.splits = new SplitStore(database, root.resolve("splits"), clock);
        this.changed = new ChangedImages(new ImageStore(database), imageRoots);
    }

    /**
     * Makes the folder and its store, or opens what an earlier call began.
     *
     * @throws WorkspaceException if the place will not do
     */
    public static Workspace create(Path folder, Clock clock) {
        Path absolute = folder.toAbsolutePath().normalize();
        if (Files.exists(absolute) && !Files.isDirectory(absolute)) {
            throw new WorkspaceException(folder + " is a file, and a workspace is a folder. Name another place.");
        }
        try {
            Trees.make(absolute);
        } catch (IOException e) {
            throw WorkspaceException.failed("Could not make the folder " + absolute + ": " + e + ".", e);
        }
        return new Workspace(absolute, clock);
    }

    /**
     * Opens the workspace in exactly this folder.
     *
     * @throws WorkspaceException if there is none, its init never ended, or the store refuses
     */
    public static Workspace open(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        if (!holdsWorkspace(absolute)) {
            throw new WorkspaceException("There is no workspace in " + absolute + ". Make one by drydock init " + folder
                    + " --images FOLDER.");
        }
        return opened(absolute);
    }

    /**
     * Opens the nearest workspace, from this folder upward.
     *
     * @throws WorkspaceException if there is none
     */
    public static Workspace find(Path from) {
        Path absolute = from.toAbsolutePath().normalize();
        for (Path folder = absolute; folder != null; folder = folder.getParent()) {
            if (holdsWorkspace(folder)) {
                return opened(folder);
            }
        }
        throw new WorkspaceException("There is no workspace in " + absolute
                + " or above it. Make one by drydock init DIR --images FOLDER, or name it by -w DIR.");
    }

    /** Whether a folder holds a workspace, complete or not. */
    public static boolean holdsWorkspace(Path folder) {
        return Files.isRegularFile(folder.resolve(DATABASE));
    }

    /** The workspace that manages the folder in which this one would lie: its cache, runs, trash, and the like. */
    public static Optional<Path> ownerOf(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        for (Path above = absolute.getParent(); above != null; above = above.getParent()) {
            if (holdsWorkspace(above)
                    && MANAGED.contains(above.relativize(absolute).getName(0).toString())) {
                return Optional.of(above);
            }
        }
        return Optional.empty();
    }

    private static Workspace opened(Path folder) {
        Path file = folder.resolve(DATABASE);
        if (isEmpty(file) && Files.isDirectory(folder.resolve("splits"))) {
            throw WorkspaceException.failed(file + " is damaged: it has 0 bytes, and the workspace was in use before."
                    + " Copy the workspace folder first. Then put back a backup, or move drydock.db away and make the"
                    + " workspace anew by drydock init.");
        }
        return initialized(new Workspace(folder, Clock.systemUTC()));
    }

    private static boolean isEmpty(Path file) {
        try {
            return Files.size(file) == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static Workspace initialized(Workspace workspace) {
        Stream.of("", "splits", "reports").map(workspace.root::resolve).forEach(Draft::removeAbandoned);
        if (!workspace.isInitialized()) {
            throw new WorkspaceException("The workspace " + workspace.root
                    + " is empty: its drydock init did not come to an end. Run the same drydock init again.");
        }
        return workspace;
    }

    /** Whether an import has come to an end. */
    public boolean isInitialized() {
        return journal().position() > 0;
    }

    /** Absolute folder of the workspace. */
    public Path root() {
        return root;
    }

    /**
     * Folders of the images, as found now.
     *
     * @throws WorkspaceException if one is gone
     */
    public ImageRoots imageRoots() {
        return imageRoots.found();
    }

    /** The same whether they are there or not; empty in a workspace that has not imported any image. */
    public Optional<ImageRoots> recordedImageRoots() {
        return imageRoots.recorded();
    }

    public ClassList classes() {
        return database.read(ClassTable::read);
    }

    /**
     * Adds a class after the others.
     *
     * @return whether it was not there
     */
    public boolean addClass(ClassLabel added) {
        return database.writeDurably(handle -> ClassTable.add(handle, added));
    }

    /** What knows the classes, so that one cannot be taken away. */
    public ClassUse classUse() {
        return importer().classUse();
    }

    public ImageStore images() {
        return new ImageStore(database);
    }

    /** Usable images whose files are no longer the ones that were looked at. */
    public ChangedImages changedImages() {
        return changed;
    }

    /** Images that can be used and have a label now, dropped ones too: those that came with one, then those of the pool. */
    public List<StoredImage> labeledImages() {
        LabelState labels = journal.state();
        return Stream.concat(
                        images().usable(ImageList.LABELED).stream(),
                        images().usable(ImageList.POOL).stream().filter(image -> !labels.isUnlabeled(image.path())))
                .toList();
    }

    /** Images without a label that can be used, are not dropped, and whose files are still the ones that were looked at. */
    public List<StoredImage> unlabeledImages() {
        LabelState labels = journal.state();
        return current(ImageList.POOL).stream()
                .filter(image -> labels.isUnlabeled(image.path()) && !labels.isDropped(image.path()))
                .toList();
    }

    /** The current split as it trains now: images that got their label in the pool are in its train part. */
    public Optional<Split> currentSplit() {
        return splits.findCurrent()
                .map(split -> split.trainingOnToo(journal.state().labeledFromPool()));
    }

    /**
     * A split as it trains with the labels of a state.
     *
     * @throws WorkspaceException if there is no such split
     */
    public Split split(int number, LabelState labels) {
        return splits.get(number).trainingOnToo(labels.labeledFromPool());
    }

    /** Images of a list that can be used and whose files are still the ones that were looked at. */
    public List<StoredImage> current(ImageList list) {
        Set<String> differ = changed.all().keySet();
        return images().usable(list).stream()
                .filter(image -> !differ.contains(image.path()))
                .toList();
    }

    public LabelJournal journal() {
        return journal;
    }

    public FindingStore findings() {
        return new FindingStore(database, clock);
    }

    public SourceStore sources() {
        return new SourceStore(database);
    }

    public Settings settings() {
        return new Settings(database);
    }

    public Importer importer() {
        return new Importer(database, images(), journal(), sources(), imageRoots, clock);
    }

    public SplitStore splits() {
        return splits;
    }

    public RunStore runs() {
        return new RunStore(database, root.resolve("runs"), root.resolve("trash"), clock);
    }

    public SubmissionLedger submissions() {
        return new SubmissionLedger(database);
    }

    public CacheFolder cache() {
        return new CacheFolder(root.resolve("cache"), CacheFolder.DEFAULT_BUDGET_BYTES, clock);
    }

    public ReportFolder reports() {
        return new ReportFolder(root.resolve("reports"));
    }

    /** What tells whether anything changed that a reader may keep in memory. */
    public Revision revision() {
        return database.read(Revision::read);
    }

    /** Labelled images that can be used and are not dropped, with their labels as of now, in import order. */
    public Dataset dataset() {
        return journal().state().dataset(classes());
    }

    /**
     * The same as of a position of the journal.
     *
     * @throws WorkspaceException if the journal is not that long
     */
    public Dataset dataset(long journalPosition) {
        return journal().state(journalPosition).dataset(classes());
    }

    /** Images to predict that can be used, in the order of the test file. */
    public List<StoredImage> testImages() {
        return images().usable(ImageList.TEST);
    }

    /** Exact copies by file and by pixels, with what they do to the labels and parts as of now. */
    public List<ImageGroup> exactDuplicates() {
        return exactDuplicates(images()::usable);
    }

    /** The same among images whose files are still the ones that were looked at. */
    public List<ImageGroup> currentDuplicates() {
        return exactDuplicates(this::current);
    }

    private List<ImageGroup> exactDuplicates(Function<ImageList, List<StoredImage>> images) {
        LabelState labels = journal().state();
        Optional<Split> split = splits.findCurrent();
        Set<String> dropped = labels.dropped();
        Set<String> seen = new HashSet<>();
        List<Copy> copies = new ArrayList<>();
        Map<String, String> pixels = new HashMap<>();
        for (ImageList list : ImageList.values()) {
            for (StoredImage image : images.apply(list)) {
                if (dropped.contains(image.path())) {
                    continue;
                }
                if (!seen.add(image.path())) {
                    copies.add(new Copy(image.path(), image.sha256(), Part.TEST.key(), Optional.empty()));
                    continue;
                }
                image.picture().ifPresent(picture -> pixels.put(image.path(), picture.pixelSha256()));
                copies.add(new Copy(
                        image.path(),
                        image.sha256(),
                        list == ImageList.TEST ? Part.TEST.key() : PartEffect.partOf(split, labels, image.path()),
                        list == ImageList.TEST ? Optional.empty() : labels.label(image.path())));
            }
        }
        return ExactDuplicates.of(copies, pixels);
    }
}
