package io.drydock.workbench;

import io.drydock.core.csv.CsvOptions;
import io.drydock.core.data.ClassList;
import io.drydock.core.data.ImportNote;
import io.drydock.core.data.ImportOptions;
import io.drydock.core.data.UnusableRow;
import io.drydock.core.error.DataException;
import io.drydock.core.error.WorkspaceException;
import io.drydock.core.finding.ImageGroup;
import io.drydock.core.label.ImportedLabel;
import io.drydock.core.label.LabelState;
import io.drydock.core.submission.SampleSubmission;
import io.drydock.workbench.init.ClassChoice;
import io.drydock.workbench.init.ImageFiles;
import io.drydock.workbench.init.ImageLists;
import io.drydock.workbench.init.RootFolders;
import io.drydock.workbench.inspect.DamagedImage;
import io.drydock.workbench.pool.PoolQueue;
import io.drydock.workbench.report.Numbers;
import io.drydock.workspace.Workspace;
import io.drydock.workspace.image.StoredImage;
import io.drydock.workspace.setting.ImageRoots;
import io.drydock.workspace.source.ImportOutcome;
import io.drydock.workspace.source.ImportRequest;
import io.drydock.workspace.source.SourceFile;
import io.drydock.workspace.source.SourceRole;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * {@code drydock init}: makes a workspace of image folders and the lists that name its images, and looks at every
 * image once. May be killed at any moment and run again; run again with the same files it changes nothing, with changed
 * ones it takes over what changed. Writes nothing outside the workspace. Safe for use by many threads.
 */
public final class InitWorkspace {
    private static final String POOL = "pool";
    private static final String LEFT_OUT = "left out";

    private final Clock clock;

    /** Dates entries by the clock of the machine. */
    public InitWorkspace() {
        this(Clock.systemUTC());
    }

    /** @param clock dates the import */
    public InitWorkspace(Clock clock) {
        this.clock = clock;
    }

    /**
     * What to make a workspace of.
     *
     * @param workspace folder of the workspace, made when needed
     * @param images folders of the images, at least one; images of the first are named by their paths below it
     * @param testImages folder in whose files the images to predict are looked for first; without {@code test} all of its
     *     images are to be predicted
     * @param labels CSV that names images and labels; without it the folders below those of {@code images} are the
     *     classes
     * @param test CSV that names images to predict
     * @param sample sample submission
     * @param options columns, classes, and whether a row that cannot be used is an error
     * @param pool whether picture files that no list names are taken in, to be labeled
     * @param threads that look at images, at least 1
     * @param by who imports, for the journal
     */
    public record Request(
            Path workspace,
            List<Path> images,
            Optional<Path> testImages,
            Optional<Path> labels,
            Optional<Path> test,
            Optional<Path> sample,
            ImportOptions options,
            boolean pool,
            int threads,
            String by) {
        public Request {
            images = List.copyOf(images);
        }

        /** Folders as classes, everything recognized, all processors. */
        public static Request of(Path workspace, Path images) {
            return new Request(
                    workspace,
                    List.of(images),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    ImportOptions.automatic(),
                    true,
                    Runtime.getRuntime().availableProcessors(),
                    System.getProperty("user.name", ""));
        }

        /**
         * What an existing workspace was made of: its image folders and the files that it imported last.
         *
         * @throws WorkspaceException if there is no workspace
         */
        public static Request again(Path workspace) {
            Workspace known = Workspace.open(workspace);
            ImageRoots roots = known.imageRoots();
            Optional<SourceFile> labels = known.sources().find(SourceRole.LABELS);
            Optional<SourceFile> test = known.sources().find(SourceRole.TEST);
            Optional<String> imageColumn = labels.map(SourceFile::imageColumn)
                    .filter(column -> test.map(SourceFile::imageColumn)
                            .map(column::equals)
                            .orElse(true));
            ImportOptions options = new ImportOptions(
                            imageColumn,
                            labels.map(SourceFile::labelColumn).filter(column -> !column.isEmpty()),
                            Optional.empty(),
                            false)
                    .withCsvBefore(csvOptions(known));
            return new Request(
                    workspace,
                    roots.folders(),
                    roots.testPrefix().map(roots::resolve),
                    labels.map(SourceFile::path),
                    test.map(SourceFile::path),
                    known.sources().find(SourceRole.SAMPLE).map(SourceFile::path),
                    options,
                    !known.settings().find(POOL).equals(Optional.of(LEFT_OUT)),
                    Runtime.getRuntime().availableProcessors(),
                    System.getProperty("user.name", ""));
        }

        private static Map<Path, CsvOptions> csvOptions(Workspace known) {
            Map<Path, CsvOptions> options = new HashMap<>();
            for (SourceRole role : SourceRole.values()) {
                known.sources().find(role).ifPresent(file -> options.put(file.path(), file.csv()));
            }
            return options;
        }

        /** With other files where some are given; how those are written is not known from before. */
        public Request with(Optional<Path> otherLabels, Optional<Path> otherTest, Optional<Path> otherSample) {
            Map<Path, CsvOptions> before = new HashMap<>(options.csvBefore());
            Stream.of(otherLabels, otherTest, otherSample)
                    .flatMap(Optional::stream)
                    .forEach(file -> before.remove(file.toAbsolutePath().normalize()));
            ImportOptions kept = (otherLabels.isEmpty() && otherTest.isEmpty() ? options : ImportOptions.automatic())
                    .withCsvBefore(before);
            return new Request(
                    workspace,
                    images,
                    testImages,
                    otherLabels.or(() -> labels),
                    otherTest.or(() -> test),
                    otherSample.or(() -> sample),
                    kept,
                    pool,
                    threads,
                    by);
        }

        /** With other options where some are given. */
        public Request with(ImportOptions other, int otherThreads, String who) {
            ImportOptions merged = new ImportOptions(
                    other.imageColumn().or(options::imageColumn),
                    other.labelColumn().or(options::labelColumn),
                    other.classes().or(options::classes),
                    other.strict(),
                    other.csv(),
                    options.csvBefore());
            return new Request(workspace, images, testImages, labels, test, sample, merged, pool, otherThreads, who);
        }

        /** With several folders of images. */
        public Request withImages(List<Path> folders) {
            return new Request(workspace, folders, testImages, labels, test, sample, options, pool, threads, by);
        }

        public Request withTestImages(Path folder) {
            return new Request(
                    workspace, images, Optional.of(folder), labels, test, sample, options, pool, threads, by);
        }

        public Request withLabels(Path csv) {
            return new Request(
                    workspace, images, testImages, Optional.of(csv), test, sample, options, pool, threads, by);
        }

        public Request withTest(Path csv) {
            return new Request(
                    workspace, images, testImages, labels, Optional.of(csv), sample, options, pool, threads, by);
        }

        public Request withSample(Path csv) {
            return new Request(
                    workspace, images, testImages, labels, test, Optional.of(csv), options, pool, threads, by);
        }

        /** Without picture files that no list names. */
        public Request withoutPool() {
            return new Request(workspace, images, testImages, labels, test, sample, options, false, threads, by);
        }

        public Request withOptions(ImportOptions changed) {
            return new Request(workspace, images, testImages, labels, test, sample, changed, pool, threads, by);
        }
    }

    /**
     * What the workspace holds now.
     *
     * @param workspace absolute folder
     * @param folders of the images, and which of them were added or removed
     * @param classes in init order
     * @param labeled labelled images that can be used, those that got their label in the pool among them
     * @param test images to predict that can be used
     * @param pool images without a label that can be used
     * @param scanned images that were looked at in this call; the others were known
     * @param unusable rows that were left out, in file order, labels first
     * @param notes what was taken another way than before or than it was written, or should be checked
     * @param damaged images that are used although part of their file is missing or damaged
     * @param duplicates exact copies with what they do: conflicts, leaks, harmless ones
     * @param first whether the workspace was empty before
     * @param unchanged whether it held all of this before
     * @param added labelled images that are new
     * @param relabeled images whose imported label is another one
     * @param rewritten images whose file has other content
     * @param removed images that are no longer listed with a label
     * @param pooled images that are new in the pool
     */
    public record Result(
            Path workspace,
            RootFolders folders,
            ClassList classes,
            int labeled,
            int test,
            int pool,
            int scanned,
            List<UnusableRow> unusable,
            List<ImportNote> notes,
            List<DamagedImage> damaged,
            List<ImageGroup> duplicates,
            boolean first,
            boolean unchanged,
            int added,
            int relabeled,
            int rewritten,
            int removed,
            int pooled,
            long journalPosition) {
        public Result {
            unusable = List.copyOf(unusable);
            notes = List.copyOf(notes);
            damaged = List.copyOf(damaged);
            duplicates = List.copyOf(duplicates);
        }

        /** Groups of copies that do this; {@code key} is harmless, conflict or leak. */
        public long duplicates(String key) {
            return duplicates.stream()
                    .filter(group -> group.relation().key().equals(key))
                    .count();
        }
    }

    /**
     * Makes or brings up to date the workspace.
     *
     * @throws DataException if a list cannot be used, or a row cannot and the options are strict
     * @throws WorkspaceException if the place will not do, or classes would be taken away or change places
     */
    public Result run(Request request, Progress progress) {
        RootFolders folders = RootFolders.of(request.workspace(), request.images(), request.testImages());
        ImageRoots roots = folders.roots();
        ImageLists lists =
                new ImageLists(roots, request.labels(), request.test(), optionsKnowing(request), request.pool());
        Optional<SampleSubmission> sample = request.sample()
                .map(file -> SampleSubmission.read(file, request.options().csv(file)));
        ImageLists.Names names = lists.names();
        Set<String> named = new LinkedHashSet<>(names.labeled());
        named.addAll(names.test());
        named.addAll(names.pool());

        Workspace workspace = Workspace.create(request.workspace(), clock);
        ImageFiles files = new ImageFiles(workspace, roots, request.threads());
        int scanned = files.lookAt(List.copyOf(named), counting(names.pool().size(), progress));
        Map<String, StoredImage> known = workspace.images().byPath();
        ImageLists.Usable usable = lists.usable(image -> files.problem(known, image));

        List<ImportedLabel> labels = usable.labels().images().stream()
                .map(image -> ImportedLabel.of(
                        image.image(),
                        sha256(known, image.image()),
                        usable.labels().code(image)))
                .toList();
        List<ImportedLabel> pool = usable.pool().stream()
                .map(image -> ImportedLabel.unlabeled(image, sha256(known, image)))
                .toList();
        ClassChoice choice = new ClassChoice(workspace, request.options().classes());
        ClassList classes = choice.of(usable.labels(), lists::derived);
        sample.ifPresent(form -> form.form(classes));
        workspace.settings().set(POOL, request.pool() ? "taken in" : LEFT_OUT);
        ImportOutcome outcome = workspace
                .importer()
                .run(new ImportRequest(
                        roots,
                        classes,
                        labels,
                        pool,
                        usable.test(),
                        sources(request, lists),
                        usable.unusable(),
                        request.by()));
        new SplitData().ofFolders(workspace.root(), lists.parts());
        new PoolQueue(workspace).prepare();
        LabelState now = workspace.journal().state();
        int unlabeled = (int)
                pool.stream().filter(image -> now.isUnlabeled(image.image())).count();
        return new Result(
                workspace.root(),
                folders,
                classes,
                labels.size() + pool.size() - unlabeled,
                usable.test().size(),
                unlabeled,
                scanned,
                usable.unusable(),
                Stream.concat(choice.notes().stream(), usable.notes().stream()).toList(),
                InspectData.damaged(workspace),
                workspace.exactDuplicates(),
                outcome.first(),
                outcome.unchanged() && scanned == 0,
                outcome.added(),
                outcome.relabeled(),
                outcome.rewritten(),
                outcome.removed(),
                outcome.pooled(),
                outcome.journalPosition());
    }

    /** Progress that also says how many of the images have no label. */
    private static Progress counting(int unlabeled, Progress progress) {
        return unlabeled == 0
                ? progress
                : (task, done, total) ->
                        progress.at(task + " (" + Numbers.count(unlabeled) + " without a label)", done, total);
    }

    private static String sha256(Map<String, StoredImage> known, String image) {
        StoredImage stored = known.get(image);
        if (stored == null) {
            throw new IllegalStateException(image + " was imported without being looked at");
        }
        return stored.sha256();
    }

    /** Classes once given stay, so that a later import without {@code --classes} cannot reorder them. */
    private static ImportOptions optionsKnowing(Request request) {
        if (request.options().classes().isPresent() || !Workspace.holdsWorkspace(request.workspace())) {
            return request.options();
        }
        return new ClassChoice(Workspace.create(request.workspace(), Clock.systemUTC()), Optional.empty())
                .required()
                .map(request.options()::withClasses)
                .orElse(request.options());
    }

    private static CsvOptions csv(Request request, Path file) {
        return request.options().csv(file);
    }

    private static List<SourceFile> sources(Request request, ImageLists lists) {
        List<SourceFile> sources = new ArrayList<>();
        request.labels()
                .ifPresent(file -> sources.add(SourceFile.read(
                        SourceRole.LABELS, file, lists.imageColumn(), lists.labelColumn(), csv(request, file))));
        request.test()
                .ifPresent(file -> sources.add(
                        SourceFile.read(SourceRole.TEST, file, lists.testColumn(), "", csv(request, file))));
        request.sample()
                .ifPresent(file -> sources.add(SourceFile.read(SourceRole.SAMPLE, file, "", "", csv(request, file))));
        return sources;
    }
}
