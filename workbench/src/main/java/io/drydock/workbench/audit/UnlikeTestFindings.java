package io.drydock.workbench.audit;

import io.drydock.core.finding.Finding;
import io.drydock.core.finding.FindingKind;
import io.drydock.core.finding.Ranking;
import io.drydock.explore.shift.TwoSampleTest;
import io.drydock.workbench.shift.ShiftLook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Labelled images least like those to be predicted, where the two differ at all. Safe for use by many threads. */
public final class UnlikeTestFindings {
    /** Raised when results mean something else. */
    public static final int VERSION = 1;

    private static final double UNLIKE = 0.1;

    private UnlikeTestFindings() {}

    /** Findings only when the samples differ notably: otherwise the order is noise. */
    public static List<Finding> of(ShiftLook shift) {
        List<Finding> findings = new ArrayList<>();
        if (shift.embedding().map(TwoSampleTest::notable).orElse(false)) {
            for (ShiftLook.Likeness likeness : shift.unlikeTest()) {
                if (likeness.value() < UNLIKE) {
                    findings.add(ImageSet.finding(
                            FindingKind.UNLIKE_TEST,
                            VERSION,
                            likeness.image(),
                            likeness.value(),
                            OptionalInt.empty(),
                            Map.of("test_likeness", likeness.value()),
                            List.of()));
                }
            }
        }
        return Ranking.of(findings);
    }
}
