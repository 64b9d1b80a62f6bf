package io.drydock.workbench.split;

import io.drydock.core.data.Dataset;
import io.drydock.core.data.LabeledImage;
import io.drydock.core.data.UnusableRow;
import io.drydock.core.split.Split;
import io.drydock.core.split.SplitImport;
import io.drydock.core.split.SplitNotes;
import io.drydock.core.split.Splitter;
import io.drydock.workspace.Workspace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code drydock split}: draws a split of the labels as of now, or imports one, stores it under the next number and
 * makes it current. Safe for use by many threads.
 */
public final class SplitData {
    /**
     * Adds a split.
     *
     * @throws io.drydock.core.error.ConfigException if the share or the number of folds will not do
     * @throws io.drydock.core.error.DataException if a part would be empty, or the imported file is no split
     */
    public SplitResult run(SplitRequest request) {
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
                .orElseGet(() -> drawn(request, data, position));
        notes.addAll(SplitNotes.of(drawn, data));
        Split stored = workspace.splits().add(drawn, labels);
        String file = workspace
                .root()
                .relativize(workspace.splits().file(stored.number()))
                .toString()
                .replace('\\', '/');
        return new SplitResult(stored, data.classes(), labels, notes, unusable, file);
    }

    private static Split drawn(SplitRequest request, Dataset data, long position) {
        Splitter splitter = Splitter.stratified(request.validShare());
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
