package io.drydock.workbench;

import io.drydock.core.data.ClassList;
import io.drydock.core.data.Dataset;
import io.drydock.core.data.LabeledImage;
import io.drydock.core.data.UnusableRow;
import io.drydock.core.error.ConfigException;
import io.drydock.core.split.JoinedGroups;
import io.drydock.core.split.Part;
import io.drydock.core.split.Split;
import io.drydock.core.split.SplitImport;
import io.drydock.core.split.SplitNotes;
import io.drydock.core.split.Splitter;
import io.drydock.core.text.Suggestion;
import io.drydock.workbench.duplicate.WorkspaceCopies;
import io.drydock.workbench.split.ColumnGroups;
import io.drydock.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * {@code drydock split}: draws a split of the current labels, or imports one, stores it under the next number and
 * makes it current. Safe for use by many threads.
 */
public final class SplitData {
    /** How a split says that it came from folders. */
    private static final String FOLDERS = "folders";

    /**
     * What to split.
     *
     * @param workspace folder of the workspace
     * @param validShare share of labelled images for validation, in (0, 1)
     * @param folds number of folds beside the parts; 0 for none
     * @param from a split made elsewhere, to import instead of drawing one
     * @param grouping which images stay in one part
     */
    public record Request(
            Path workspace, double validShare, long seed, int folds, Optional<Path> from, Grouping grouping) {
        /** Draws 85:15 without folds. */
        public static Request of(Path workspace, long seed) {
            return new Request(workspace, 0.15, seed, 0, Optional.empty(), Grouping.CONTENT);
        }

        public Request withValidShare(double share) {
            return new Request(workspace, share, seed, folds, from, grouping);
        }

        public Request withFolds(int count) {
            return new Request(workspace, validShare, seed, count, from, grouping);
        }

        public Request withFrom(Path file) {
            return new Request(workspace, validShare, seed, folds, Optional.of(file), grouping);
        }

        public Request withGrouping(Grouping other) {
            return new Request(workspace, validShare, seed, folds, from, other);
        }
    }

    /**
     * Which images stay in one part; equal files always do.
     *
     * @param near whether equal pixels and near-duplicates do
     * @param columns columns of the labels CSV; images with the same value in one of them stay together
     */
    public record Grouping(boolean near, List<String> columns) {
        /** Equal files. */
        public static final Grouping CONTENT = new Grouping(false, List.of());

        /** Equal files, equal pixels and near-duplicates. */
        public static final Grouping NEAR = new Grouping(true, List.of());

        private static final String COLUMN = "column:";

        public Grouping {
            columns = List.copyOf(columns);
        }

        /**
         * Reads {@code content}, {@code none}, {@code near}, {@code column:NAME}, or several of them with commas between.
         *
         * @throws ConfigException if a word is none of them
         */
        public static Grouping parse(String text) {
            boolean near = false;
            Set<String> columns = new LinkedHashSet<>();
            for (String word : text.split(",", -1)) {
                String stripped = word.strip();
                if (stripped.startsWith(COLUMN) && stripped.length() > COLUMN.length()) {
                    columns.add(stripped.substring(COLUMN.length()).strip());
                } else if (stripped.equals("near")) {
                    near = true;
                } else if (!stripped.equals("none") && !stripped.equals("content")) {
                    throw new ConfigException("--group \"" + text + "\": \"" + stripped + "\" is not a way to group."
                            + Suggestion.didYouMean(stripped, List.of("content", "none", "near"))
                            + " Write near, column:NAME with a column of the labels CSV, both with a comma between, or none"
                            + " (equal files stay together all the same).");
                }
            }
            return new Grouping(near, List.copyOf(columns));
        }

        /** What {@code --json} and the store write: {@code content}, or {@code near,column:patient}. */
        public String key() {
            List<String> words = new ArrayList<>();
            if (near) {
                words.add("near");
            }
            columns.forEach(column -> words.add(COLUMN + column));
            return words.isEmpty() ? "content" : String.join(",", words);
        }
    }

    /**
     * The split that is current now.
     *
     * @param split under its number
     * @param labels class code of each image when it was drawn
     * @param notes what to know before training on it, a sentence each
     * @param unusable rows of an imported file that name no image of the set
     * @param file of the split, relative to the workspace, with {@code /}
     */
    public record Result(
            Split split,
            ClassList classes,
            Map<String, String> labels,
            List<String> notes,
            List<UnusableRow> unusable,
            String file) {
        public Result {
            labels = Map.copyOf(labels);
            notes = List.copyOf(notes);
            unusable = List.copyOf(unusable);
        }
    }

    /**
     * Adds a split.
     *
     * @throws ConfigException if the share, the number of folds or a column to group by will not do
     * @throws io.drydock.core.error.DataException if a part would be empty, or the imported file is no split
     */
    public Result run(Request request) {
        return run(request, Progress.NONE);
    }

    /** The same; grouping near-duplicates takes a while when they were not searched before. */
    public Result run(Request request, Progress progress) {
        Workspace workspace = Workspace.open(request.workspace());
        long position = workspace.journal().position();
        Dataset data = workspace.dataset(position);
        Map<String, String> labels = new HashMap<>();
        for (LabeledImage image : data.images()) {
            labels.put(image.image(), data.code(image));
        }
        List<String> notes = new ArrayList<>();
        List<UnusableRow> unusable = new ArrayList<>();
        Split drawn = request.from()
                .map(file -> imported(SplitImport.read(file, data, position), notes, unusable))
                .orElseGet(() -> drawn(request, data, position, groups(request, workspace, data, notes, progress)));
        notes.addAll(SplitNotes.of(drawn, data));
        Split stored = workspace.splits().add(drawn, labels);
        String file = workspace
                .root()
                .relativize(workspace.splits().file(stored.number()))
                .toString()
                .replace('\\', '/');
        return new Result(stored, data.classes(), labels, notes, unusable, file);
    }

    /**
     * Adds the split that folders of the image folder tell, where there is none yet or the last one came from folders too
     * and differs.
     *
     * @param parts part of each image by its folder; empty when folders tell none
     */
    void ofFolders(Path folder, Map<String, Part> parts) {
        if (parts.isEmpty()) {
            return;
        }
        Workspace workspace = Workspace.open(folder);
        long position = workspace.journal().position();
        Dataset data = workspace.dataset(position);
        Map<String, Part> usable = new TreeMap<>();
        Map<String, String> labels = new HashMap<>();
        for (LabeledImage image : data.images()) {
            Optional.ofNullable(parts.get(image.image())).ifPresent(part -> usable.put(image.image(), part));
            labels.put(image.image(), data.code(image));
        }
        Optional<Split> current = workspace.splits().findCurrent();
        boolean ours = current.map(split ->
                        split.groupBy().equals(FOLDERS) && !split.parts().equals(usable))
                .orElse(true);
        if (ours && usable.containsValue(Part.TRAIN) && usable.containsValue(Part.VALID)) {
            double share = (double) usable.values().stream()
                            .filter(part -> part == Part.VALID)
                            .count()
                    / usable.size();
            workspace.splits().add(new Split(0, 0, share, FOLDERS, position, data.sha256(), usable, Map.of()), labels);
        }
    }

    private static Map<String, String> groups(
            Request request, Workspace workspace, Dataset data, List<String> notes, Progress progress) {
        List<Map<String, String>> ways = new ArrayList<>();
        for (String column : request.grouping().columns()) {
            ColumnGroups groups = ColumnGroups.of(workspace, data, column);
            if (groups.without() > 0) {
                notes.add(groups.without() + (groups.without() == 1 ? " image has" : " images have")
                        + " no value in column " + column + ": each is on its own.");
            }
            ways.add(groups.groupOfImage());
        }
        if (request.grouping().near()) {
            ways.add(new WorkspaceCopies(workspace).find(progress).groupOfImage());
        }
        return JoinedGroups.of(ways);
    }

    private static Split drawn(Request request, Dataset data, long position, Map<String, String> groups) {
        Splitter splitter = Splitter.stratified(request.validShare())
                .groupedBy(request.grouping().key(), groups);
        Splitter folded = request.folds() == 0 ? splitter : splitter.folds(request.folds());
        return folded.split(data, request.seed(), position);
    }

    private static Split imported(SplitImport read, List<String> notes, List<UnusableRow> unusable) {
        unusable.addAll(read.unusable());
        if (!read.unassigned().isEmpty()) {
            notes.add(read.unassigned().size() + " labelled images stand in no row and are in no part (first: "
                    + read.unassigned().get(0) + ").");
        }
        if (!read.straddling().isEmpty()) {
            notes.add(read.straddling().size() + " contents stand in several parts: the validation score has seen"
                    + " their answers in training.");
        }
        return read.split();
    }
}
