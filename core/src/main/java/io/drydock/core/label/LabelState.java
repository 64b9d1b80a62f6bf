package io.drydock.core.label;

import io.drydock.core.data.ClassList;
import io.drydock.core.data.Dataset;
import io.drydock.core.data.LabeledImage;
import io.drydock.core.error.DataException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The labels as of one position of the journal: a pure fold over its entries, for every part alike.
 * Relabel, keep and unsure hold for all paths with the same content and the same label; drop and duplicate-of for one path,
 * until a keep or relabel of that very path takes it back. Undone batches count as never taken. Safe for use by many
 * threads.
 */
public final class LabelState {
    private final Map<String, ImportedLabel> imported;
    private final Map<String, List<String>> copies;
    private final Map<String, ContentState> contents = new HashMap<>();
    private final Map<String, Verdict> verdictByPath = new HashMap<>();
    private final Map<String, String> duplicateOf = new HashMap<>();
    private final Set<String> dropped = new TreeSet<>();
    private final UndoStack undo;
    private final long position;

    private LabelState(List<ImportedLabel> images, List<JournalEntry> entries) {
        imported = new LinkedHashMap<>(images.size() * 2);
        images.forEach(image -> imported.put(image.image(), image));
        copies = copies(imported.values());
        undo = UndoStack.of(entries);
        position = entries.isEmpty() ? 0 : entries.get(entries.size() - 1).seq();
        for (JournalEntry entry : entries) {
            if (entry.action().isDecision() && undo.isActive(entry.batch())) {
                decide(entry);
            }
        }
    }

    private LabelState(LabelState before, List<JournalEntry> decisions) {
        imported = before.imported;
        copies = before.copies;
        contents.putAll(before.contents);
        verdictByPath.putAll(before.verdictByPath);
        duplicateOf.putAll(before.duplicateOf);
        dropped.addAll(before.dropped);
        undo = before.undo.after(decisions);
        position = decisions.get(decisions.size() - 1).seq();
        decisions.forEach(this::decide);
    }

    /** The state after all given entries, which stand in order of {@code seq}; for an earlier position give fewer. */
    public static LabelState fold(List<ImportedLabel> imported, List<JournalEntry> entries) {
        return new LabelState(imported, entries);
    }

    /**
     * The state after more decisions, found without folding all entries again.
     *
     * @param decisions the entries that follow, none of them an import, undo or redo
     */
    public LabelState after(List<JournalEntry> decisions) {
        return decisions.isEmpty() ? this : new LabelState(this, decisions);
    }

    /** Paths of each content that has more than one, by content. */
    private static Map<String, List<String>> copies(Collection<ImportedLabel> images) {
        Map<String, List<String>> copies = new HashMap<>(images.size() * 2);
        images.forEach(image -> copies.computeIfAbsent(image.sha256(), content -> new ArrayList<>(1))
                .add(image.image()));
        copies.values().removeIf(paths -> paths.size() == 1);
        return copies;
    }

    private ContentState content(String sha256) {
        return contents.getOrDefault(sha256, ContentState.EMPTY);
    }

    private void decide(JournalEntry entry) {
        switch (entry.action()) {
            case RELABEL, KEEP -> {
                contents.put(entry.sha256(), content(entry.sha256()).after(entry, label(entry.image())));
                dropped.remove(entry.image());
                duplicateOf.remove(entry.image());
                verdictByPath.remove(entry.image());
            }
            case UNSURE -> {
                contents.put(entry.sha256(), content(entry.sha256()).after(entry, label(entry.image())));
                verdictByPath.remove(entry.image());
            }
            case DROP, DUPLICATE_OF -> {
                Optional<Verdict> before = content(entry.sha256()).verdict(label(entry.image()));
                dropped.add(entry.image());
                verdictByPath.put(entry.image(), Verdict.of(entry, before));
                duplicateOf.remove(entry.image());
                if (entry.action() == Action.DUPLICATE_OF) {
                    entry.newLabel().ifPresent(twin -> duplicateOf.put(entry.image(), twin));
                }
            }
            default -> throw new IllegalStateException("not a decision: " + entry.action());
        }
    }

    /** {@code seq} of the last entry folded, 0 for none. */
    public long position() {
        return position;
    }

    /** Class code of an image now, dropped or not; absent where none was ever given. */
    public Optional<String> label(String image) {
        ImportedLabel known = imported.get(image);
        if (known == null) {
            return Optional.empty();
        }
        return content(known.sha256()).label(image, known.code());
    }

    /**
     * The labelled images that hold the same content as an image and count, it among them even if it is dropped, in import
     * order.
     */
    public List<String> copies(String image) {
        ImportedLabel known = imported.get(image);
        if (known == null) {
            return List.of();
        }
        return copies.getOrDefault(known.sha256(), List.of(image)).stream()
                .filter(path -> path.equals(image) || !dropped.contains(path))
                .toList();
    }

    /** Labelled images of a content, dropped or not, in import order; where there is none, only the image given. */
    List<String> paths(String sha256, String image) {
        return copies.getOrDefault(sha256, List.of(image));
    }

    /** Whether images of equal content have different labels, so that a verdict on one says nothing of the other. */
    public boolean copiesDisagree(String image) {
        return copies(image).stream()
                        .flatMap(path -> label(path).stream())
                        .distinct()
                        .count()
                > 1;
    }

    /** Whether an image was imported without a label, to be given one: it is in the pool, or was until it got one. */
    public boolean cameUnlabeled(String image) {
        ImportedLabel known = imported.get(image);
        return known != null && known.code().isEmpty();
    }

    /** Whether an image is in the pool now: nobody gave it a label. */
    public boolean isUnlabeled(String image) {
        return cameUnlabeled(image) && label(image).isEmpty();
    }

    /** Images that came without a label, have one now, and are not dropped, in import order: all of them train. */
    public List<String> labeledFromPool() {
        return imported.values().stream()
                .filter(known -> known.code().isEmpty() && !dropped.contains(known.image()))
                .map(ImportedLabel::image)
                .filter(image -> label(image).isPresent())
                .toList();
    }

    public boolean isDropped(String image) {
        return dropped.contains(image);
    }

    /** Paths dropped or marked as duplicates, in order. */
    public Set<String> dropped() {
        return Collections.unmodifiableSet(dropped);
    }

    /** The image that stays, where this one was marked as its duplicate. */
    public Optional<String> duplicateOf(String image) {
        return Optional.ofNullable(duplicateOf.get(image));
    }

    /** The last decision on this path or, if later or alone, on its content and label; of labelled images. */
    public Optional<Verdict> verdict(String image) {
        ImportedLabel known = imported.get(image);
        return verdict(image, known == null ? "" : known.sha256());
    }

    /** The last decision on this path or, if later or alone, on this content and its label, labelled or not. */
    public Optional<Verdict> verdict(String image, String sha256) {
        Optional<Verdict> ofPath = Optional.ofNullable(verdictByPath.get(image));
        Optional<Verdict> ofContent = content(sha256).verdict(label(image));
        return Stream.concat(ofPath.stream(), ofContent.stream()).max(Comparator.comparingLong(Verdict::seq));
    }

    /** Code of every image that has one and is not dropped, in import order. */
    public Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        for (String image : imported.keySet()) {
            if (!dropped.contains(image)) {
                label(image).ifPresent(code -> labels.put(image, code));
            }
        }
        return Collections.unmodifiableMap(labels);
    }

    /** Every image as imported, with or without a label, dropped or not, in import order. */
    public Collection<ImportedLabel> imported() {
        return Collections.unmodifiableCollection(imported.values());
    }

    /** An image as imported, unless it is one to be predicted only. */
    public Optional<ImportedLabel> imported(String image) {
        return Optional.ofNullable(imported.get(image));
    }

    /** How many images count under each class code. */
    Map<String, Integer> classCounts() {
        Map<String, Integer> counts = new HashMap<>();
        imported.forEach((image, known) -> {
            if (!dropped.contains(image)) {
                label(image).ifPresent(code -> counts.merge(code, 1, Integer::sum));
            }
        });
        return counts;
    }

    /** Whether it follows from the same import as another, so that only decisions can set them apart. */
    @SuppressWarnings("ReferenceEquality") // the very same map, not an equal one: this asks where a state comes from
    boolean sharesImport(LabelState other) {
        return imported == other.imported;
    }

    /** Whether decisions may have set an image apart between two states of one import: quick, and never wrongly no. */
    Predicate<ImportedLabel> mayDiffer(LabelState other) {
        Set<String> differing = new HashSet<>(contents.keySet());
        differing.addAll(other.contents.keySet());
        differing.removeIf(sha256 -> content(sha256).sameLabels(other.content(sha256)));
        Set<String> paths = new HashSet<>(dropped);
        paths.addAll(other.dropped);
        paths.removeIf(path -> dropped.contains(path) && other.dropped.contains(path));
        return known -> differing.contains(known.sha256()) || paths.contains(known.image());
    }

    /** Images whose label differs from the imported one, or that were dropped, in import order. */
    public List<String> changed() {
        List<String> changed = new ArrayList<>();
        imported.forEach((image, label) -> {
            boolean left = dropped.contains(image) && label(image).isPresent();
            if (left || !label(image).equals(label.code())) {
                changed.add(image);
            }
        });
        return changed;
    }

    /** How many of these images have another label here than there, or are dropped in one of the two only. */
    public int differencesFrom(LabelState other, Collection<String> images) {
        int differences = 0;
        for (String image : images) {
            if (isDropped(image) != other.isDropped(image) || !label(image).equals(other.label(image))) {
                differences++;
            }
        }
        return differences;
    }

    /** The batch that the next undo takes back. */
    public OptionalLong undoable() {
        return undo.undoable();
    }

    /** The batches that the next undos take back, the first one first, at most {@code most}. */
    public List<Long> undoable(int most) {
        return undo.undoable(most);
    }

    /** The batches that the next redos put back, the first one first, at most {@code most}. */
    public List<Long> redoable(int most) {
        return undo.redoable(most);
    }

    /** The batch that the next redo puts back; none after a new decision. */
    public OptionalLong redoable() {
        return undo.redoable();
    }

    /** Whether the decisions of this batch count now. */
    public boolean isActive(long batch) {
        return undo.isActive(batch);
    }

    /**
     * The labelled images that are not dropped, in import order.
     *
     * @throws DataException if a label is not one of the classes
     */
    public Dataset dataset(ClassList classes) {
        Map<String, Integer> indexes = new HashMap<>();
        for (int i = 0; i < classes.size(); i++) {
            indexes.put(classes.get(i).code(), i);
        }
        List<LabeledImage> images = new ArrayList<>();
        labels().forEach((image, code) -> {
            Integer index = indexes.get(code);
            ImportedLabel known = imported.get(image);
            if (index == null || known == null) {
                throw new DataException("Label \"" + code + "\" of " + image + " is not one of the " + classes.size()
                        + " classes (" + String.join(", ", classes.codes()) + ").");
            }
            images.add(new LabeledImage(image, known.sha256(), index));
        });
        return new Dataset(classes, images);
    }
}
