package io.drydock.core.submission;

import io.drydock.core.data.ClassList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** How an answer differs from the sample, one sentence a difference; empty when it fits. */
public record SubmissionCheck(List<String> differences) {
    private static final int SHOWN = 3;

    public SubmissionCheck {
        differences = List.copyOf(differences);
    }

    public boolean fits() {
        return differences.isEmpty();
    }

    static SubmissionCheck of(SubmissionFile file, SampleSubmission sample, ClassList classes) {
        List<String> differences = new ArrayList<>();
        columns(file, sample, differences);
        ids(file, sample, differences);
        cells(file, sample, classes, differences);
        return new SubmissionCheck(differences);
    }

    private static void columns(SubmissionFile file, SampleSubmission sample, List<String> differences) {
        String wanted = String.join(",", sample.answerColumns());
        if (!file.idColumn().equals(sample.idColumn()) || !file.answerColumn().equals(wanted)) {
            differences.add("columns are " + file.idColumn() + "," + file.answerColumn() + " where the sample has "
                    + sample.idColumn() + "," + wanted);
        }
    }

    private static void ids(SubmissionFile file, SampleSubmission sample, List<String> differences) {
        List<String> own = List.copyOf(file.answers().keySet());
        Set<String> wanted = new HashSet<>(sample.ids());
        List<String> missing = sample.ids().stream()
                .filter(id -> !file.answers().containsKey(id))
                .toList();
        List<String> extra = own.stream().filter(id -> !wanted.contains(id)).toList();
        if (!missing.isEmpty()) {
            differences.add(missing.size() + " of the sample's " + sample.ids().size() + " ids have no answer: "
                    + some(missing) + ". Predict these images, or check that they can be read");
        }
        if (!extra.isEmpty()) {
            differences.add(extra.size() + " ids are not in the sample: " + some(extra));
        }
        if (missing.isEmpty() && extra.isEmpty() && !own.equals(sample.ids())) {
            for (int i = 0; i < own.size(); i++) {
                if (!own.get(i).equals(sample.ids().get(i))) {
                    differences.add("ids stand in another order, first on line " + (i + 2) + ": " + own.get(i)
                            + " where the sample has " + sample.ids().get(i));
                    return;
                }
            }
        }
    }

    private static void cells(
            SubmissionFile file, SampleSubmission sample, ClassList classes, List<String> differences) {
        List<String> cells = sample.form(classes).cells();
        Set<String> unknown = new TreeSet<>(file.answers().values());
        unknown.removeAll(cells);
        if (!unknown.isEmpty() && !cells.isEmpty()) {
            differences.add("answers " + some(unknown) + " are no classes (" + String.join(", ", cells) + ")");
        }
    }

    private static String some(Collection<String> values) {
        String shown = String.join(", ", values.stream().limit(SHOWN).toList());
        return values.size() > SHOWN ? shown + ", ..." : shown;
    }
}
