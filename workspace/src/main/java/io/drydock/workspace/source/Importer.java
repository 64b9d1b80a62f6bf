package io.drydock.workspace.source;

import io.drydock.core.data.ClassList;
import io.drydock.core.error.WorkspaceException;
import io.drydock.core.label.ImportedLabel;
import io.drydock.workspace.image.ImageList;
import io.drydock.workspace.image.ImageStore;
import io.drydock.workspace.label.LabelJournal;
import io.drydock.workspace.setting.ImageRootStore;
import io.drydock.workspace.store.Database;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Makes a workspace hold what the user's files say, in one transaction: all of it or nothing. Labels that changed
 * become one journal entry; the same import again changes nothing. Safe for use by many threads and processes.
 */
public final class Importer {
    private final Database database;
    private final ImageStore images;
    private final LabelJournal journal;
    private final SourceStore sources;
    private final ImageRootStore imageRoots;
    private final Clock clock;

    public Importer(
            Database database,
            ImageStore images,
            LabelJournal journal,
            SourceStore sources,
            ImageRootStore imageRoots,
            Clock clock) {
        this.database = database;
        this.images = images;
        this.journal = journal;
        this.sources = sources;
        this.imageRoots = imageRoots;
        this.clock = clock;
    }

    /**
     * Imports.
     *
     * @throws WorkspaceException if classes would change places, or one that a run, a split or a decision knows would be taken away
     */
    public ImportOutcome run(ImportRequest request) {
        return database.writeDurably(handle -> {
            boolean first = journalLength(handle) == 0;
            boolean other = imageRoots.set(handle, request.imageRoots());
            other |= classes(handle, request.classes());
            other |= sources(handle, request.sources());
            other |= test(handle, request.test());
            images.replaceList(
                    handle,
                    ImageList.LABELED,
                    request.labels().stream().map(ImportedLabel::image).toList());
            images.replaceList(
                    handle,
                    ImageList.POOL,
                    request.pool().stream().map(ImportedLabel::image).toList());
            sources.replaceUnusable(handle, request.unusable());
            Difference difference = Difference.between(journal.imported(handle), request.images());
            if (first || !difference.isNothing()) {
                journal.appendImport(
                        handle, difference.changes(), difference.gone(), request.by(), why(request, difference));
            }
            return new ImportOutcome(
                    first,
                    difference.added(),
                    difference.relabeled(),
                    difference.rewritten(),
                    difference.removed(),
                    difference.pooled(),
                    other,
                    journalLength(handle));
        });
    }

    private static long journalLength(Handle handle) {
        return handle.createQuery("SELECT count(*) FROM journal")
                .mapTo(Long.class)
                .one();
    }

    private static String why(ImportRequest request, Difference difference) {
        String file = request.sources().stream()
                .filter(source -> source.role() == SourceRole.LABELS)
                .findFirst()
                .map(source -> String.valueOf(source.path().getFileName()))
                .orElse("folders of "
                        + request.imageRoots().folders().stream()
                                .map(folder -> String.valueOf(folder.getFileName()))
                                .collect(Collectors.joining(", ")));
        return file + ": " + difference.added() + " added, " + difference.relabeled() + " relabeled, "
                + difference.rewritten() + " with new content, " + difference.removed() + " no longer listed"
                + (difference.pooled() == 0 ? "" : ", " + difference.pooled() + " new in the pool");
    }

    private boolean classes(Handle handle, ClassList wanted) {
        ClassList known = ClassTable.read(handle);
        List<String> kept = known.codes().stream()
                .filter(code -> wanted.indexOf(code).isPresent())
                .toList();
        ClassUse use = use(handle);
        Optional<String> needed = known.codes().stream()
                .filter(code -> !kept.contains(code) && !use.isFree(code))
                .findFirst();
        if (needed.isPresent() || !wanted.codes().subList(0, kept.size()).equals(kept)) {
            throw new WorkspaceException("The classes of this workspace are " + String.join(", ", known.codes())
                    + ", and the import has " + String.join(", ", wanted.codes()) + ". "
                    + needed.map(code -> "Class " + code + " must stay, because " + use.described(code) + ". ")
                            .orElse("")
                    + "Runs know classes by their place: keep the known ones first, in this order (--classes), or make"
                    + " a new workspace.");
        }
        if (kept.size() < known.size()) {
            handle.execute("DELETE FROM finding");
            handle.execute("DELETE FROM finding_check");
        }
        ClassTable.replace(handle, wanted);
        return !known.equals(wanted);
    }

    /** What knows the classes now. */
    public ClassUse classUse() {
        return database.read(this::use);
    }

    private ClassUse use(Handle handle) {
        return ClassUse.read(
                handle,
                journal.imported(handle).stream()
                        .map(ImportedLabel::code)
                        .flatMap(Optional::stream)
                        .collect(Collectors.toSet()));
    }

    private boolean test(Handle handle, List<String> wanted) {
        List<String> known = handle.createQuery("SELECT path FROM member JOIN image ON image.id = image_id"
                        + " WHERE list = 'test' ORDER BY position")
                .mapTo(String.class)
                .list();
        if (known.equals(wanted)) {
            return false;
        }
        images.replaceList(handle, ImageList.TEST, wanted);
        return true;
    }

    private boolean sources(Handle handle, List<SourceFile> wanted) {
        boolean changed = false;
        for (SourceFile file : wanted) {
            boolean known = handle.createQuery(
                            "SELECT sha256, csv_options FROM source WHERE role = :role ORDER BY id DESC LIMIT 1")
                    .bind("role", file.role().key())
                    .map((r, c) -> file.sha256().equals(r.getString("sha256"))
                            && file.csv().text().equals(r.getString("csv_options")))
                    .findOne()
                    .orElse(false);
            if (!known) {
                sources.add(handle, file, clock.instant());
                changed = true;
            }
        }
        return changed;
    }

    /**
     * What one list of images has over another.
     *
     * @param changes images added or changed, as they are after
     * @param gone images that are no longer listed
     */
    record Difference(
            List<ImportedLabel> changes,
            List<ImportedLabel> gone,
            int added,
            int relabeled,
            int rewritten,
            int removed,
            int pooled) {
        static Difference between(List<ImportedLabel> before, List<ImportedLabel> after) {
            Map<String, ImportedLabel> gone = new LinkedHashMap<>();
            before.forEach(label -> gone.put(label.image(), label));
            List<ImportedLabel> changes = new ArrayList<>();
            int added = 0;
            int relabeled = 0;
            int rewritten = 0;
            int removed = 0;
            int pooled = 0;
            for (ImportedLabel label : after) {
                ImportedLabel old = gone.remove(label.image());
                if (label.equals(old)) {
                    continue;
                }
                changes.add(label);
                boolean labeledBefore = old != null && old.code().isPresent();
                if (old != null && label.code().equals(old.code())) {
                    rewritten++;
                } else if (label.code().isEmpty()) {
                    pooled++;
                    removed += labeledBefore ? 1 : 0;
                } else if (labeledBefore) {
                    relabeled++;
                } else {
                    added++;
                }
            }
            removed += (int)
                    gone.values().stream().filter(old -> old.code().isPresent()).count();
            return new Difference(
                    List.copyOf(changes), List.copyOf(gone.values()), added, relabeled, rewritten, removed, pooled);
        }

        boolean isNothing() {
            return changes.isEmpty() && gone.isEmpty();
        }
    }
}
