package io.drydock.workbench.report;

import io.drydock.core.data.ClassList;
import io.drydock.core.metric.Measured;
import io.drydock.core.text.TextTable;
import io.drydock.explore.cue.Cue;
import io.drydock.explore.label.PairErrors;
import io.drydock.workbench.FindLabelIssues;
import io.drydock.workbench.audit.Audit;
import io.drydock.workbench.audit.KindSummary;
import io.drydock.workbench.issue.LoneClasses;
import io.drydock.workbench.shift.ShiftLook;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.stream.Collectors;

/** An audit as a terminal shows it: in order of expected gain. For one thread at a time. */
public final class AuditText {
    private static final int PAIRS = 4;
    private static final int ASSOCIATIONS = 4;

    private final PrintWriter out;

    public AuditText(PrintWriter out) {
        this.out = out;
    }

    public void print(Audit audit) {
        out.println(audit.inspection().name() + ": "
                + Numbers.of(audit.images().images().size(), "image", "images") + ", "
                + Numbers.count(audit.images().labeled().size()) + " labelled, "
                + Numbers.count(audit.images().test().size()) + " to predict");
        out.println();
        summary(audit);
        audit.labels().ifPresent(labels -> {
            labels(labels, audit.images().classes());
            out.println("        " + IssueWords.foundAgainstWrong(audit, labels));
            LoneClasses.note(labels.alone(), audit.images().classes())
                    .ifPresent(note -> out.println("        " + note));
        });
        leak(audit);
        out.println("Several " + SeveralWords.of(audit.several()));
        cues(audit);
        shift(audit.shift());
        skew(audit);
        out.println("Map     " + audit.map().trust());
        out.println("Time    " + Numbers.fixed(audit.totalSeconds(), 1) + " s: "
                + audit.seconds().entrySet().stream()
                        .filter(step -> step.getValue() >= 0.5)
                        .map(step -> step.getKey() + " " + Numbers.fixed(step.getValue(), 1))
                        .collect(Collectors.joining(", ")));
    }

    private void summary(Audit audit) {
        if (audit.summary().isEmpty()) {
            out.println("Nothing was found that needs a look.");
            out.println();
            return;
        }
        TextTable table = new TextTable("most gain first", "found", "to change", "what to do");
        for (KindSummary kind : audit.summary()) {
            table.row(
                    kind.kind().title().toLowerCase(Locale.ROOT),
                    Numbers.count(kind.count()),
                    kind.worth() == 0 ? "none" : kind.worth() < 0.5 ? "few" : "~" + Numbers.fixed(kind.worth(), 0),
                    kind.kind().advice());
        }
        out.println(table);
    }

    private void labels(FindLabelIssues.Result labels, ClassList classes) {
        out.println("Labels  " + IssueWords.left(labels, "-") + ": "
                + labels.estimate().pairs().stream()
                        .limit(PAIRS)
                        .map(pair -> pair(pair, classes))
                        .collect(Collectors.joining(", ")));
    }

    private static String pair(PairErrors pair, ClassList classes) {
        return classes.get(pair.given()).name() + " that are "
                + classes.get(pair.other()).name() + " " + range(pair.count());
    }

    private static String range(Measured measured) {
        return Numbers.fixed(measured.value(), 0) + " (" + Numbers.fixed(measured.low(), 0) + "-"
                + Numbers.fixed(measured.high(), 0) + ")";
    }

    private void leak(Audit audit) {
        audit.duplicates()
                .leak()
                .filter(leak -> leak.leaks())
                .ifPresent(leak -> out.println("Leak    split "
                        + leak.split() + ": " + Numbers.count(leak.leakingValid()) + " of "
                        + Numbers.of(leak.valid(), "validation image", "validation images")
                        + " have a copy in train. Draw another: drydock split --group near"));
    }

    private void cues(Audit audit) {
        ClassList classes = audit.images().classes();
        String cues = audit.cues().cues().stream()
                .filter(Cue::notable)
                .map(cue -> cue.name() + " " + Numbers.percent(cue.balanced().value()))
                .collect(Collectors.joining(", "));
        if (!cues.isEmpty()) {
            out.println("Cues    classes told right by one measure alone, where chance is "
                    + Numbers.percent(audit.cues().cues().get(0).chance()) + ": " + cues);
        }
        audit.cues().associations().stream()
                .limit(ASSOCIATIONS)
                .forEach(association -> out.println("        " + CueSections.sentence(association, classes)));
    }

    private void shift(ShiftLook shift) {
        ShiftWords.separability(shift).ifPresent(words -> out.println("Shift   " + shift.verdict() + " " + words));
    }

    private void skew(Audit audit) {
        double ratio = audit.inspection().imbalanceRatio();
        if (!Double.isNaN(ratio)) {
            out.println("Skew    the largest class has " + Numbers.fixed(ratio, 1)
                    + " times as many images as the smallest");
        }
    }
}
